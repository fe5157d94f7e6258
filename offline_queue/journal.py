"""The journal: what happened to each transaction, each entry chained to the one before it by its hash.

It holds ids, digests and codes, nothing personal, and outlives what it tells of.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime

from offline_queue.database import Database

START = "0" * 64
_written = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode  # the form that is hashed


@dataclass(frozen=True, slots=True)
class Entry:
    """Number and hash of an entry; (0, `START`) before the first."""

    position: int
    hash: str

    @property
    def document(self) -> dict[str, int | str]:
        """The entry for a heartbeat or a report."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Happened:
    """What an entry says; `type` is the transaction's, "" when nothing is left of it."""

    position: int
    at: str
    kind: str
    transaction: str
    type: str


class Journal:
    """The journal of a queue, to be looked at."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self) -> Entry:
        """Return the last entry."""
        with self._database.reading() as connection:
            return Entry(*head(connection))

    def at(self, position: int) -> Entry:
        """Return the entry of that number; (0, `START`) when there is none."""
        found = self._database.rows("SELECT position, hash FROM journal WHERE position = ?", position)
        return Entry(*found[0]) if found else Entry(0, START)

    def since(self, position: int, limit: int) -> list[Happened]:
        """Return up to `limit` entries behind a number, the oldest first."""
        rows = self._database.rows(
            """SELECT position, at, kind, journal.id AS id, coalesce(type, '') AS type
            FROM journal LEFT JOIN transactions ON transactions.id = journal.id
            WHERE position > ? ORDER BY position LIMIT ?""",
            position,
            limit,
        )
        return [Happened(row["position"], row["at"], row["kind"], row["id"], row["type"]) for row in rows]

    def day(self, day: date) -> dict[str, int]:
        """Return how many entries of each kind are of a day, in the terminal's time."""
        rows = self._database.rows(
            "SELECT kind, count(*) AS number FROM journal WHERE substr(at, 1, 10) = ? GROUP BY kind",
            day.isoformat(),
        )
        return {row["kind"]: row["number"] for row in rows}


def append(connection: sqlite3.Connection, at: datetime, kind: str, transaction: str, detail: str) -> None:
    """Add an entry, inside the transaction that makes it true."""
    extend(connection, at, [(kind, transaction, detail)])


def extend(connection: sqlite3.Connection, at: datetime, happened: Iterable[tuple[str, str, str]]) -> None:
    """Add entries (kind, transaction, detail), inside the transaction that makes them true."""
    last, before = head(connection)
    written: list[tuple[int, str, str, str, str, str]] = []
    for position, what in enumerate(happened, last + 1):
        entry = (position, at.isoformat(), *what)
        before = _chained(before, entry)
        written.append((*entry, before))
    connection.executemany("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)", written)


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Return number and hash of the last entry; (0, `START`) of an empty journal."""
    last = connection.execute("SELECT position, hash FROM journal ORDER BY position DESC LIMIT 1").fetchone()
    return (last["position"], last["hash"]) if last else (0, START)


def broken(connection: sqlite3.Connection) -> Iterator[int]:
    """Yield the number of each entry that does not follow from the one before it: there it was edited or cut."""
    expected, before = 1, START
    for row in connection.execute("SELECT * FROM journal ORDER BY position"):
        entry = (row["position"], row["at"], row["kind"], row["id"], row["detail"])
        if row["position"] != expected or row["hash"] != _chained(before, entry):
            yield row["position"]
        expected, before = row["position"] + 1, row["hash"]


def _chained(before: str, entry: tuple[int, str, str, str, str]) -> str:
    return hashlib.sha256(_written([before, *entry]).encode("ascii")).hexdigest()
