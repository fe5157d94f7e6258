"""How a printer proves that a receipt has come out.

The request for proof goes behind the cut. Printers that have shown that they know GS ( H ("when the printing is
completed") are asked for a process id; all others for an answer in order (GS r), which is processed after the cut. Until
it comes, the printer is asked in real time whether it has stopped; and once more afterwards: one that answers ahead of
its mechanism, while it stands still or falls silent, is not believed and asked for proof again. (One that answers ahead of a mechanism that
is merely slow cannot be told from one that is through: use printers that answer in order.)
"""

from collections.abc import Callable

from devices.errors import MediaError
from devices.printer import status_error
from devices.printer.conversation import Conversation, SilentError, StuckError
from devices.printer.realtime import (
    EPSON,
    IN_ORDER_REQUEST,
    MAKER_REQUEST,
    Answer,
    Kind,
    process_id,
    process_id_request,
)

_SETTLE = 2.0  # an answer in order, from a printer with nothing to do
_QUIET = 0.08
_GLANCE = 0.4  # between two looks at a printer that is printing
_SILENT = "silent"

#: What a printer does not recover from by itself while a receipt hangs out of it.
_STOPPED = frozenset({"COVER_OPEN", "PAPER_OUT", "CUTTER_JAM", "PAPER_JAM", "PRINTER_BROKEN"})


class Prover:
    """Asks one connected printer for proof, one job after the other."""

    def __init__(self, talk: Conversation, now: Callable[[], float]) -> None:
        self._talk, self._now = talk, now
        self._gives_process_ids: bool | None = None
        self._job = 0

    def settle(self) -> bool:
        """Wait until nothing of an earlier job is left to answer; tell whether the printer answers in order at all."""
        try:
            if self._gives_process_ids is None:
                self._gives_process_ids = self._learn()
            else:
                self._in_order(b"")
        except (SilentError, StuckError):
            return False
        return True

    def request(self) -> bytes:
        """Return what goes behind the cut of the next job."""
        self._job += 1
        return self._request()

    def _request(self) -> bytes:
        return process_id_request(self._job) if self._gives_process_ids else IN_ORDER_REQUEST

    def await_proof(self, seconds: float) -> None:
        """Return when the printer has proved that the job is through.

        Raises:
            MediaError: it has stopped (`PRINT_INCOMPLETE`); the message names the remedy.
            SilentError: there was no proof within `seconds`.
        """
        until, can_be_asked = self._now() + seconds, True
        kind = Kind.PROCESS_ID if self._gives_process_ids else Kind.IN_ORDER
        while self._now() < until:
            try:
                answer = self._talk.await_answer(kind, _GLANCE)
            except SilentError:
                can_be_asked = can_be_asked and self._obstacle() is not _SILENT
                continue
            if kind is Kind.IN_ORDER or answer.text == process_id(self._job):
                if self._obstacle() is None:
                    return
                self._talk.rest(_GLANCE)
                self._talk.send(self._request(), _SETTLE)
        self._obstacle()  # one that was too busy to answer before may say now that it has stopped
        raise SilentError

    def _obstacle(self) -> str | None:
        """The code of what keeps it from printing and passes by itself (off line, too hot), None when nothing does.

        Some answer nothing until they are through: `_SILENT`.
        """
        try:
            error = status_error(self._talk.status(_GLANCE))
        except (SilentError, StuckError):
            return _SILENT
        if error is not None and error.code in _STOPPED:
            message = f"The receipt is not complete: take what hangs out of the printer away. {error.message}"
            raise MediaError("PRINT_INCOMPLETE", message) from error
        return error.code if error else None

    def _learn(self) -> bool:
        """Whether the printer gives process ids. Only Epson's are asked for one: others might print the request."""
        if not any(answer.text.startswith(EPSON) for answer in self._in_order(MAKER_REQUEST)):
            return False
        return any(answer.kind is Kind.PROCESS_ID for answer in self._in_order(process_id_request(0)))

    def _in_order(self, request: bytes) -> list[Answer]:
        """Send a request and return what the printer said until it came to the end of all that was sent."""
        self._talk.send(request + IN_ORDER_REQUEST, _SETTLE)
        self._talk.await_answer(Kind.IN_ORDER, _SETTLE)
        return self._talk.rest(_QUIET)
