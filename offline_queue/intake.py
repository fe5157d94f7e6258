"""Taking a transaction in: what is checked before, and what one commit makes true."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from offline_queue import journal, print_jobs
from offline_queue.decide import NO_DEADLINE
from offline_queue.errors import QueueFullError, UnfitError
from offline_queue.overview import waiting
from offline_queue.reference import reference
from offline_queue.rows import tail
from offline_queue.seal import Sealed, Sealer, sha256
from offline_queue.transaction import Attachment, Sending, Transaction

MAX_BYTES = 64 * 1024 * 1024  # of one transaction: it is sealed and sent in one piece of memory


def check(kind: str, payload: bytes, attachments: Sequence[Attachment], transaction: str | None) -> None:
    """Check what is to be kept.

    Raises:
        UnfitError: the caller must change it.
    """
    if not kind.isprintable() or not 0 < len(kind) <= 100:
        raise UnfitError(
            "A transaction's type has 1 to 100 printable characters, such as MZ-004. 事务类型须为 1 至 100 个可见字符。"
        )
    if transaction is not None and not _is_id(transaction):
        raise UnfitError("A transaction's id is a UUID in small letters. 事务编号须为小写 UUID。")
    names = [one.name for one in attachments]
    if len(set(names)) < len(names) or not all(map(_is_name, names)):
        raise UnfitError(
            "Attachments need different names, each a file name without folders. 附件须各有不同的文件名，且不含路径。"
        )
    if len(payload) + sum(len(one.data) for one in attachments) > MAX_BYTES:
        raise UnfitError(
            f"A transaction holds up to {MAX_BYTES // 1024**2} MiB: take smaller pictures or fewer of them. "
            f"每件最多 {MAX_BYTES // 1024**2} MiB：请缩小或减少附件。"
        )


def check_sending(sending: Sending) -> None:
    """Check how it is to be sent.

    Raises:
        UnfitError: the caller must change it.
    """
    if not sending.case.isprintable() or len(sending.case) > 100:
        raise UnfitError("A case's key has up to 100 printable characters. 案件键最多 100 个可见字符。")


def find(connection: sqlite3.Connection, transaction: str) -> Transaction | None:
    """Return the transaction kept under that id, if there is one."""
    row = connection.execute("SELECT * FROM transactions WHERE id = ?", (transaction,)).fetchone()
    if row is None:
        return None
    return Transaction(row["id"], row["reference"], row["type"], datetime.fromisoformat(row["created_at"]))


def admit(connection: sqlite3.Connection, max_waiting: int) -> None:
    """Check that there is room for one more.

    Raises:
        QueueFullError: as many wait as may.
    """
    if waiting(connection) >= max_waiting:
        raise QueueFullError(max_waiting)


def number(
    connection: sqlite3.Connection, terminal: str, transaction: str, kind: str, now: datetime
) -> Transaction:
    """Return the transaction with the day's next reference."""
    row = connection.execute(
        "INSERT INTO sequences VALUES (?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
        (now.date().isoformat(),),
    ).fetchone()
    return Transaction(transaction, reference(terminal, now.date(), row["last"]), kind, now)


def keep(
    connection: sqlite3.Connection,
    made: Transaction,
    sealer: Sealer,
    sealed: Sealed,
    *,
    boot: str,
    sending: Sending,
    print_job: bool,
) -> None:
    """Write transaction, attachments, outbox row, print job and journal entry; the manifest is signed here."""
    manifest, at = sealer.sign(made, sealed), made.created_at.isoformat()
    digest, signer = sha256(manifest.encode()), sha256(sealer.public_pem.encode())
    connection.execute("INSERT OR IGNORE INTO signers VALUES (?, ?)", (signer, sealer.public_pem))
    content = (signer, digest, sealed.payload.sha256, manifest, sealed.payload.content)
    sequence = connection.execute(
        "INSERT INTO transactions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence",
        (made.id, made.reference, made.type, at, *content),
    ).fetchone()["sequence"]
    connection.executemany(
        "INSERT INTO attachments VALUES (?, ?, ?)",
        [(sequence, position, part.sha256) for position, part in enumerate(sealed.attachments)],
    )
    size = len(sealed.payload.content) + sum(len(part.content) for part in sealed.attachments)
    deadline = sending.deadline.isoformat() if sending.deadline else NO_DEADLINE
    connection.execute(
        "INSERT INTO outbox (sequence, boot, case_key, deadline, behind, resident, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (sequence, boot, sending.case, deadline, tail(connection, sending.case), sending.resident, size),
    )
    journal.append(connection, made.created_at, "kept", made.id, digest)
    if print_job:
        print_jobs.queue(connection, made.created_at, sequence, made.id)


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _is_name(text: str) -> bool:
    return 0 < len(text) <= 255 and text.isprintable() and "/" not in text
