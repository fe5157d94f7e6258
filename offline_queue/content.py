"""What is sent of a transaction: read from the disk, and proved to be what was kept."""

import sqlite3

from offline_queue.database import Database, translated
from offline_queue.errors import DamagedError, UnknownTransactionError
from offline_queue.parts import Parts, missing
from offline_queue.records import Content
from offline_queue.seal import sha256


def read(database: Database, parts: Parts, transaction: str) -> Content:
    """Return the sealed content of a transaction that is not acknowledged.

    Raises:
        DamagedError: a sealed part is not what was kept.
        UnknownTransactionError: there is no such transaction, or nothing is left of it.
    """
    row = _held(database, transaction)
    try:
        return _content(database, parts, row)
    except DamagedError:
        _held(database, transaction)  # it may have been acknowledged, and its files erased, a moment ago
        raise


def erase(connection: sqlite3.Connection, sequence: int) -> list[str]:
    """Forget a transaction's content inside a commit; return the names of the files to be removed after it."""
    names = connection.execute("SELECT sha256 FROM attachments WHERE sequence = ?", (sequence,)).fetchall()
    connection.execute("DELETE FROM attachments WHERE sequence = ?", (sequence,))
    connection.execute(
        "UPDATE transactions SET manifest = NULL, payload = NULL WHERE sequence = ?", (sequence,)
    )
    return [name["sha256"] for name in names]


def _held(database: Database, transaction: str) -> sqlite3.Row:
    rows = database.rows("SELECT * FROM transactions WHERE id = ? AND payload IS NOT NULL", transaction)
    if not rows:
        raise UnknownTransactionError(transaction)
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
