"""The queue's database file: opened so that a commit survives a power cut, shared by several processes."""

import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from offline_queue import schema
from offline_queue.errors import DamagedError, DiskFullError, QueueError

DATABASE = "queue.db"
BUSY_SECONDS = 20.0
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """One connection; every thread needs its own.

    Raises:
        DamagedError: the file is no queue, or one of a later version.
        QueueError: it cannot be opened.
    """

    DURABLE: ClassVar[str] = "FULL"  # anything less loses transactions: tests/faults/power_cut.py proves both

    def __init__(self, file: Path) -> None:
        with translated():
            os.close(
                os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
            )  # SQLite gives its other files the same mode
            self._connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            try:
                self._prepare(file.parent)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the connection; the last one of all processes puts everything into the one file."""
        with suppress(sqlite3.Error):  # what was committed is safe whether or not the log can be cleared
            self._connection.close()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Everything done inside becomes true at once, and is on the disk when the block ends, or none of it.

        Without `durable`, a power cut (not a crash) may undo it; it is still ordered before every later commit.
        """
        with translated():
            self._connection.execute(f"PRAGMA synchronous = {self.DURABLE if durable else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Everything read inside is of the same moment; nobody is kept waiting by it."""
        with translated():
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK")

    def rows(self, query: str, *values: Any) -> Sequence[sqlite3.Row]:
        """Return what one query finds."""
        with translated():
            return self._connection.execute(query, values).fetchall()

    def data_version(self) -> int:
        """Return a number that changes when another connection has committed."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def truncate_log(self) -> None:
        """Let no erased byte linger in the write-ahead log; leaves it for the next time when somebody is reading."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def _prepare(self, directory: Path) -> None:
        for pragma in ("secure_delete = ON", "foreign_keys = ON", "temp_store = MEMORY"):
            self._connection.execute(f"PRAGMA {pragma}")
        if self._version() == len(schema.STEPS):
            return
        with locked(
            directory / "lock", fcntl.LOCK_EX
        ):  # turning a new file into WAL mode does not wait its turn
            # The names come first: whoever finds the tables made may rely on their file being there tomorrow.
            sync_directory(directory)
            sync_directory(directory.parent)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._migrate()

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


@contextmanager
def translated() -> Iterator[None]:
    """Turn what SQLite and the kernel say into the queue's errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error) from error
    except OSError as error:
        if error.errno in NO_SPACE:
            raise DiskFullError from error
        raise QueueError(
            f"The queue's directory cannot be used ({error.strerror}): check that this user owns it and that its disk is "
            "mounted for writing. 队列目录无法使用：请检查目录权限和磁盘。"
        ) from error


def sync_directory(directory: Path) -> None:
    """Make the names in `directory` durable."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _meaning(error: sqlite3.Error) -> QueueError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest its detail
    if code == sqlite3.SQLITE_FULL:
        return DiskFullError()
    if code in DAMAGED:
        return DamagedError(
            "The queue's database is damaged: stop the terminal, keep a copy of its directory, and call the operator; "
            "`kiosk queue export` saves what can still be read. 队列数据库已损坏：请停机、备份队列目录并联系运维。"
        )
    if code == sqlite3.SQLITE_BUSY:
        return QueueError(
            "Another process has held the queue for too long: try again; if it stays so, restart the terminal. "
            "队列被其他进程长时间占用：请重试；如仍不行，请重启终端。"
        )
    return QueueError(
        f"The queue's database cannot be used ({error}): check its disk and that this user owns the directory. "
        "队列数据库无法使用：请检查磁盘和目录权限。"
    )
