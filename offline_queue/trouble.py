"""What SQLite and the kernel say of a disk, in the queue's own errors."""

import errno
import os
import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

from offline_queue.errors import (
    DamagedError,
    DiskFailingError,
    DiskFullError,
    QueueError,
    ReadOnlyError,
)

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# A disk that turned read-only under SQLite shows in one of these.
UNWRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


def translated(file: Path | None = None) -> AbstractContextManager[None]:
    """Turn what SQLite and the kernel say into the queue's errors; `file` is what they say it of.

    Raises:
        QueueError: the kind that fits; its message names the remedy.
    """
    return _Translated(file)


class _Translated(AbstractContextManager[None]):
    """A class, for it is entered several times in each commit: a generator takes five times as long."""

    __slots__ = ("_file",)

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise _of_sqlite(error, self._file) from error
        if isinstance(error, OSError):
            raise _of_kernel(error) from error


def is_read_only(file: Path) -> bool:
    """Whether the file system does not let `file` be written; makes it, for this user only, when it is missing.

    Asked of the file, for a file system that stopped after an error need not say so of itself.
    """
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        if error.errno == errno.EROFS:
            return True
        raise
    return False


def _refuses(file: Path) -> bool:
    try:
        return is_read_only(file)
    except OSError:
        return False


def _of_kernel(error: OSError) -> QueueError:
    if error.errno in NO_SPACE:
        return DiskFullError()
    if error.errno == errno.EROFS:
        return ReadOnlyError()
    if error.errno == errno.EIO:
        return DiskFailingError()
    return QueueError(
        f"The queue's directory cannot be used ({error.strerror}): check that this user owns it and that its disk is "
        "mounted for writing. 队列目录无法使用：请检查目录权限和磁盘。"
    )


def _of_sqlite(error: sqlite3.Error, file: Path | None) -> QueueError:
    detail = getattr(error, "sqlite_errorcode", 0)
    code = detail & 0xFF  # the low byte is the kind, the rest its detail
    if code == sqlite3.SQLITE_FULL or detail == sqlite3.SQLITE_IOERR_SHMSIZE:
        return DiskFullError()
    if code in DAMAGED:
        return DamagedError(
            "The queue's database is damaged: stop the terminal, keep a copy of its directory, and call the operator; "
            "`kiosk queue export` saves what can still be read, `kiosk queue import` takes it into a new queue. "
            "队列数据库已损坏：请停机、备份队列目录并联系运维；可用 kiosk queue export 导出、再用 import 导入新队列。"
        )
    if code in UNWRITABLE and file is not None and _refuses(file):
        return ReadOnlyError()
    if code == sqlite3.SQLITE_IOERR:
        return DiskFailingError()
    if code == sqlite3.SQLITE_BUSY:
        return QueueError(
            "Another process has held the queue for too long: try again; if it stays so, restart the terminal. "
            "队列被其他进程长时间占用：请重试；如仍不行，请重启终端。"
        )
    return QueueError(
        f"The queue's database cannot be used ({error}): check its disk and that this user owns the directory. "
        "队列数据库无法使用：请检查磁盘和目录权限。"
    )
