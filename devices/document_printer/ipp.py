"""Driver for A4 printers through a CUPS queue (or a printer that speaks IPP itself): PDF in, proof out.

A queue's word is no proof (`devices.document_printer.proof`): each job has a name of its own, and the printer behind the
queue is asked for it before anything is called printed. A queue whose printer cannot be asked is refused.

Set the queue up with `printer-error-policy=abort-job`: with CUPS' own default a job that failed is printed again by itself.
"""

import re
import time
import uuid
from collections.abc import Callable

from devices.document_printer import DocumentPrinter, DocumentPrinterStatus, status_error
from devices.document_printer.ipptool import Attributes, RefusedError, ask
from devices.document_printer.proof import end_of
from devices.document_printer.reasons import JobState, problem, reasons, status
from devices.errors import ConfigurationError, DeviceError, MediaError, StaffError
from devices.printer import Step

_ADDRESS = re.compile(r"ipps?://[^\s/]+/\S+")
_ANSWER = 5.0
_GLANCE = 0.25  # between two looks at a job
_SETTLED = 5.0  # until queue and printer agree on how a job ended
_PRINTER = (
    "ATTR keyword requested-attributes printer-state,printer-state-reasons,printer-is-accepting-jobs,"
    "printer-error-policy,device-uri"
)
_DOCUMENT = """ATTR name requesting-user-name kiosk
    ATTR name job-name {}
    ATTR mimeMediaType document-format application/pdf
    FILE $filename"""
_JOB = """ATTR integer job-id {}
    ATTR name requesting-user-name kiosk"""


