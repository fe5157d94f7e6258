"""Scrubs ESC/POS: what would stand on paper becomes characters of the same width, codes and pictures blank."""

from devices.recording.scrubbing import SPECIMEN_CHARACTER, plain
from devices.simulators.escpos_commands import Command, CommandReader

_LEAD, _TRAIL = SPECIMEN_CHARACTER.encode("gb18030")
_STORE = 80  # GS ( k: store the data of a code
_RASTER_HEAD = 5


class ReceiptScrubber:
    """Commands pass, their texts do not; a printer says nothing but how it is."""

    def __init__(self) -> None:
        self._reader = CommandReader()
        self._in_character = False
        self._heard = self._given = 0

    def host(self, data: bytes) -> bytes:
        """Return the commands that are whole now."""
        scrubbed = b"".join(self._scrubbed(each) for each in self._reader.feed(data))
        self._heard, self._given = self._heard + len(data), self._given + len(scrubbed)
        return scrubbed

    def device(self, data: bytes) -> bytes:
        """Return it as it is: statuses, and the numbers of jobs."""
        return data

    def cut(self) -> bytes:
        """Return nothing: what is sent ends nothing."""
        return b""

    def rest(self) -> tuple[bytes, bytes]:
        """Return a command that was cut as zeros."""
        held = self._heard - self._given
        self.__init__()  # type: ignore[misc]  # what comes next begins anew
        return bytes(held), b""

    def _scrubbed(self, command: Command) -> bytes:
        if command.name == "text":
            return bytes(self._character(byte) for byte in command.raw)
        self._in_character = False
        head = command.raw[: len(command.raw) - len(command.arguments)]
        if command.name == "GS ( k" and command.arguments[3:4] == bytes([_STORE]):
            return head + command.arguments[:5] + bytes(map(plain, command.arguments[5:]))
        if command.name.startswith("GS v"):
            return (head + command.arguments[:_RASTER_HEAD]).ljust(len(command.raw), b"\0")
        return command.raw

    def _character(self, byte: int) -> int:
        """Return what stands for a byte of GB18030; each of its characters is pairs of a lead and any byte, or ASCII."""
        if self._in_character:
            self._in_character = False
            return _TRAIL
        if byte >= 0x80:
            self._in_character = True
            return _LEAD
        return plain(byte)
