"""From the bytes of a scanner's line to codes. Pure.

Scanners send the text and an end, CR or LF or both, as nearly all do when they are bought; some send an AIM identifier
before it (`]Q1`, ISO/IEC 15424). There is no checksum: where a wrong character matters the code itself must have one.
"""

import re
from typing import Final

from devices.errors import RetryError
from devices.scanner import Code, Symbology, plain

LONGEST: Final = 8192  # the longest QR code has 7089 digits
_END = re.compile(rb"[\r\n]+")
_AIM = re.compile(r"\](?:(Q)|(d)|(L)|(C)|[A-Za-z])[0-9]")
_SYMBOLOGIES = (Symbology.QR, Symbology.DATA_MATRIX, Symbology.PDF417, Symbology.CODE_128)


class Framing:
    """Collects what comes; `encoding` is the one that the scanner is set to."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self._encoding = encoding
        self._buffer = b""

    @property
    def begun(self) -> bool:
        """Whether a code has begun and its end has not come."""
        return bool(self._buffer)

    def feed(self, received: bytes) -> list[bytes]:
        """Return the codes that are whole now, as bytes."""
        *whole, self._buffer = _END.split(self._buffer + received)
        self._buffer = self._buffer[: LONGEST + 1]
        return [each for each in whole if each]

    def abandon(self) -> None:
        """Drop what has begun."""
        self._buffer = b""

    def code(self, content: bytes) -> Code | None:
        """Return the code, or None when nothing is left of it without control characters.

        Raises:
            RetryError: it is not in the scanner's encoding, or too long (`SCAN_GARBLED`).
        """
        try:
            text = content.decode(self._encoding)
        except UnicodeDecodeError as error:
            raise _garbled() from error
        if len(content) > LONGEST:
            raise _garbled()
        symbology = Symbology.UNKNOWN
        if found := _AIM.match(text):
            text = text[found.end() :]
            symbology = _SYMBOLOGIES[found.lastindex - 1] if found.lastindex else symbology
        text = plain(text)
        return Code(text, symbology) if text else None


def incomplete() -> RetryError:
    """Return the error of a code whose end did not come."""
    return RetryError(
        "SCAN_INCOMPLETE",
        "Only a part of the code arrived: hold it there again; if it stays, set the scanner to end each code with CR.",
    )


def _garbled() -> RetryError:
    return RetryError(
        "SCAN_GARBLED",
        "The code arrived garbled: hold it there again; if it stays, check the scanner's cable, rate and encoding.",
    )
