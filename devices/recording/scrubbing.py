"""What every scrubber is: bytes of both sides in, the same without anything personal out. Pure.

Only what is known to be harmless passes as it is. What cannot be understood is masked, byte by byte.
"""

from typing import Protocol

SPECIMEN_NUMBER = "11010519491231002X"  # published with GB 11643
SPECIMEN_CHARACTER = "样"


class Scrubber(Protocol):
    """Scrubs one conversation. What has begun and is not whole yet is held back."""

    def host(self, data: bytes) -> bytes:
        """Return what may be kept of what the driver has sent."""

    def device(self, data: bytes) -> bytes:
        """Return what may be kept of what the device has sent."""

    def cut(self) -> bytes:
        """Return what the device had begun to say, masked, now that the driver asks anew; nothing where that ends nothing."""

    def rest(self) -> tuple[bytes, bytes]:
        """Return what was held back, masked: of the driver, of the device. For when nothing has come for long."""


def plain(byte: int) -> int:
    """Return an ASCII byte without what it says: a digit is 0, a letter x or X, all else is itself."""
    character = chr(byte)
    if character.isdigit():
        return ord("0")
    return ord("x" if character.islower() else "X") if character.isalpha() else byte
