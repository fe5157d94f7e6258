"""Proving the whole queue: nothing was lost, altered or slipped in since it was kept."""

import sqlite3
from collections.abc import Iterator

from offline_queue import journal
from offline_queue.database import Database
from offline_queue.errors import DamagedError, UnknownTransactionError
from offline_queue.outbox import Outbox
from offline_queue.records import Content, Finding
from offline_queue.schema import OPEN
from offline_queue.seal import Manifest, Verifier

EVERYTHING = """
    SELECT t.id, t.reference, t.type, t.digest, t.payload_digest, t.payload IS NOT NULL AS held, s.public_pem, o.state
    FROM transactions t LEFT JOIN outbox o USING (sequence) LEFT JOIN signers s ON s.thumbprint = t.signer
    ORDER BY sequence
"""
MISCOUNTED = f"""
    SELECT kind, name, number FROM counters WHERE kind IN ('state', 'item') AND number <> 0 EXCEPT SELECT * FROM (
        SELECT 'state', state, count(*) FROM outbox GROUP BY state
        UNION ALL SELECT 'item', item, count(*) FROM outbox WHERE {OPEN} GROUP BY item)
    UNION ALL SELECT kind, name, sequence FROM counters, outbox WHERE kind = 'oldest' AND sequence < number AND {OPEN}
"""  # noqa: S608  # constants
JOURNALED = "SELECT id, kind, detail FROM journal WHERE kind IN ('kept', 'imported', 'acknowledged')"


def verify(database: Database, outbox: Outbox) -> list[Finding]:
    """Return everything that is not as it must be; an empty list proves the queue."""
    try:
        return [*_integrity(database), *_chain(database), *_transactions(database, outbox)]
    except DamagedError as error:
        return [Finding("DATABASE", "", str(error))]


def _integrity(database: Database) -> Iterator[Finding]:
    for row in database.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Finding(
                "DATABASE", "", f"The database is damaged ({row[0]}): call the operator. 数据库已损坏。"
            )
    for row in database.rows("PRAGMA foreign_key_check"):
        yield Finding("DATABASE", "", f"A row of {row[0]} has lost what it belongs to. 数据行缺少所属记录。")
    if database.rows(MISCOUNTED):
        yield Finding("COUNT", "", "The totals are not those of the transactions. 汇总数与事务不符。")


def _chain(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        for position in journal.broken(connection):
            message = (
                f"The journal was edited or cut at entry {position}. 日志在第 {position} 条被改动或截断。"
            )
            yield Finding("JOURNAL", "", message)


def _transactions(database: Database, outbox: Outbox) -> Iterator[Finding]:
    with database.reading():
        journaled, rows = database.rows(JOURNALED), database.rows(EVERYTHING)
    kept = {row["id"]: row["detail"] for row in journaled if row["kind"] != "acknowledged"}
    acknowledged = {row["id"] for row in journaled if row["kind"] == "acknowledged"}
    for lost in kept.keys() - {row["id"] for row in rows}:
        yield Finding(
            "LOST", lost, "The journal knows it, the queue has lost it. 日志中有记录，但队列中已丢失。"
        )
    for row in rows:
        if kept.get(row["id"]) != row["digest"]:
            message = "The journal does not know this transaction as it is. 日志记录与该事务不符。"
            yield Finding("JOURNAL", row["id"], message)
        if len({row["id"] in acknowledged, not row["held"], row["state"] == "acknowledged"}) != 1:
            message = "Its content and its state contradict each other. 该事务的内容与状态矛盾。"
            yield Finding("STATE", row["id"], message)
        elif row["held"]:
            yield from _held(row, outbox)


def _held(row: sqlite3.Row, outbox: Outbox) -> Iterator[Finding]:
    try:
        content = outbox.content(row["id"])
        if _differs(Verifier(row["public_pem"]).read(content.manifest), row, content):
            message = "The signed manifest speaks of something else. 签名清单与内容不符。"
            yield Finding("MANIFEST", row["id"], message)
    except DamagedError as error:
        yield Finding("CONTENT", row["id"], str(error))
    except UnknownTransactionError:
        return  # the platform has acknowledged it in this moment


def _differs(manifest: Manifest, row: sqlite3.Row, content: Content) -> bool:
    said = (manifest.id, manifest.reference, manifest.type, manifest.payload_sha256, manifest.digests)
    kept = (row["id"], row["reference"], row["type"], row["payload_digest"], tuple(content.attachments))
    return said != kept
