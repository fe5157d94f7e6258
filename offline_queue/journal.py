"""The journal: what happened to each transaction, each entry chained to the one before it by its hash.

It holds ids, digests and codes, nothing personal, and outlives what it tells of.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime

START = "0" * 64


def append(connection: sqlite3.Connection, at: datetime, kind: str, transaction: str, detail: str) -> None:
    """Add an entry, inside the transaction that makes it true."""
    last, before = head(connection)
    entry = (last + 1, at.isoformat(), kind, transaction, detail)
    connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)", (*entry, _chained(before, entry)))


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
    written = json.dumps([before, *entry], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()
