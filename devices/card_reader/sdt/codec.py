"""Frames of the SDT protocol. Pure: bytes in, frames out.

Request: `AA AA AA 96 69 | Len (16 bit, big-endian) | CMD | Para | Data | CHK`.
Answer:  `AA AA AA 96 69 | Len | SW1 | SW2 | SW3 | Data | CHK`.
Len counts everything behind it, the checksum included. CHK is the XOR of everything from Len up to the byte before it.

Lines in the field lose and invent bytes, also inside the preamble (`AA 00 AA AA 96 69` was logged by a real reader), so
the parser finds the preamble even with a few strange bytes in it, and the checksum decides.
"""

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import reduce
from operator import xor

PREAMBLE = bytes.fromhex("AAAAAA9669")
_STRAY = rb"[\s\S]{0,3}"
_PREAMBLE_AT_END = re.compile(_STRAY.join([rb"\xAA", rb"\xAA", rb"\xAA", rb"\x96", rb"\x69"]) + rb"\Z")
_LONGEST_PREAMBLE = 5 + 4 * 3
SAM_ID_SIZE = 16
_HEADER = 2
_SHORTEST, _LONGEST = 4, 0x0A00  # the longest answer known is text, photo and two fingerprints: 0x090A


class Command(Enum):
    """What a reader can be asked: CMD and Para."""

    RESET = b"\x10\xff"
    STATUS = b"\x11\xff"
    SAM_ID = b"\x12\xff"
    FIND = b"\x20\x01"
    SELECT = b"\x20\x02"
    READ = b"\x30\x01"
    READ_ADDRESS = b"\x30\x03"
    READ_CHIP_NUMBER = b"\x30\x05"
    READ_WITH_FINGERPRINTS = b"\x30\x10"
    BAUD_115200 = b"\x60\x00"
    BAUD_57600 = b"\x60\x01"
    BAUD_38400 = b"\x60\x02"
    BAUD_19200 = b"\x60\x03"
    BAUD_9600 = b"\x60\x04"
    MAX_RF_BYTES = b"\x61\xff"


@dataclass(frozen=True, slots=True)
class Answer:
    """A frame whose checksum was right; `status` is SW3. The data is personal and not in `repr`."""

    status: int
    data: bytes = field(default=b"", repr=False)
    card_status: bytes = b"\0\0"  # SW1 and SW2: what the card said


class Garbled(Enum):
    """Something that began like a frame and was none."""

    CHECKSUM = "checksum"
    LENGTH = "length"


def checksum(content: bytes) -> int:
    """Return the XOR of all bytes."""
    return reduce(xor, content, 0)


def request(command: Command, data: bytes = b"") -> bytes:
    """Return the bytes that ask the reader for `command`."""
    content = (len(data) + 3).to_bytes(_HEADER, "big") + command.value + data
    return PREAMBLE + content + bytes([checksum(content)])


class AnswerParser:
    """Finds answers in whatever comes off the line; see the module's text for what it survives."""

    def __init__(self) -> None:
        self._buffer = b""
        self._tried = 0  # preambles that end before or here turned out to be none

    @property
    def in_frame(self) -> bool:
        """Whether a preamble was seen and the rest of its frame has not come yet."""
        return self._preamble() is not None

    def feed(self, received: bytes) -> list[Answer | Garbled]:
        """Return what is complete now, in the order it came. Pieces may be split and merged in any way."""
        self._buffer += received
        found: list[Answer | Garbled] = []
        while (end := self._preamble()) is not None:
            result, used = _frame(self._buffer[end:])
            if result is None:
                return found
            found.append(result)
            if used:
                self._buffer, self._tried = self._buffer[end + used :], 0
            else:
                self._tried = end
        self._buffer = self._buffer[-_LONGEST_PREAMBLE:]
        self._tried = len(self._buffer)
        return found

    def salvage(self) -> list[Answer | Garbled]:
        """Return what stands complete behind a frame whose rest will never come; forget everything else.

        To be called when the line has been silent for long.
        """
        found: list[Answer | Garbled] = []
        while (broken := self._preamble()) is not None:
            self._tried = broken
            found += self.feed(b"")
        self._buffer, self._tried = b"", 0
        return found

    def _preamble(self) -> int | None:
        """Return where the first preamble ends that was not tried yet."""
        end = self._tried
        while end := self._buffer.find(PREAMBLE[-1:], end) + 1:
            if _PREAMBLE_AT_END.search(self._buffer, max(0, end - _LONGEST_PREAMBLE), end):
                return end
        return None


def _frame(rest: bytes) -> tuple[Answer | Garbled | None, int]:
    """Return the frame behind a preamble, or None when it has not come whole, and how many bytes it took."""
    length = int.from_bytes(rest[:_HEADER], "big")
    if len(rest) < _HEADER or (_SHORTEST <= length <= _LONGEST and len(rest) < _HEADER + length):
        return None, 0
    if not _SHORTEST <= length <= _LONGEST:
        return Garbled.LENGTH, 0
    frame = rest[: _HEADER + length]
    if checksum(frame):
        return Garbled.CHECKSUM, 0  # what follows the preamble is looked at again: it may hold the true one
    return Answer(frame[4], frame[5:-1], frame[2:4]), len(frame)


def sam_id(data: bytes) -> str:
    """Return the reader's security module number as it is printed on the module, from the 16 data bytes of SAM_ID.

    Raises:
        ValueError: these are not 16 bytes.
    """
    if len(data) != SAM_ID_SIZE:
        raise ValueError(f"a SAM id has 16 bytes, not {len(data)}")
    numbers = [int.from_bytes(data[at : at + size], "little") for at, size in _SAM_ID_FIELDS]
    return "{:02}.{:02}-{:08}-{:010}-{:010}".format(*numbers)


_SAM_ID_FIELDS = ((0, 2), (2, 2), (4, 4), (8, 4), (12, 4))
