"""Printers of documents: PDF on A4 sheets, and the truth about whether they came out."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from devices.device import Device
from devices.errors import DeviceError, MediaError, StaffError
from devices.printer import Paper, Step


@dataclass(frozen=True, slots=True)
class DocumentPrinterStatus:
    """What queue and printer said just now; `code` is `OK` or the code of the error that printing would raise."""

    paper: Paper
    code: str = "OK"


_PROBLEMS: dict[str, tuple[type[DeviceError], str]] = {
    "COVER_OPEN": (MediaError, "A door of the printer is open: close it until it clicks."),
    "PAPER_JAM": (MediaError, "Paper is jammed: open the doors, take the sheets out, close the doors."),
    "PAPER_OUT": (MediaError, "The printer is out of paper: put A4 sheets into the tray."),
    "OUTPUT_FULL": (MediaError, "The output tray is full: take the sheets out."),
    "TONER_OUT": (MediaError, "The printer has no toner or ink left: put in a new cartridge."),
    "QUEUE_STOPPED": (StaffError, "The printer's queue is stopped: start it with cupsenable."),
    "QUEUE_CLOSED": (StaffError, "The printer's queue takes no jobs: open it with cupsaccept."),
    "OFFLINE": (StaffError, "The printer does not answer: check that it is switched on and connected."),
}


def status_error(code: str) -> DeviceError | None:
    """Return the error that stands in the way of printing, its message naming the remedy; None when nothing does."""
    if code == "OK":
        return None
    kind, message = _PROBLEMS[code]
    return kind(code, message)


def _nobody(_: Step) -> None:
    """Listen to nothing."""


class DocumentPrinter(Device):
    """Prints PDF documents and says truthfully whether they came out."""

    def status(self) -> DocumentPrinterStatus:
        """Ask queue and printer.

        Raises:
            StaffError: nothing answers at the address (`DEVICE_GONE`).
            ConfigurationError: the queue is not set up as it must be.
        """
        with self._translated("ask the printer"):
            return self._status()

    def print(self, pdf: bytes, tell: Callable[[Step], None] = _nobody) -> None:
        """Print one copy; returns only when the printer has said that the job is completed.

        `tell` hears of each step before it is taken; what it raises at `SENDING` stops the print before it is sent.

        Raises:
            MediaError, StaffError, ConfigurationError: known before anything was sent: nothing is printed.
            StaffError: `PRINT_REFUSED`: the queue would not take it: nothing is printed.
            MediaError: `PRINT_INCOMPLETE`: it stopped in the middle and was cancelled; the message names the remedy.
            StaffError: `PRINT_ABORTED`: queue or printer gave it up; what came out is not complete.
            StaffError: `PRINT_UNKNOWN`: nothing was heard of it any more. It may come out, or have come out.
        """
        with self._translated("print"):
            self._print(pdf, tell)

    @abstractmethod
    def _status(self) -> DocumentPrinterStatus: ...

    @abstractmethod
    def _print(self, pdf: bytes, tell: Callable[[Step], None]) -> None: ...
