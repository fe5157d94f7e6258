"""What is sent of a transaction: read from the disk, and proved to be what was kept."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress

from offline_queue.database import Database
from offline_queue.errors import DamagedError, UnknownTransactionError
from offline_queue.parts import Parts, missing
from offline_queue.records import Content
from offline_queue.seal import sha256
from offline_queue.trouble import translated

# The attachments' table is in the order of its key, number and position.
HELD = """
    SELECT *, (SELECT json_group_array(sha256) FROM attachments WHERE attachments.sequence = transactions.sequence) AS names
    FROM transactions WHERE payload IS NOT NULL
"""
AMONG = "sequence IN (SELECT value FROM json_each(?))"
FORGET = f"UPDATE transactions SET manifest = NULL, payload = NULL WHERE {AMONG}"  # noqa: S608  # a constant
REMOVE = f"DELETE FROM attachments WHERE {AMONG} RETURNING sha256"  # noqa: S608  # as above


def read(database: Database, parts: Parts, transaction: str) -> Content:
    """Return the sealed content of a transaction that is not acknowledged.

    Raises:
        DamagedError: a sealed part is not what was kept.
        UnknownTransactionError: there is no such transaction, or nothing is left of it.
    """
    return _verified(database, parts, "id", transaction)[1]


def read_all(database: Database, parts: Parts, sequences: Sequence[int]) -> dict[int, Content]:
    """Return by number what is whole of the transactions of those numbers, found by one query."""
    found: dict[int, Content] = {}
    for row in database.rows(f"{HELD} AND {AMONG}", json.dumps(sequences)):
        with suppress(DamagedError):
            found[row["sequence"]] = _content(parts, row)
    return found


def read_at(database: Database, parts: Parts, sequence: int) -> tuple[str, Content]:
    """Return id and sealed content of the transaction of that number, without the help of any index.

    Raises:
        DamagedError: a sealed part is not what was kept.
        UnknownTransactionError: nothing is left of it.
    """
    return _verified(database, parts, "sequence", sequence)


def _verified(database: Database, parts: Parts, key: str, value: str | int) -> tuple[str, Content]:
    row = _held(database, key, value)
    try:
        return row["id"], _content(parts, row)
    except DamagedError:
        _held(database, key, value)  # it may have been acknowledged, and its files erased, a moment ago
        raise


def erase(connection: sqlite3.Connection, sequences: Iterable[int]) -> list[str]:
    """Forget transactions' content inside a commit; return the names of the files to be removed after it."""
    which = (json.dumps(list(sequences)),)
    connection.execute(FORGET, which)
    return [name["sha256"] for name in connection.execute(REMOVE, which).fetchall()]


def _held(database: Database, key: str, value: str | int) -> sqlite3.Row:
    rows = database.rows(
        f"{HELD} AND {key} = ?",
        value,
    )
    if not rows:
        raise UnknownTransactionError(str(value))
    return rows[0]


def _content(parts: Parts, row: sqlite3.Row) -> Content:
    for kept, digest in (
        (row["manifest"].encode(), row["digest"]),
        (row["payload"], row["payload_digest"]),
    ):
        if sha256(kept) != digest:
            raise missing(digest)
    with translated():
        attachments = {name: parts.read(name) for name in json.loads(row["names"])}
    return Content(row["manifest"], row["payload"], attachments)
