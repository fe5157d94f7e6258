"""What an ESC/POS printer says about itself: the questions, the bytes it answers with, and what they mean.

The shapes of the bytes ("transmission status identification" and "response" of the ESC/POS command reference; x is a
data bit):

========================  ============================
answer to DLE EOT n       ``0xx1xx10``
automatic status          ``0xx1xx00``, then three bytes ``0xx0xxxx``
answer to GS r            ``0xx0xxxx``
process id (GS ( H)       ``37 22``, four characters, ``00``
printer information       ``5F``, characters, ``00``
XON, XOFF                 ``00010001``, ``00010011``
========================  ============================
"""

from dataclasses import dataclass
from enum import Enum, IntEnum, auto

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


#: GS r 1: the paper sensor, told when everything sent before has been processed, the cut included.
IN_ORDER_REQUEST = b"\x1dr\x01"

#: GS I 66: who made the printer. Only Epson's are asked for a process id: others might print the request.
MAKER_REQUEST = b"\x1dI\x42"
EPSON = b"EPSON"

#: GS a: status that nobody asked for, when anything but the drawer changes; and none, while a receipt is printed: what is
#: left of one that lost a byte could be taken for proof.
AUTOMATIC_STATUS = b"\x1da\x0e"
NO_AUTOMATIC_STATUS = b"\x1da\x00"

#: DLE DC4 8: forget what is buffered, so that the rest of a stopped receipt does not greet the next resident.
CLEAR_BUFFER = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"


def process_id_request(job: int) -> bytes:
    """Return GS ( H 48: "say these four characters when everything before is printed"."""
    return b"\x1d(H\x06\x0000" + process_id(job)


def process_id(job: int) -> bytes:
    """Return the four characters of a job's number."""
    return b"%04d" % (job % 10000)


class Kind(Enum):
    """Which question an answer belongs to."""

    REAL_TIME = auto()
    IN_ORDER = auto()
    PROCESS_ID = auto()
    MAKER = auto()
    AUTOMATIC = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status byte in `bits`, or its characters (the four bytes of an automatic status) in `text`."""

    kind: Kind
    bits: int = 0
    text: bytes = b""


_BLOCKS = {0x37: Kind.PROCESS_ID, 0x5F: Kind.MAKER}
_IDENTIFIERS = {Kind.PROCESS_ID: b"\x22", Kind.MAKER: b""}
_LONGEST_BLOCK = 80
_AUTOMATIC_BYTES = 4


class AnswerReader:
    """Takes bytes as they come and returns the answers among them; line noise is dropped."""

    def __init__(self) -> None:
        self._automatic = b""  # an automatic status of which bytes are still to come
        self._block: bytearray | None = None

    def feed(self, data: bytes) -> list[Answer]:
        """Return the answers that are complete with `data`."""
        return [answer for byte in data if (answer := self._answer(byte)) is not None]

    def _answer(self, byte: int) -> Answer | None:
        if self._block is not None:
            return self._in_block(self._block, byte)
        if byte in _BLOCKS:
            self._block = bytearray((byte,))
            return None
        if byte & 0x90 == 0x00:
            return self._in_automatic(byte) if self._automatic else Answer(Kind.IN_ORDER, byte)
        self._automatic = bytes((byte,)) if byte & 0x93 == 0x10 else b""
        return Answer(Kind.REAL_TIME, byte) if byte & 0x93 == 0x12 else None

    def _in_automatic(self, byte: int) -> Answer | None:
        status = self._automatic + bytes((byte,))
        whole = len(status) == _AUTOMATIC_BYTES
        self._automatic = b"" if whole else status
        return Answer(Kind.AUTOMATIC, text=status) if whole else None

    def _in_block(self, block: bytearray, byte: int) -> Answer | None:
        if byte:
            block.append(byte)
            if len(block) > _LONGEST_BLOCK:
                self._block = None  # noise that looked like a header
            return None
        self._block = None
        kind, text = _BLOCKS[block[0]], bytes(block[1:])
        identifier = _IDENTIFIERS[kind]
        return Answer(kind, text=text.removeprefix(identifier)) if text.startswith(identifier) else None


def interpret(printer: int, offline_cause: int, error_cause: int, paper: int) -> PrinterStatus:
    """Return the status that the answers to the four queries mean."""
    out = bool(offline_cause & 0x20) or bool(paper & 0x60)
    return _status(
        online=not printer & 0x08,
        cover_open=bool(offline_cause & 0x04),
        paper=Paper.OUT if out else Paper.LOW if paper & 0x0C else Paper.PLENTY,
        error=error_cause,
    )


def interpret_automatic(status: bytes) -> PrinterStatus:
    """Return the status that the four bytes of an automatic one mean."""
    general, error, sensor, _ = status
    return _status(
        online=not general & 0x08,
        cover_open=bool(general & 0x20),
        paper=Paper.OUT if sensor & 0x0C else Paper.LOW if sensor & 0x03 else Paper.PLENTY,
        error=error,
    )


def _status(*, online: bool, cover_open: bool, paper: Paper, error: int) -> PrinterStatus:
    """What is worst is named first. Both kinds of status have the same bits for errors."""
    jam, cutter_jam, broken, overheated = (bool(error & bit) for bit in (0x04, 0x08, 0x20, 0x40))
    found = {
        "COVER_OPEN": cover_open,
        "PAPER_OUT": paper is Paper.OUT,
        "CUTTER_JAM": cutter_jam,
        "PAPER_JAM": jam,
        "PRINTER_BROKEN": broken,
        "OVERHEATED": overheated,
        "OFFLINE": not online,
    }
    code = next((name for name, is_so in found.items() if is_so), "OK")
    return PrinterStatus(online, cover_open, paper, cutter_jam, overheated, code)
