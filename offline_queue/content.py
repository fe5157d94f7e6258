"""What is sent of a transaction: read from the disk, and proved to be what was kept."""

import sqlite3
from collections.abc import Iterable

from offline_queue.database import Database
from offline_queue.errors import DamagedError, UnknownTransactionError
from offline_queue.parts import Parts, missing
from offline_queue.records import Content
from offline_queue.seal import sha256
from offline_queue.trouble import translated


def read(database: Database, parts: Parts, transaction: str) -> Content:
    """Return the sealed content of a transaction that is not acknowledged.

    Raises:
        DamagedError: a sealed part is not what was kept.
        UnknownTransactionError: there is no such transaction, or nothing is left of it.
    """
    return _verified(database, parts, "id", transaction)[1]


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
        return row["id"], _content(database, parts, row)
    except DamagedError:
        _held(database, key, value)  # it may have been acknowledged, and its files erased, a moment ago
        raise


def erase(connection: sqlite3.Connection, sequences: Iterable[int]) -> list[str]:
    """Forget transactions' content inside a commit; return the names of the files to be removed after it."""
    which = [(sequence,) for sequence in sequences]
    forget = "UPDATE transactions SET manifest = NULL, payload = NULL WHERE sequence = ?"
    connection.executemany(forget, which)
    remove = "DELETE FROM attachments WHERE sequence = ? RETURNING sha256"
    return [name["sha256"] for one in which for name in connection.execute(remove, one).fetchall()]


def _held(database: Database, key: str, value: str | int) -> sqlite3.Row:
    rows = database.rows(
        f"SELECT * FROM transactions WHERE {key} = ? AND payload IS NOT NULL",  # noqa: S608  # a column's name
        value,
    )
    if not rows:
        raise UnknownTransactionError(str(value))
    return rows[0]


def _content(database: Database, parts: Parts, row: sqlite3.Row) -> Content:
    for kept, digest in (
        (row["manifest"].encode(), row["digest"]),
        (row["payload"], row["payload_digest"]),
    ):
        if sha256(kept) != digest:
            raise missing(digest)
    names = database.rows(
        "SELECT sha256 FROM attachments WHERE sequence = ? ORDER BY position", row["sequence"]
    )
    with translated():
        attachments = {name["sha256"]: parts.read(name["sha256"]) for name in names}
    return Content(row["manifest"], row["payload"], attachments)
