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

#: GS a 0: no status that nobody asked for.
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


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status byte in `bits`, or its characters in `text`."""

    kind: Kind
    bits: int = 0
    text: bytes = b""


_BLOCKS = {0x37: Kind.PROCESS_ID, 0x5F: Kind.MAKER}
_IDENTIFIERS = {Kind.PROCESS_ID: b"\x22", Kind.MAKER: b""}
_LONGEST_BLOCK = 80


class AnswerReader:
    """Takes bytes as they come and returns the answers among them; automatic status and line noise are dropped."""

    def __init__(self) -> None:
        self._automatic = 0  # bytes of an automatic status still to come
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
            if self._automatic:
                self._automatic -= 1
                return None
            return Answer(Kind.IN_ORDER, byte)
        self._automatic = 3 if byte & 0x93 == 0x10 else 0
        return Answer(Kind.REAL_TIME, byte) if byte & 0x93 == 0x12 else None

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
    cover_open = bool(offline_cause & 0x04)
    out = bool(offline_cause & 0x20) or bool(paper & 0x60)
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
    level = Paper.OUT if out else Paper.LOW if paper & 0x0C else Paper.PLENTY
    return PrinterStatus(online, cover_open, level, cutter_jam, overheated, code)
