"""Scrubs the conversation with a chip card: records of a social security card become a specimen's, all that is not known zeros.

Travel documents speak under keys of their own from EXTERNAL AUTHENTICATE on: nothing of that is kept but how long it was, so
that a recording of one shows how far it came and cannot be replayed to its end.
"""

import time
from collections.abc import Callable

from devices.recording.scrubbing import SPECIMEN_NUMBER
from devices.recording.tape import DEVICE, HOST, Recorder, Said

_SELECT, _READ_RECORD, _CHALLENGE, _GET_DATA = 0xA4, 0xB2, 0x84, 0xCA
_CARD_NUMBER = b"X00000019"
_HARMLESS = frozenset({0x02, 0x03, 0x04, 0x05, 0x06})  # class, version, agency, dates of the card
_NAME = "样本".encode("gb18030")
_RECORDS = {
    0x07: _CARD_NUMBER,
    0x08: SPECIMEN_NUMBER.encode(),
    0x09: _NAME,
    0x0A: b"2",
    0x0B: b"\x01",
    0x0C: bytes.fromhex("110105"),
    0x0D: bytes.fromhex("19491231"),
}
_UID = bytes.fromhex("DEADBEEF010203040506")


class ChipCardScrubber:
    """Scrubs a command and its response together."""

    def command(self, command: bytes) -> bytes:
        """Return what may be kept of a command: which file was selected or record asked for, else its head."""
        if len(command) < 5 or command[1] in {_SELECT, _READ_RECORD, _CHALLENGE, _GET_DATA}:
            return command
        return command[:5] + bytes(len(command) - 5)

    def response(self, command: bytes, response: bytes) -> bytes:
        """Return what may be kept of the response; its status word always."""
        data, status = response[:-2], response[-2:]
        instruction = command[1] if len(command) > 1 else 0
        if instruction in {_SELECT, _CHALLENGE} or not data:
            return response
        if instruction == _GET_DATA:
            return _UID[: len(data)].ljust(len(data), b"\0") + status
        if instruction == _READ_RECORD:
            return _record(data) + status
        return bytes(len(data)) + status


def _record(data: bytes) -> bytes:
    """Return one record, tag, length and value; several at once are not told apart, and blank."""
    tag, length, value = data[0], data[1] if len(data) > 1 else 0, data[2:]
    if length != len(value):
        return bytes(len(data))
    if tag in _HARMLESS:
        return data
    if tag == 0x01:
        return data[:2] + value[:8].ljust(length, b"\0")  # region and issuer; not the serial number
    return data[:2] + _RECORDS.get(tag, b"")[:length].ljust(length, b"\0")


def noted_by(recorder: Recorder, now: Callable[[], float] = time.monotonic) -> Callable[[bytes, bytes], None]:
    """Return what takes each command with its response, and has them recorded scrubbed."""
    scrubber, began = ChipCardScrubber(), now()

    def note(command: bytes, response: bytes) -> None:
        at = now() - began
        kept = scrubber.command(command), scrubber.response(command, response)
        recorder.say(Said(at, who, data) for who, data in zip((HOST, DEVICE), kept, strict=True))

    return note
