"""Scrubs the SDT protocol: the card's texts, photo and addresses become those of a specimen, checksums are made anew.

A checksum that was wrong stays wrong, in the same bits; a frame that was cut stays as long as it was.
"""

from devices.card_reader.sdt.codec import PREAMBLE, SAM_ID_SIZE, checksum
from devices.simulators.specimens import ADDRESS_SIZE, PHOTO, SPECIMENS, TEXT_SIZE, address_record

_HEAD, _STATUS = len(PREAMBLE) + 2, 3
_SHORTEST, _LONGEST = 4, 0x0A00
_KIND = slice(248, 250)
_BY_KIND = {"J": "hk_macau_taiwan", "I": "foreign_2017", "Y": "foreign_2023"}
_ADDRESS = address_record("广州市越秀区样本路一号")


class IdentityCardScrubber:
    """Requests hold nothing of a card and pass; answers do not."""

    def __init__(self) -> None:
        self._held = b""

    def host(self, data: bytes) -> bytes:
        """Return it as it is."""
        return data

    def device(self, data: bytes) -> bytes:
        """Return the frames that are whole now, scrubbed, and noise as zeros."""
        self._held += data
        scrubbed = b""
        while piece := self._first():
            self._held = self._held[len(piece) :]
            scrubbed += piece
        return scrubbed

    def cut(self) -> bytes:
        """Return the frame that will not be whole any more, masked."""
        return self.rest()[1]

    def rest(self) -> tuple[bytes, bytes]:
        """Return the head of a frame that was cut, and the rest as zeros."""
        held, self._held = self._held, b""
        head = held[:_HEAD] if held.startswith(PREAMBLE) else b""
        return b"", head + bytes(len(held) - len(head))

    def _first(self) -> bytes:
        """Return the first piece that can be given away, as long as what it stands for."""
        begin = self._held.find(PREAMBLE)
        if begin < 0:
            return bytes(max(0, len(self._held) - len(PREAMBLE) + 1))
        if begin:
            return bytes(begin)
        length = int.from_bytes(self._held[len(PREAMBLE) : _HEAD], "big")
        if len(self._held) >= _HEAD and not _SHORTEST <= length <= _LONGEST:
            return bytes(len(PREAMBLE))
        whole = _HEAD + length
        return _scrubbed(self._held[:whole]) if len(self._held) >= max(whole, _HEAD + _SHORTEST) else b""


def _scrubbed(frame: bytes) -> bytes:
    start = len(PREAMBLE)
    wrong = checksum(frame[start:])
    content = frame[start : _HEAD + _STATUS] + _data(frame[_HEAD + _STATUS : -1])
    return PREAMBLE + content + bytes([checksum(content) ^ wrong])


def _data(data: bytes) -> bytes:
    if len(data) == SAM_ID_SIZE:
        return data  # the reader's own number
    text, photo = int.from_bytes(data[:2], "big"), int.from_bytes(data[2:4], "big")
    if text == TEXT_SIZE and len(data) >= 4 + text + photo:
        kind = data[4 : 4 + text][_KIND].decode("utf-16-le", "replace")
        specimen = SPECIMENS[_BY_KIND.get(kind, "resident")].text
        rest = len(data) - 4 - text - photo  # fingerprints
        return data[:4] + specimen + PHOTO[:photo].ljust(photo, b"\0") + bytes(rest)
    if data and not len(data) % ADDRESS_SIZE:
        return _ADDRESS * (len(data) // ADDRESS_SIZE)
    return bytes(len(data))
