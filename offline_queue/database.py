"""The queue's database file: opened so that a commit survives a power cut, shared by several processes."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from offline_queue import schema
from offline_queue.ballast import Ballast
from offline_queue.errors import DamagedError, DiskFailingError, DiskFullError, QueueError
from offline_queue.trouble import is_read_only, translated

DATABASE = "queue.db"
BUSY_SECONDS = 20.0


class Database:
    """One connection; every thread needs its own.

    Raises:
        DamagedError: the file is no queue, or one of a later version.
        QueueError: it cannot be opened.
    """

    DURABLE: ClassVar[str] = "FULL"  # anything less loses transactions: tests/faults/power_cut.py proves both

    def __init__(self, file: Path) -> None:
        self._file, self.directory = file, file.parent
        self.ballast = Ballast(self.directory)
        self._synchronous = ""  # what the connection was told last
        try:
            self._open()
        except DiskFullError:  # SQLite's shared memory is a file too
            if not self.ballast.release():
                raise
            self._open()

    def _open(self) -> None:
        with self._translated():
            self.only_looks = is_read_only(self._file)
            self._connection = sqlite3.connect(
                self._address(), uri=True, timeout=BUSY_SECONDS, isolation_level=None
            )
            self._connection.row_factory = sqlite3.Row
            self._synchronous = ""
            try:
                if not self.only_looks:
                    self._prepare(self.directory)
            except BaseException:
                self._connection.close()
                raise

    def _address(self) -> str:
        """Where a disk cannot be written, what is on it can be looked at and exported."""
        if self.only_looks:
            log = self._file.with_name(f"{self._file.name}-wal")
            return f"{self._file.absolute().as_uri()}?{'mode=ro' if log.exists() else 'immutable=1'}"
        return self._file.absolute().as_uri()

    def close(self) -> None:
        """Close the connection; the last one of all processes puts everything into the one file."""
        with suppress(sqlite3.Error):  # what was committed is safe whether or not the log can be cleared
            self._connection.close()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Everything done inside becomes true at once, and is on the disk when the block ends, or none of it.

        Without `durable`, a power cut (not a crash) may undo it; it is still ordered before every later commit.
        """
        if self.only_looks and not is_read_only(self._file):  # the disk can be written again
            self.close()
            self._open()
        with self._translated():
            self._synchronize(self.DURABLE if durable else "NORMAL")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def keeping(self) -> Iterator[sqlite3.Connection]:
        """As `writing`, for what somebody is told of: what failed must not turn up later as if it had been kept.

        When the disk fails to sync, the commit lies whole in the log though it was undone: the next one takes its place.
        """
        try:
            with self.writing() as connection:
                yield connection
        except DiskFailingError:
            with suppress(QueueError):
                self.prove()
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Everything read inside is of the same moment; nobody is kept waiting by it."""
        with self._translated():
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    def rows(self, query: str, *values: Any) -> Sequence[sqlite3.Row]:
        """Return what one query finds."""
        with self._translated():
            return self._connection.execute(query, values).fetchall()

    def data_version(self) -> int:
        """Return a number that changes when another connection has committed."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def truncate_log(self) -> bool:
        """Let no erased byte linger in the write-ahead log; false when that must wait: somebody reads, or there is no room."""
        try:
            busy = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")[0]["busy"]
        except DiskFullError:
            return self.ballast.release() and self.truncate_log()
        self.ballast.restore()
        return not busy

    def prove(self) -> None:
        """Commit something, to know whether this disk keeps it."""
        with self.writing() as connection:
            connection.execute(f"PRAGMA user_version = {len(schema.STEPS)}")  # written though it is the same

    def _translated(self) -> AbstractContextManager[None]:
        return translated(self._file)

    def _synchronize(self, how: str) -> None:
        if how != self._synchronous:
            self._connection.execute(f"PRAGMA synchronous = {how}")
            self._synchronous = how

    def _prepare(self, directory: Path) -> None:
        for pragma in ("secure_delete = ON", "temp_store = MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")
        if self._version() < len(schema.STEPS):
            with locked(
                directory / "lock", fcntl.LOCK_EX
            ):  # turning a new file into WAL mode does not wait its turn
                # The names come first: whoever finds the tables made may rely on their file being there tomorrow.
                sync_directory(directory)
                sync_directory(directory.parent)
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._migrate()
        self._connection.execute("PRAGMA foreign_keys = ON")

    def _version(self) -> int:
        version = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        if version > len(schema.STEPS):
            raise DamagedError(
                f"The queue was made by a later version of this software (schema {version}): install that version again. "
                "队列由更新版本的软件建立：请重新安装该版本。"
            )
        return version

    def _migrate(self) -> None:
        with self.writing() as connection:
            for step in schema.STEPS[self._version() :]:
                for statement in step:
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(schema.STEPS)}")


@contextmanager
def locked(file: Path, kind: int) -> Iterator[None]:
    """Hold a lock of the kernel on `file`, shared or exclusive; it ends with the process at the latest.

    Raises:
        BlockingIOError: `kind` says LOCK_NB and somebody else holds it.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, kind)
        yield
    finally:
        os.close(handle)


def sync_directory(directory: Path) -> None:
    """Make the names in `directory` durable."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
