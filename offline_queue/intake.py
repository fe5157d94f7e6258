"""Taking a transaction in: what is checked before, and what one commit makes true."""

import sqlite3
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from offline_queue import admission, counters, journal, policy, print_jobs
from offline_queue.admission import Now
from offline_queue.decide import NO_DEADLINE
from offline_queue.errors import UnfitError
from offline_queue.platform_clock import Offset
from offline_queue.policy import Limits
from offline_queue.reference import reference
from offline_queue.rows import tail
from offline_queue.seal import Sealed, Sealer, sha256
from offline_queue.transaction import Draft, Sending, Transaction

MAX_BYTES = 64 * 1024 * 1024  # of one transaction: it is sealed and sent in one piece of memory


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be kept, and how."""

    type: str
    id: str
    now: Now
    offset: Offset | None
    limits: Limits
    sending: Sending
    print_job: bool
    may_be_here: bool = True  # its id is not new


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed manifest, whose it is, and what the journal calls its coming: kept here, or imported."""

    manifest: str = field(repr=False)
    public_pem: str
    thumbprint: str
    kind: str = "kept"


def able(sealer: Sealer | None) -> Sealer:
    """Return the sealer.

    Raises:
        UnfitError: there is none.
    """
    if sealer is None:
        raise UnfitError(
            "This queue was opened without the terminal's identity, so it can be looked at only. 队列以只读方式打开。"
        )
    return sealer


def check(draft: Draft) -> None:
    """Check what is to be kept and how it is to be sent.

    Raises:
        UnfitError: the caller must change it.
    """
    if not draft.type.isprintable() or not 0 < len(draft.type) <= 100:
        raise UnfitError(
            "A transaction's type has 1 to 100 printable characters, such as MZ-004. 事务类型须为 1 至 100 个可见字符。"
        )
    if draft.id is not None and not _is_id(draft.id):
        raise UnfitError("A transaction's id is a UUID in small letters. 事务编号须为小写 UUID。")
    names = [one.name for one in draft.attachments]
    if len(set(names)) < len(names) or not all(map(_is_name, names)):
        raise UnfitError(
            "Attachments need different names, each a file name without folders. 附件须各有不同的文件名，且不含路径。"
        )
    if len(draft.payload) + sum(len(one.data) for one in draft.attachments) > MAX_BYTES:
        raise UnfitError(
            f"A transaction holds up to {MAX_BYTES // 1024**2} MiB: take smaller pictures or fewer of them. "
            f"每件最多 {MAX_BYTES // 1024**2} MiB：请缩小或减少附件。"
        )
    if not draft.sending.case.isprintable() or len(draft.sending.case) > 100:
        raise UnfitError("A case's key has up to 100 printable characters. 案件键最多 100 个可见字符。")


def find(connection: sqlite3.Connection, transaction: str) -> Transaction | None:
    """Return the transaction kept under that id, if there is one."""
    row = connection.execute("SELECT * FROM transactions WHERE id = ?", (transaction,)).fetchone()
    if row is None:
        return None
    return Transaction(row["id"], row["reference"], row["type"], datetime.fromisoformat(row["created_at"]))


def take(
    connection: sqlite3.Connection, sealer: Sealer, sealed: Sealed, order: Order
) -> tuple[Transaction, bool]:
    """Return what is kept under the id, and whether it is kept now.

    Raises:
        QueueFullError: a limit is reached; the class says which.
    """
    if order.may_be_here and (found := find(connection, order.id)):
        return found, False
    waits = admission.load(connection, order.limits, order.now, order.type, order.sending.resident)
    if refused := policy.refusal(order.limits, waits, order.type):
        raise refused
    made = _numbered(connection, sealer.terminal_id, order)
    signed = Signed(sealer.sign(made, sealed, order.offset), sealer.public_pem, sealer.thumbprint)
    write(connection, made, signed, sealed, order)
    return made, True


def _numbered(connection: sqlite3.Connection, terminal: str, order: Order) -> Transaction:
    """Return the transaction with the day's next reference."""
    day = order.now.time.date()
    number = counters.next_of(connection, day)
    return Transaction(order.id, reference(terminal, day, number), order.type, order.now.time)


def write(
    connection: sqlite3.Connection, made: Transaction, signed: Signed, sealed: Sealed, order: Order
) -> None:
    """Write transaction, attachments, outbox row, print job and journal entry."""
    manifest, at = signed.manifest, made.created_at.isoformat()
    digest = sha256(manifest.encode())
    connection.execute("INSERT OR IGNORE INTO signers VALUES (?, ?)", (signed.thumbprint, signed.public_pem))
    content = (signed.thumbprint, digest, sealed.payload.sha256, manifest, sealed.payload.content)
    sequence = connection.execute(
        "INSERT INTO transactions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence",
        (made.id, made.reference, made.type, at, *content),
    ).fetchone()["sequence"]
    for position, part in enumerate(sealed.attachments):
        connection.execute("INSERT INTO attachments VALUES (?, ?, ?)", (sequence, position, part.sha256))
    size = len(sealed.payload.content) + sum(len(part.content) for part in sealed.attachments)
    sending = order.sending
    deadline = sending.deadline.isoformat() if sending.deadline else NO_DEADLINE
    connection.execute(
        "INSERT INTO outbox (sequence, boot, case_key, deadline, behind, resident, bytes, item, put_boot, put_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            sequence,
            order.now.moment.boot,
            sending.case,
            deadline,
            tail(connection, sending.case) if sending.case else 0,
            sending.resident,
            size,
            made.type,
            order.now.moment.boot,
            order.now.moment.seconds,
        ),
    )
    counters.came(connection, made.type, size)
    journal.append(connection, order.now.time, signed.kind, made.id, digest)
    if order.print_job:
        print_jobs.queue(connection, made.created_at, sequence, made.id)


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _is_name(text: str) -> bool:
    return 0 < len(text) <= 255 and text.isprintable() and "/" not in text
