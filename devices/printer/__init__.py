"""Receipt printers, and the receipt as a value that any of them can print."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from devices.device import Device
from devices.errors import DeviceError, MediaError, ReplaceError, RetryError, StaffError


class Align(Enum):
    """Where a line stands."""

    LEFT = "left"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Line:
    """Text, wrapped at the paper's width; `size` 2 is double width and height. There are sizes 1 to 4."""

    text: str = field(repr=False)
    size: int = 1
    bold: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value. Pairs that follow each other stand in two columns; an empty label continues the values."""

    label: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the paper."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code at least 25 mm wide, centred."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Feed:
    """Empty lines."""

    lines: int = 1


ReceiptPart = Line | Pair | Rule | QrCode | Feed


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt from top to bottom; the printer cuts behind it."""

    parts: tuple[ReceiptPart, ...]


class Paper(Enum):
    """How much paper there is, as the sensors say."""

    PLENTY = "plenty"
    LOW = "low"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the printer said about itself just now; `code` is `OK` or the code of the error that printing would raise."""

    online: bool
    cover_open: bool
    paper: Paper
    cutter_jam: bool = False
    overheated: bool = False
    code: str = "OK"


_PROBLEMS: dict[str, tuple[type[DeviceError], str]] = {
    "COVER_OPEN": (MediaError, "The printer's cover is open: close it until it clicks."),
    "PAPER_OUT": (MediaError, "The printer is out of paper: put in a new roll and close the cover."),
    "CUTTER_JAM": (MediaError, "The cutter is stuck: open the cover, remove the paper, switch off and on."),
    "PAPER_JAM": (
        MediaError,
        "Paper is jammed: open the cover, take the torn pieces out, put the roll in straight.",
    ),
    "OVERHEATED": (RetryError, "The print head is too hot: wait some minutes, it recovers by itself."),
    "PRINTER_BROKEN": (ReplaceError, "The printer reports a failure it cannot recover from: replace it."),
    "OFFLINE": (StaffError, "The printer is off line: press its feed button, or switch it off and on."),
}


def status_error(status: PrinterStatus) -> DeviceError | None:
    """Return the error that stands in the way of printing, its message naming the remedy; None when nothing does."""
    if status.code == "OK":
        return None
    kind, message = _PROBLEMS.get(
        status.code, (StaffError, "The printer cannot print: switch it off and on.")
    )
    return kind(status.code, message)


@dataclass(frozen=True, slots=True)
class Style:
    """How a printer is written to, as its settings say: what its font and its knife can do."""

    chinese: bool = (
        True  # it has a Chinese font (GB18030 as far as GBK goes); without one, every line is drawn
    )
    codes: bool = True  # it draws QR codes itself; without, they are sent as pictures
    full_cut: bool = False  # the paper falls; else it hangs by a bridge until it is taken


USUAL = Style()


class Step(Enum):
    """How far a print is: what the printer's owner writes down, so that a crash leaves the truth behind."""

    SENDING = "sending"  # the next byte may put something on paper
    TAKEN = "taken"  # the printer has all of it, the proof is awaited


_CUT_MM, _PART_MM = 25.0, 8.0  # where a driver does not know better


def _nobody(_: Step) -> None:
    """Listen to nothing."""


class ReceiptPrinter(Device):
    """Prints receipts and says truthfully whether they came out."""

    def status(self) -> PrinterStatus:
        """Ask the printer; nothing is assumed and nothing remembered.

        Raises:
            StaffError: it does not answer (`PRINTER_SILENT`), or its line is gone (`DEVICE_GONE`).
        """
        with self._translated("ask the printer"):
            return self._status()

    def noticed(self) -> PrinterStatus | None:
        """Return what the printer has said by itself since this was last asked; None when it said nothing, or never does.

        Raises:
            StaffError: its line is gone (`DEVICE_GONE`).
        """
        with self._translated("listen to the printer"):
            return self._noticed()

    def length_mm(self, receipt: Receipt) -> float:
        """Return about how much paper a receipt takes, in millimetres. Does not ask the printer."""
        return self._length_mm(receipt)

    def print(self, receipt: Receipt, tell: Callable[[Step], None] = _nobody) -> None:
        """Print and cut; returns only when the printer has said, after the cut, that it is through.

        `tell` hears of each step before it is taken; what it raises at `SENDING` stops the print before the first byte.

        Raises:
            MediaError, RetryError, StaffError, ReplaceError: known before a byte was sent: nothing is printed, the code
                is that of `status_error`, or `PRINTER_SILENT`, or `DEVICE_GONE`.
            ConfigurationError: the receipt cannot be printed as it is set up: nothing is printed.
            MediaError: `PRINT_INCOMPLETE`: paper ran out, cover opened, cutter jammed in the middle.
            StaffError: `PRINT_UNKNOWN`: the printer fell silent, stopped taking data or was unplugged after printing had
                begun. The receipt may have come out; whoever prints again marks the second one as a copy.
        """
        with self._translated("print"):
            self._print(receipt, tell)

    def _noticed(self) -> PrinterStatus | None:
        return None

    def _length_mm(self, receipt: Receipt) -> float:
        return _CUT_MM + _PART_MM * len(receipt.parts)

    @abstractmethod
    def _status(self) -> PrinterStatus: ...

    @abstractmethod
    def _print(self, receipt: Receipt, tell: Callable[[Step], None]) -> None: ...
