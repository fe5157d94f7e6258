"""Receipt printers, and the receipt as a value that any of them can print."""

from abc import abstractmethod
from dataclasses import dataclass, field
from enum import Enum

from devices.device import Device


class Align(Enum):
    """Where a line stands."""

    LEFT = "left"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Line:
    """Text, wrapped at the paper's width; `size` 2 is double width and height."""

    text: str = field(repr=False)
    size: int = 1
    bold: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value on one line, the value on the next line when it does not fit."""

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
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What the printer said about itself just now; `code` is `OK` or the code of the error that printing would raise."""

    online: bool
    cover_open: bool
    paper: Paper
    cutter_jam: bool = False
    overheated: bool = False
    code: str = "OK"


class ReceiptPrinter(Device):
    """Prints receipts and says truthfully whether they came out."""

    def status(self) -> PrinterStatus:
        """Ask the printer; nothing is assumed and nothing remembered.

        Raises:
            StaffError: it does not answer.
        """
        with self._translated("ask the printer"):
            return self._status()

    def print(self, receipt: Receipt) -> None:
        """Print and cut; returns only when the printer has proved that it is through (status read back).

        Raises:
            MediaError: paper out, cover open, cutter jam: known before printing (`PAPER_OUT`), or in the middle
                (`PRINT_INCOMPLETE`).
            StaffError: the printer was silent before (`DEVICE_GONE`) or after (`PRINT_UNKNOWN`: it may have printed).
        """
        with self._translated("print"):
            self._print(receipt)

    @abstractmethod
    def _status(self) -> PrinterStatus: ...

    @abstractmethod
    def _print(self, receipt: Receipt) -> None: ...
