"""What every ESC/POS receipt printer does, whatever line it hangs on. Each step of printing is bounded in time."""

import time
from abc import abstractmethod
from collections.abc import Callable
from contextlib import suppress

from devices.errors import MediaError, StaffError
from devices.printer import USUAL, PrinterStatus, Receipt, ReceiptPrinter, Step, Style, status_error
from devices.printer.conversation import Connection, Conversation, SilentError, StuckError
from devices.printer.encoding import Job, encode, void
from devices.printer.proof import Prover
from devices.printer.realtime import AUTOMATIC_STATUS, CLEAR_BUFFER

_ANSWER = 1.0  # a real-time answer comes within milliseconds; over a radio bridge it may take longer
_TAKE = 5.0  # printers stop taking data for moments while they print
_MARGIN = 5.0
_LONGEST = 30.0  # longer than a receipt of a metre
_MM_PER_SECOND = 40.0  # slower than any thermal printer of the last twenty years


class EscposPrinter(ReceiptPrinter):
    """A printer that understands ESC/POS; `paper_mm` is 80 or 58. It is not opened before it is asked to."""

    def __init__(
        self, paper_mm: int, style: Style = USUAL, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._paper_mm, self._style, self._now = paper_mm, style, now
        self._talk: Conversation | None = None
        self._prover: Prover | None = None
        self._half_a_receipt_hangs_out = False

    @abstractmethod
    def _connect(self) -> Connection:
        """Return the open line.

        Raises:
            ConfigurationError: there can be none with these settings.
            any of `gone`: there is none now.
        """

    def _open(self) -> None:
        if self._talk is None:
            self._talk = Conversation(self._connect(), self._now)
            self._prover = Prover(self._talk, self._now)
            self._have_it_speak_up()

    def _close(self) -> None:
        talk, self._talk = self._talk, None
        if talk is not None:
            talk.connection.close()

    def _noticed(self) -> PrinterStatus | None:
        talk, _ = self._line()
        return talk.noticed()

    def _status(self) -> PrinterStatus:
        talk, _ = self._line()
        try:
            talk.rest(0)
            return talk.status(_ANSWER)
        except (SilentError, StuckError) as error:
            message = "The printer does not answer: check that it is switched on and connected."
            raise StaffError("PRINTER_SILENT", message) from error

    def _length_mm(self, receipt: Receipt) -> float:
        return encode(receipt, self._paper_mm, self._style).height_mm

    def _print(self, receipt: Receipt, tell: Callable[[Step], None]) -> None:
        job = encode(receipt, self._paper_mm, self._style)
        error = status_error(self._status())
        if error is not None:
            raise error
        tell(Step.SENDING)
        trouble: tuple[type[Exception], ...] = (*self.gone, SilentError, StuckError)
        try:
            self._send_and_see(job, tell)
        except MediaError:
            self._half_a_receipt_hangs_out = True
            self._forget_the_rest()
            raise
        except trouble as cause:
            self._forget_the_rest()
            message = "Whether the receipt came out is not known: look at the printer before printing again."
            raise StaffError("PRINT_UNKNOWN", message) from cause
        finally:
            self._have_it_speak_up()

    def _have_it_speak_up(self) -> None:
        """Have it say by itself when something changes; it may not know how, or take nothing now."""
        talk, _ = self._line()
        with suppress(*self.gone, StuckError):
            talk.send(AUTOMATIC_STATUS, 0.0)

    def _send_and_see(self, job: Job, tell: Callable[[Step], None]) -> None:
        talk, prover = self._line()
        settled = prover.settle()
        before = void(self._paper_mm, self._style).data if self._half_a_receipt_hangs_out else b""
        talk.send(before + job.data + prover.request(), _TAKE)
        self._half_a_receipt_hangs_out = False
        tell(Step.TAKEN)
        if not settled:
            raise SilentError  # it does not answer in order: whatever it says is no proof
        takes = job.height_mm / _MM_PER_SECOND + len(job.data) * talk.connection.pace
        prover.await_proof(min(_MARGIN + takes, _LONGEST))

    def _forget_the_rest(self) -> None:
        """Have the printer drop what it has not printed, lest it greets the next resident."""
        talk, _ = self._line()
        with suppress(*self.gone, StuckError):
            talk.send(CLEAR_BUFFER, 0.0)

    def _line(self) -> tuple[Conversation, Prover]:
        if self._talk is None or self._prover is None:
            raise StaffError("DEVICE_GONE", "The printer is not connected: check its cable and its power.")
        return self._talk, self._prover
