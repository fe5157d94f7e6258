"""Sealed attachments as files: durable before the row that names them, gone after the platform has them."""

import fcntl
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from offline_queue.database import locked, sync_directory
from offline_queue.errors import DamagedError
from offline_queue.seal import Part, sha256

SUFFIX = ".age"


class Parts:
    """The files in one directory, named by the SHA-256 of what they hold."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = directory.parent / "attachments.lock"
        directory.mkdir(mode=0o700, exist_ok=True)

    @contextmanager
    def keeping(self, parts: Sequence[Part]) -> Iterator[None]:
        """Make the files durable, then let the block commit the row that names them; they go again if it fails.

        Raises:
            OSError: they cannot be written.
        """
        if not parts:
            yield
            return
        with locked(self._lock, fcntl.LOCK_SH):  # nobody sweeps while a file has no row yet
            try:
                for part in parts:
                    self._write(part)
                sync_directory(self._directory)
                yield
            except Exception:
                self.erase(part.sha256 for part in parts)
                raise

    def read(self, digest: str) -> bytes:
        """Return the sealed file.

        Raises:
            DamagedError: it is missing or not what was kept.
        """
        try:
            content = self._path(digest).read_bytes()
        except FileNotFoundError as error:
            raise missing(digest) from error
        if sha256(content) != digest:
            raise missing(digest)
        return content

    def erase(self, digests: Iterable[str]) -> None:
        """Remove the files; one that is gone already is fine."""
        for digest in digests:
            self._path(digest).unlink(missing_ok=True)
            self._path(digest, fresh=True).unlink(missing_ok=True)

    def sweep(self, named: Callable[[], Collection[str]]) -> int:
        """Remove the files that no row names, left by a process that died; return how many.

        `named` is asked only while nobody is between file and row; when somebody is, this is left for the next time.
        """
        try:
            with locked(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB):
                there = {path.name: path for path in self._directory.iterdir()}
                orphans = there.keys() - {f"{digest}{SUFFIX}" for digest in named()} if there else ()
                for name in orphans:
                    there[name].unlink(missing_ok=True)
                return len(orphans)
        except BlockingIOError:
            return 0

    def _write(self, part: Part) -> None:
        fresh = self._path(part.sha256, fresh=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(part.content)
            file.flush()
            os.fsync(file.fileno())
        fresh.rename(self._path(part.sha256))

    def _path(self, digest: str, *, fresh: bool = False) -> Path:
        return self._directory / f"{'.' if fresh else ''}{digest}{SUFFIX}"


def missing(digest: str) -> DamagedError:
    """Return the error of a sealed part that is not there as it was kept."""
    return DamagedError(
        f"A sealed part of this transaction is missing or altered on this terminal's disk ({digest[:12]}…): check the disk; "
        "the resident must be asked again. 本机磁盘上的密封内容缺失或被改动：请检查磁盘，并联系当事人补交。"
    )
