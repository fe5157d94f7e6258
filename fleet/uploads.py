"""Sealed attachments that come before the transaction that names them: kept byte by byte, known by their SHA-256."""

import fcntl
import hashlib
import os
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fleet.problems import PlatformError, malformed, unknown

MAX_BYTES = 96 * 1024 * 1024
KEPT_SECONDS = 7 * 24 * 3600.0  # what no transaction has named by then is sent again when it is wanted


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload: how many bytes are here, and how many it will have. It is whole when both are the same."""

    file: Path
    digest: str
    offset: int
    length: int


class Uploads:
    """What is in `directory`, each terminal's by itself. A partial file's name ends in its length."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def create(self, terminal: str, digest: str, length: int) -> Upload:
        """Return the upload of that digest, begun now unless it is there.

        Raises:
            PlatformError: that is no SHA-256, or too long.
        """
        if not re.fullmatch("[0-9a-f]{64}", digest):
            raise malformed("Name the SHA-256 in Upload-Metadata.", "请在 Upload-Metadata 中给出 SHA-256。")
        if not 0 < length <= MAX_BYTES:
            raise PlatformError(
                413,
                "too-large",
                "That is more than is taken at once. 内容过大。",
                f"An upload has up to {MAX_BYTES // 1024**2} MiB. 每个附件最多 {MAX_BYTES // 1024**2} MiB。",
            )
        folder = self._directory / terminal
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(folder)
        if (found := self._find(terminal, digest)) is None:
            file = folder / f"{digest}.{length}"
            file.touch(0o600)
            found = Upload(file, digest, 0, length)
        return found

    def look(self, terminal: str, digest: str) -> Upload:
        """Return the upload of that digest.

        Raises:
            PlatformError: there is none.
        """
        if found := self._find(terminal, digest):
            return found
        raise unknown("There is no such upload: begin it.", "没有此上传：请重新开始。")

    def content(self, terminal: str, digest: str) -> bytes | None:
        """Return what was uploaded, None when it is not whole."""
        found = self._find(terminal, digest)
        return found.file.read_bytes() if found and found.offset == found.length else None

    def remove(self, terminal: str, digests: Iterable[str]) -> None:
        """Forget uploads; one that is gone already is fine."""
        for digest in digests:
            if found := self._find(terminal, digest):
                found.file.unlink(missing_ok=True)

    def _find(self, terminal: str, digest: str) -> Upload | None:
        folder = self._directory / terminal
        for file in folder.glob(f"{digest}*") if re.fullmatch("[0-9a-f]{64}", digest) else ():
            size = file.stat().st_size
            return Upload(file, digest, size, int(file.suffix[1:] or size))
        return None


@contextmanager
def writing(upload: Upload, offset: int) -> Iterator[BinaryIO]:
    """Let the block append to an upload alone; what it has written stays, whatever ends it.

    Raises:
        PlatformError: somebody else is writing, or it has another length by now.
    """
    with upload.file.open("r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _not_now(423, "The same is being uploaded already. 同一附件正在上传。") from error
        if file.seek(0, os.SEEK_END) != offset:
            raise _not_now(409, "The upload is at another byte. 上传位置不符。")
        yield file


def finish(upload: Upload, file: BinaryIO) -> None:
    """Make a whole upload durable under its digest alone.

    Raises:
        PlatformError: it is not what its address says; it is forgotten.
    """
    file.flush()
    if hashlib.sha256(upload.file.read_bytes()).hexdigest() != upload.digest:
        upload.file.unlink()
        raise PlatformError(
            460,  # tus 1.0, extension Checksum
            "not-as-named",
            "What came is not what its address names. 内容与地址中的摘要不符。",
            "Begin the upload again. 请重新上传。",
        )
    os.fsync(file.fileno())
    upload.file.rename(upload.file.with_suffix(""))
    handle = os.open(upload.file.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    for file in folder.iterdir():
        if file.stat().st_mtime < time.time() - KEPT_SECONDS:
            file.unlink(missing_ok=True)


def _not_now(status: int, title: str) -> PlatformError:
    return PlatformError(
        status,
        "upload-state",
        title,
        "Ask with HEAD where it stands, then go on from there. 请用 HEAD 查询后续传。",
    )
