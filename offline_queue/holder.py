"""Who may send a row: a holder of leases, alive as long as its process is."""

import fcntl
import os
import secrets
from pathlib import Path
from typing import Self

from offline_queue.database import locked
from offline_queue.trouble import translated


class Holder:
    """A locked file says that this holder lives; the kernel unlocks it whenever and however the process ends.

    So the rows of a killed submitter are free at once, without waiting for a time limit.
    """

    def __init__(self, directory: Path) -> None:
        self.name = secrets.token_hex(8)
        with translated():
            directory.mkdir(mode=0o700, exist_ok=True)
            for left in directory.iterdir():
                lives(directory, left.name)
            self._file = directory / self.name
            fresh = (
                directory.parent / f".holder.{self.name}"
            )  # locked before it has its name: nobody takes it for dead
            self._handle = os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX)
            fresh.rename(self._file)

    def close(self) -> None:
        """Live no longer."""
        self._file.unlink(missing_ok=True)
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def lives(directory: Path, name: str) -> bool:
    """Whether the holder of that name is alive; what a dead one left behind is cleared away."""
    file = directory / name
    if not file.exists():
        return False
    try:
        with locked(file, fcntl.LOCK_EX | fcntl.LOCK_NB):
            file.unlink(missing_ok=True)
    except BlockingIOError:
        return True
    return False
