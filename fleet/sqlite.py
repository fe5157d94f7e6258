"""The store in a file: SQLite, every commit on the disk before it is answered for (WAL, synchronous=FULL)."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fleet.database import BUSY_SECONDS, Connection, Database, Steps, StorageError


class SqliteDatabase(Database):
    """One file. `steps` make the tables, each those that came with a version of the file (`user_version`)."""

    def __init__(self, path: Path, steps: Steps) -> None:
        os.close(os.open(path, os.O_CREAT, 0o600))  # SQLite gives its log the same permissions
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(
            path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        self._connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        with self.writing() as connection:
            made: int = connection.execute("PRAGMA user_version").fetchone()[0]
            for version, step in enumerate(steps[made:], made + 1):
                for statement in (*step, f"PRAGMA user_version = {version}"):
                    connection.execute(statement)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Let the block read and write alone."""
        with self._lock, _failures():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite has rolled back by itself when the disk was full
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, statement: str, *values: Any) -> list[sqlite3.Row]:
        """Return what a query finds."""
        with self._lock, _failures():
            return self._connection.execute(statement, values).fetchall()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StorageError(str(error)) from error
