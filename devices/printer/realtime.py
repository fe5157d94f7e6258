"""What an ESC/POS printer says about itself: the bytes it sends, and what they mean.

The shapes of the bytes (Epson's and compatible printers' "transmission status identification"; x is a data bit):

========================  ============================
answer to DLE EOT n       ``0xx1xx10``
automatic status          ``0xx1xx00``, then three bytes ``0xx0xxxx``
answer to GS r            ``0xx0xxxx``
XON, XOFF                 ``00010001``, ``00010011``
========================  ============================
"""

from dataclasses import dataclass
from enum import IntEnum

from devices.errors import ConfigurationError, DeviceError, MediaError, ReplaceError, StaffError
from devices.printer import Paper, PrinterStatus


class Query(IntEnum):
    """What DLE EOT n can ask; the printer answers at once, whatever else it is doing."""

    PRINTER = 1
    OFFLINE_CAUSE = 2
    ERROR_CAUSE = 3
    PAPER = 4

    def request(self) -> bytes:
        """Return the bytes that ask."""
        return bytes((0x10, 0x04, self))


#: GS r 1: the paper sensor, told when everything sent before has been processed. The proof that a job is through.
IN_ORDER_REQUEST = b"\x1dr\x01"

#: GS a 0: no status that nobody asked for.
NO_AUTOMATIC_STATUS = b"\x1da\x00"

#: DLE DC4 8: forget what is buffered, so that the rest of a stopped receipt does not greet the next resident.
CLEAR_BUFFER = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer byte; `in_order` tells that it answers GS r, else it answers DLE EOT."""

    bits: int
    in_order: bool = False


class AnswerReader:
    """Takes bytes as they come and returns the answers among them; automatic status and line noise are dropped."""

    def __init__(self) -> None:
        self._automatic = 0  # bytes of an automatic status still to come

    def feed(self, data: bytes) -> list[Answer]:
        """Return the answers that are complete with `data`."""
        return [answer for byte in data if (answer := self._answer(byte)) is not None]

    def _answer(self, byte: int) -> Answer | None:
        if byte & 0x90 == 0x00:
            if self._automatic:
                self._automatic -= 1
                return None
            return Answer(byte, in_order=True)
        self._automatic = 3 if byte & 0x93 == 0x10 else 0
        return Answer(byte) if byte & 0x93 == 0x12 else None


def interpret(printer: int, offline_cause: int, error_cause: int, paper: int | None) -> PrinterStatus:
    """Return the status that the four answers mean; `paper` is None when the printer did not tell about paper."""
    cover_open = bool(offline_cause & 0x04)
    out = bool(offline_cause & 0x20) or (paper is not None and bool(paper & 0x60))
    cutter_jam, broken, overheated = (bool(error_cause & bit) for bit in (0x08, 0x20, 0x40))
    online = not printer & 0x08
    found = {
        "COVER_OPEN": cover_open,
        "PAPER_OUT": out,
        "CUTTER_JAM": cutter_jam,
        "PRINTER_BROKEN": broken,
        "OVERHEATED": overheated,
        "OFFLINE": not online,
    }
    code = next((name for name, is_so in found.items() if is_so), "OK")
    return PrinterStatus(online, cover_open, _paper(out, paper), cutter_jam, overheated, code)


def _paper(out: bool, paper: int | None) -> Paper:
    if out:
        return Paper.OUT
    if paper is None:
        return Paper.UNKNOWN
    return Paper.LOW if paper & 0x0C else Paper.PLENTY


def problem(status: PrinterStatus) -> DeviceError | None:
    """Return the error that stands in the way of printing, or None; its message names the remedy."""
    match status.code:
        case "OK":
            return None
        case "COVER_OPEN":
            return MediaError("COVER_OPEN", "The printer's cover is open: close it until it clicks.")
        case "PAPER_OUT":
            return MediaError("PAPER_OUT", "The printer is out of paper: put in a new roll and close the cover.")
        case "CUTTER_JAM":
            return MediaError("CUTTER_JAM", "The cutter is stuck: open the cover, remove the paper, switch off and on.")
        case "OVERHEATED":
            return MediaError("OVERHEATED", "The print head is too hot: wait some minutes, it recovers by itself.")
        case "PRINTER_BROKEN":
            return ReplaceError("PRINTER_BROKEN", "The printer reports a failure it cannot recover from: replace it.")
        case "OFFLINE":
            return StaffError("OFFLINE", "The printer is off line: press its feed button, or switch it off and on.")
        case other:
            return ConfigurationError(other, "The printer reports a state that this driver does not know.")