class IppPrinter(DocumentPrinter):
    """The queue or printer at `address`, such as `ipp://localhost/printers/a4`.

    `printer` is where the printer behind a queue is asked itself, unless the queue's `device-uri` says it. A job that waits for somebody (paper, a door) is given up after `patience` seconds, any job after `longest`.
    """

    gone = (OSError,)

    def __init__(
        self,
        address: str,
        *,
        printer: str = "",
        patience: float = 20.0,
        longest: float = 120.0,
        now: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        for one in (address, printer or address):
            if not _ADDRESS.fullmatch(one):
                message = f"{one!r} is no printer's address: set ipp://localhost/printers/NAME."
                raise ConfigurationError("NO_SUCH_ADDRESS", message)
        self._address, self._patience, self._longest = address, patience, longest
        self._now, self._pause = now, pause
        self._configured = self._printer = (
            printer  # "" until the queue has said it; the address itself without one
        )

    def _open(self) -> None:
        self._status()

    def _close(self) -> None: ...

    def _status(self) -> DocumentPrinterStatus:
        queue = self._ask("Get-Printer-Attributes", _PRINTER)
        if queue.get("printer-error-policy", "abort-job") != "abort-job":
            message = (
                "The queue prints failed jobs again by itself: lpadmin -o printer-error-policy=abort-job."
            )
            raise ConfigurationError("QUEUE_RETRIES", message)
        self._printer = self._behind(queue)
        if self._printer == self._address:
            return status(queue)
        # A queue knows its printer only while it prints, and remembers what was: of itself only it tells the truth.
        found = status({**queue, "printer-state-reasons": "none"})
        if found.code != "OK":
            return found
        try:
            return status(ask(self._printer, "Get-Printer-Attributes", _PRINTER, _ANSWER))
        except ConnectionError:
            return DocumentPrinterStatus(found.paper, "OFFLINE")

    def _behind(self, queue: Attributes) -> str:
        """Where the printer itself is asked; the address is its own when it says nothing of a device."""
        device = self._configured or str(queue.get("device-uri", self._address))
        if not _ADDRESS.fullmatch(device):
            message = (
                "The printer behind the queue cannot be asked whether it printed: set its own ipp:// address."
            )
            raise ConfigurationError("PRINTER_NOT_ASKABLE", message)
        return device

    def _print(self, pdf: bytes, tell: Callable[[Step], None]) -> None:
        error = status_error(self._status().code)
        if error is not None:
            raise error
        tell(Step.SENDING)
        name = f"kiosk-{uuid.uuid4().hex}"
        try:
            job = int(ask(self._address, "Print-Job", _DOCUMENT.format(name), _ANSWER, pdf)["job-id"])
        except RefusedError as refused:
            message = f"The queue does not take the document ({refused}): check that the printer prints PDF."
            raise StaffError("PRINT_REFUSED", message) from refused
        except ConnectionError as cause:
            raise _unknown() from cause
        tell(Step.TAKEN)
        ended = self._see_it_through(job, name)
        if self._printer == self._address:
            _judge(ended)
        else:
            self._prove(name, ended)

    def _prove(self, name: str, ended: JobState) -> None:
        """Return when the printer itself says that the job is completed; raise what is known otherwise."""
        try:
            said = end_of(
                self._printer, name, answer=_ANSWER, within=_SETTLED, now=self._now, pause=self._pause
            )
        except ConnectionError as cause:
            raise _unknown() from cause
        if said is None and ended is not JobState.COMPLETED:
            raise _aborted()  # it never came there
        if said is None or said < JobState.CANCELED:
            raise _unknown()
        _judge(said)

    def _see_it_through(self, job: int, name: str) -> JobState:
        """Return how the job ended at the address; what has not ended in time is cancelled and raised."""
        began = well = self._now()
        while True:
            attributes = self._look(job)
            if attributes["job-state"] >= JobState.CANCELED:
                return JobState(attributes["job-state"])
            if "job-completed-with-errors" in reasons(attributes.get("job-state-reasons")):
                self._given_up(job, "OK")  # CUPS keeps it, to be tried again
                return JobState.ABORTED
            code = _trouble(attributes)
            if code == "OK":
                well = self._now()
            if self._now() - well >= self._patience or self._now() - began >= self._longest:
                error = self._given_up(job, code)
                if self._came_out(name):
                    return JobState.COMPLETED
                raise error
            self._pause(_GLANCE)

    def _came_out(self, name: str) -> bool:
        """Whether the printer was faster than the cancelling."""
        try:
            said = end_of(self._printer, name, answer=_ANSWER, within=0.0, now=self._now, pause=self._pause)
        except ConnectionError:
            return False
        return said is JobState.COMPLETED

    def _given_up(self, job: int, code: str) -> DeviceError:
        """Cancel the job, so that it does not greet the next resident; return what is known about it."""
        try:
            self._ask("Cancel-Job", _JOB.format(job))
        except (DeviceError, OSError) as cause:
            error = _unknown()
            error.__cause__ = cause
            return error
        stopped = status_error(code)
        return _incomplete(stopped) if isinstance(stopped, MediaError) else _unknown()

    def _look(self, job: int) -> Attributes:
        try:
            attributes = self._ask("Get-Job-Attributes", _JOB.format(job))
            if "job-printer-state-reasons" in attributes:
                return attributes
            printer = self._ask("Get-Printer-Attributes", _PRINTER)  # not CUPS: it tells of itself only
        except (DeviceError, OSError) as cause:
            raise _unknown() from cause
        return {**attributes, "job-printer-state-reasons": printer.get("printer-state-reasons", "none")}

    def _ask(self, operation: str, more: str) -> Attributes:
        try:
            return ask(self._address, operation, more, _ANSWER)
        except RefusedError as error:
            message = f"There is no such queue ({error}): correct the printer's address, see lpstat -e."
            raise ConfigurationError("NO_SUCH_QUEUE", message) from error
        except FileNotFoundError as error:
            message = "ipptool is not installed: apt-get install cups-ipp-utils."
            raise ConfigurationError("IPPTOOL_MISSING", message) from error


def _trouble(job: Attributes) -> str:
    """The code of what a job waits for, `OK` when it goes on."""
    code = problem(reasons(job.get("job-printer-state-reasons")) | reasons(job.get("job-state-reasons")))
    stopped = job["job-state"] in {JobState.STOPPED, JobState.HELD}
    return "QUEUE_STOPPED" if code == "OK" and stopped else code


def _judge(ended: JobState) -> None:
    """Return when the printer has completed it, raise what is known about any other end."""
    if ended is not JobState.COMPLETED:
        raise _aborted()


def _aborted() -> DeviceError:
    message = "The document is not complete: throw away what came out, look at the printer, print again."
    return StaffError("PRINT_ABORTED", message)


def _incomplete(stopped: DeviceError) -> DeviceError:
    message = f"The document is not complete: throw away what came out. {stopped.message}"
    return MediaError("PRINT_INCOMPLETE", message)


def _unknown() -> DeviceError:
    message = "Whether the document came out is not known: look at the printer before printing again."
    return StaffError("PRINT_UNKNOWN", message)
