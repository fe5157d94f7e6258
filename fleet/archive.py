"""What was handed in, opened again for staff who work on the case."""

import re
from collections.abc import Iterator
from pathlib import Path

from config import durable
from fleet.database import Database
from fleet.opening import CannotOpenError, Opener


class Archive:
    """The sealed transactions."""

    def __init__(self, database: Database, opener: Opener) -> None:
        self._database, self._opener = database, opener

    def write(self, transaction: str, directory: Path) -> list[Path]:
        """Write the payload and the attachments of a transaction as files that only this user reads; return them.

        A part that cannot be opened is written as it came, with `.age` behind its name.

        Raises:
            OSError: they cannot be written, or are there already.
        """
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        return [self._write(directory / name, sealed) for name, sealed in self._parts(transaction)]

    def _write(self, path: Path, sealed: bytes) -> Path:
        try:
            content = self._opener.open(sealed)
        except CannotOpenError:
            path, content = path.with_name(f"{path.name}.age"), sealed
        durable.write_new(path, content, 0o600)
        return path

    def _parts(self, transaction: str) -> Iterator[tuple[str, bytes]]:
        for row in self._database.rows("SELECT payload FROM transactions WHERE id = ?", transaction):
            yield "payload.json", row["payload"]
        statement = "SELECT * FROM attachments WHERE transaction_id = ? ORDER BY position"
        for row in self._database.rows(statement, transaction):
            yield f"{row['position'] + 1:02d}-{_file_name(row['name'])}", row["content"]


def _file_name(name: str) -> str:
    """A terminal's name for a file, without anything that leads out of a directory."""
    return re.sub(r"[^\w.-]+", "_", name)[-100:]
