"""Large sealed attachments go ahead of their transaction by tus 1.0 (https://tus.io): cut off, they go on at the byte.

The platform names an upload by the SHA-256 of what it will hold, so nothing of an upload needs to be remembered here.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from offline_queue.answer import Later, judge

CHUNK = 256 * 1024  # eight seconds at 256 kbit/s: all that is lost where a proxy hands on whole requests only
TUS = {"Tus-Resumable": "1.0.0"}
ABSENT = (403, 404, 405, 410, 501)
NOT_OFFERED = (404, 405, 501)

Ask = Callable[..., tuple[int, Mapping[str, str], bytes]]


class NotOfferedError(Exception):
    """The platform takes no uploads: attachments go inside their transaction."""


class Uploads:
    """Uploads to the platform at `base_url` by `ask`, which lets out what goes wrong on the way."""

    def __init__(self, ask: Ask, base_url: str, now: Callable[[], datetime]) -> None:
        self._ask, self._url, self._now = ask, f"{base_url}/v1/uploads/", now

    def bring(self, digest: str, content: bytes) -> Later | None:
        """Have the platform hold `content` under `digest`; None: it does.

        Raises:
            NotOfferedError: it takes no uploads.
        """
        offset = self._offset(digest, len(content))
        while isinstance(offset, int) and offset < len(content):
            offset = self._append(digest, content, offset)
        return None if isinstance(offset, int) else offset

    def _offset(self, digest: str, length: int) -> int | Later:
        """Return how much of it is there, after beginning it if nothing is."""
        status, headers, said = self._ask("HEAD", self._url + digest, headers=TUS)
        if status in ABSENT:
            named = f"sha256 {b64encode(digest.encode()).decode()}"
            begin = {**TUS, "Upload-Length": str(length), "Upload-Metadata": named}
            status, headers, said = self._ask("POST", self._url, headers=begin)
            if status in NOT_OFFERED:
                raise NotOfferedError
            if status == 201:
                return 0
        return self._reached(status, headers, said, 0, length)

    def _append(self, digest: str, content: bytes, offset: int) -> int | Later:
        piece = content[offset : offset + CHUNK]
        how = {**TUS, "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        status, headers, said = self._ask("PATCH", self._url + digest, data=piece, headers=how)
        return self._reached(status, headers, said, offset + 1, len(content))

    def _reached(
        self, status: int, headers: Mapping[str, Any], said: bytes, least: int, most: int
    ) -> int | Later:
        """Return the offset that an answer tells, which must be from `least` to `most`."""
        told = str(headers.get("Upload-Offset", ""))
        if status in {200, 204} and told.isascii() and told.isdigit() and least <= int(told) <= most:
            return int(told)
        answer = judge(status, headers, said, self._now())
        if isinstance(answer, Later):
            return answer
        return Later(
            f"upload: HTTP {status}", whole_platform=False
        )  # what is refused is the transaction, not a part
