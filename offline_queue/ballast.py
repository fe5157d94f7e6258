"""Room kept for a full disk: a file that is given up at the first "no space", so that what waits can still be sent and erased.

On a full disk nothing can be marked as done, deleted or checkpointed either: without the ballast a terminal would submit the
same transactions for ever. Nothing is taken in while it is missing, so that only what ends or erases uses its room.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from offline_queue.errors import DiskFullError, QueueError
from offline_queue.trouble import translated

SIZE = (
    4 * 1024 * 1024
)  # what SQLite's log holds before it is written back (1,000 pages): the file may have to grow by it
SPARE = 1024 * 1024  # left beside it when it is made again, so that it does not come and go

Method = TypeVar("Method", bound=Callable[..., Any])


class Ballast:
    """The file in `directory`; any number of processes may share it."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / "ballast"
        self._path = str(self._file)
        self._size = SIZE

    def ensure(self, payload: int = 0) -> None:
        """Have it, large enough to end a transaction whose payload is of that size.

        Raises:
            DiskFullError: there is no room for it.
            QueueError: the disk cannot be used.
        """
        self._size = max(
            self._size, SIZE + 2 * payload
        )  # erased bytes are overwritten, once in the log, once in the file
        with translated():
            try:
                there = os.stat(self._path).st_size  # noqa: PTH116  # at every put: half the time
            except FileNotFoundError:
                there = 0
            if there < self._size:
                self._make(self._size - there)

    def restore(self) -> None:
        """Make it again if there is room now."""
        with suppress(QueueError):
            self.ensure()

    def release(self) -> bool:
        """Give it up; whether that made room."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True

    def _make(self, missing: int) -> None:
        room = os.statvfs(self._file.parent)
        if room.f_bavail * room.f_frsize < missing + SPARE:
            raise DiskFullError
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.posix_fallocate(handle, 0, self._size)
        except OSError:
            self.release()
            raise
        finally:
            os.close(handle)


def drains(method: Method) -> Method:
    """Let a method of an object with a `_database` be done once more, with the ballast's room, when there was none.

    For what ends or erases, never for what takes in.
    """

    @wraps(method)
    def again(self: "_Draining", *args: Any, **named: Any) -> Any:
        try:
            return method(self, *args, **named)
        except DiskFullError:
            if not self._database.ballast.release():
                raise
            return method(self, *args, **named)

    return cast("Method", again)


class _Ballasted(Protocol):
    ballast: Ballast


class _Draining(Protocol):
    _database: _Ballasted
