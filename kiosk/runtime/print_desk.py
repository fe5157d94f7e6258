"""What printing owes whatever comes out: journalled before it leaves, never twice unasked, an end that is true."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from devices.errors import DeviceError, ResidentError
from devices.printer import Step
from kiosk.events.printing import PRINTED_BEFORE, Paper, PrintEnded

NOT_JOURNALLED = "NOT_JOURNALLED"

_NOT_SENT = {
    NOT_JOURNALLED: "Free space on the terminal's disk; nothing was printed.",
    PRINTED_BEFORE: "A paper may be out already: print a copy, marked as one; nothing was printed.",
}

#: Codes after which the paper may or may not have come out.
UNCERTAIN = frozenset({"PRINT_UNKNOWN", "DRIVER_FAULT"})


class PrintJournal(Protocol):
    """Where the truth about a print job is kept."""

    def sending(self, transaction: str, *, copy: bool) -> str:
        """Note that bytes are about to leave; "" when that is durable, else the code of why none may."""

    def printing(self, transaction: str) -> None:
        """Note that the printer has taken all of it."""

    def printed(self, transaction: str, paper: Paper) -> None:
        """Note how the print job ended."""


@dataclass(frozen=True, slots=True)
class Job:
    """One print: the command it answers, what the journal calls it ("" when it keeps none), whether it is a copy."""

    command: int
    name: str
    copy: bool

    def note(self, journal: PrintJournal, step: Step) -> None:
        """Journal a step.

        Raises:
            ResidentError: nothing may leave for the printer.
        """
        if not self.name:
            return
        if step is Step.TAKEN:
            journal.printing(self.name)
        elif code := journal.sending(self.name, copy=self.copy):
            raise _NotSentError(code, _NOT_SENT[code])

    def ended(
        self, journal: PrintJournal, post: Callable[[PrintEnded], None], future: "Future[None]"
    ) -> None:
        """Journal how it ended, and tell."""
        paper, code = _fate(future)
        if self.name and code not in _NOT_SENT:
            journal.printed(self.name, paper)
        post(PrintEnded(self.command, paper, code))


class _NotSentError(ResidentError):
    """Not the printer's fault: it is a kind of error that leaves the device as it is."""


def _fate(future: "Future[None]") -> tuple[Paper, str]:
    """What is known about the paper, and the code of what went wrong."""
    error = future.exception()
    if error is None:
        return Paper.PRINTED, ""
    code = error.code if isinstance(error, DeviceError) else "DRIVER_FAULT"
    return (Paper.UNKNOWN if code in UNCERTAIN else Paper.FAILED), code
