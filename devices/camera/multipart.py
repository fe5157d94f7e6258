"""Motion JPEG out of an HTTP stream of parts (`multipart/x-mixed-replace`, RFC 2046), whatever else is in it. No I/O.

A part counts when it is a whole JPEG: from its start marker to its end marker. Everything else is skipped: noise between
the parts, parts of which bytes were lost, added or changed in length. After noise the next boundary is looked for, so
that the stream finds its way again with the next whole frame.
"""

import re

#: A frame larger than this is none: a 4K camera sends about 4 MB.
LONGEST_FRAME = 16_000_000
_LONGEST_HEAD = 4096
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,9})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_START, _END = b"\xff\xd8\xff", b"\xff\xd9"


def boundary_of(content_type: str) -> bytes | None:
    """Return the boundary that a `Content-Type` declares, or None when it is not a stream of parts.

    Cameras disagree on whether the dashes in front belong to it; they are left out here.
    """
    kind, _, parameters = content_type.partition(";")
    if not kind.strip().lower().startswith("multipart/"):
        return None
    found = re.search(r"boundary\s*=\s*(\"[^\"]+\"|[^;\s]+)", parameters, re.IGNORECASE)
    return found.group(1).strip('"').lstrip("-").encode("latin-1", "replace") if found else None


class FrameParser:
    """Bytes in, whole JPEGs out."""

    def __init__(self, boundary: bytes, longest: int = LONGEST_FRAME) -> None:
        self._mark = b"--" + boundary
        self._longest = longest
        self._heard = b""

    def feed(self, received: bytes) -> list[bytes]:
        """Return the frames that are complete now, the oldest first."""
        self._heard += received
        frames: list[bytes] = []
        while True:
            before = len(self._heard)
            frame = self._next()
            if frame is not None:
                frames.append(frame)
            if len(self._heard) == before:
                return frames

    def _next(self) -> bytes | None:
        """Return a frame, or None; what is done with is forgotten, and nothing is when more is needed first."""
        start = self._heard.find(self._mark)
        if start < 0:
            self._heard = self._heard[-len(self._mark) + 1 :]
            return None
        self._heard = self._heard[start:]
        head = _HEAD_END.search(self._heard, 0, _LONGEST_HEAD)
        if head is None:
            if len(self._heard) > _LONGEST_HEAD:
                self._heard = self._heard[len(self._mark) :]
            return None
        return self._part(head.end(), _LENGTH.search(self._heard, 0, head.end()))

    def _part(self, begin: int, length: re.Match[bytes] | None) -> bytes | None:
        """Return the part that begins there: as long as it says, or up to the next boundary."""
        end = begin + int(length[1]) if length else self._heard.find(self._mark, begin)
        if end - begin > self._longest or (end < 0 and len(self._heard) > self._longest):
            self._heard = self._heard[begin:]
            return None
        if end < 0 or len(self._heard) < end:
            return None
        part = self._heard[begin:end].rstrip(b"\r\n\0")
        whole = part.startswith(_START) and part.endswith(_END)
        self._heard = self._heard[end if whole else begin :]
        return part if whole else None
