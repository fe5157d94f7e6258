"""Scrubs what a scanner sends: a code keeps its kind, its length and its end, and says nothing any more."""

import re

from devices.recording.scrubbing import SPECIMEN_CHARACTER, SPECIMEN_NUMBER, plain

_END = re.compile(rb"([\r\n]+)")
_AIM = re.compile(rb"\][A-Za-z][0-9]")
_NUMBER = re.compile(rb"(?<!\d)\d{17}[\dXx](?!\d)")
_THREE, _FOUR = SPECIMEN_CHARACTER, "𠀀"  # as long in UTF-8
_TWO = "é"


class CodeScrubber:
    """Nothing is ever sent to a scanner."""

    def __init__(self) -> None:
        self._held = b""

    def host(self, data: bytes) -> bytes:
        """Return it as it is."""
        return data

    def device(self, data: bytes) -> bytes:
        """Return the codes that are whole now."""
        *whole, self._held = _END.split(self._held + data)
        return b"".join(each if _END.fullmatch(each) else _scrubbed(each) for each in whole)

    def cut(self) -> bytes:
        """Return nothing: what is sent ends nothing."""
        return b""

    def rest(self) -> tuple[bytes, bytes]:
        """Return a code without its end."""
        held, self._held = self._held, b""
        return b"", _scrubbed(held)


def _scrubbed(code: bytes) -> bytes:
    aim = _AIM.match(code)
    begin = aim.end() if aim else 0
    text = _NUMBER.sub(SPECIMEN_NUMBER.encode(), code[begin:])
    if text == code[begin:] or SPECIMEN_NUMBER.encode() not in text:
        return code[:begin] + _plain(code[begin:])
    pieces = text.split(SPECIMEN_NUMBER.encode())
    return code[:begin] + SPECIMEN_NUMBER.encode().join(map(_plain, pieces))


def _plain(text: bytes) -> bytes:
    try:
        characters = text.decode("utf-8")
    except UnicodeDecodeError:  # another encoding, or garbled: it stays no UTF-8
        return bytes(0xFF if byte >= 0x80 else plain(byte) for byte in text)
    return b"".join(_character(each) for each in characters)


def _character(character: str) -> bytes:
    coded = character.encode("utf-8")
    match len(coded):
        case 1:
            return bytes([plain(coded[0])])
        case 2:
            return _TWO.encode()
        case 3:
            return _THREE.encode()
        case _:
            return _FOUR.encode()
