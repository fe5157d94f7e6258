"""The outbox: which transaction is sent next and by whom, and what the platform answered."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from offline_queue import journal
from offline_queue.boot_clock import BootClock
from offline_queue.database import Database, translated
from offline_queue.errors import DamagedError, UnknownTransactionError
from offline_queue.holder import Holder, lives
from offline_queue.parts import Parts, missing
from offline_queue.records import Acknowledged, Claim, Content
from offline_queue.seal import sha256

LEASE_SECONDS = 600.0  # only for a holder that lives and hangs: a dead one's rows are free at once

CLAIM = """
    UPDATE outbox SET state = 'sending', owner = :owner, fence = fence + 1, attempts = attempts + 1,
        boot = :boot, lease_until = :now + :lease
    WHERE sequence = (
        SELECT sequence FROM unsettled
        WHERE sequence > :after AND (
            boot <> :boot OR state <> 'sending' AND due_at <= :due_by OR state = 'sending' AND lease_until <= :now)
        ORDER BY attempts, sequence LIMIT 1)
    RETURNING sequence, attempts, fence,
        (SELECT id FROM transactions WHERE sequence = outbox.sequence) AS id,
        (SELECT reference FROM transactions WHERE sequence = outbox.sequence) AS reference
"""
FREE = "UPDATE outbox SET state = 'unknown', owner = '' WHERE state = 'sending' AND owner = ?"


class Outbox:
    """The sending side of one store. Used by one thread."""

    def __init__(
        self, database: Database, parts: Parts, now: Callable[[], datetime], clock: BootClock, holders: Path
    ) -> None:
        self._database, self._parts, self._now, self.clock = database, parts, now, clock
        self._holders = holders
        self._holder: Holder | None = None

    def close(self) -> None:
        """Give back what is still leased; its outcome is unknown."""
        if self._holder:
            self._free(self._holder.name)
            self._holder.close()
            self._holder = None

    def free_abandoned(self) -> None:
        """Free the rows whose sender died in mid-request, or whose answer this one could not write down."""
        for row in self._database.rows("SELECT DISTINCT owner FROM outbox WHERE state = 'sending'"):
            mine = self._holder is not None and row["owner"] == self._holder.name
            if mine or not lives(self._holders, row["owner"]):
                self._free(row["owner"])

    def claim(self, due_by: float, after: int = 0) -> Claim | None:
        """Lease the next transaction that is due at `due_by` (boot clock) and was put after number `after`, or none.

        Those tried least come first, then the oldest.
        """
        if self._holder is None:
            self._holder = Holder(self._holders)
        values = {
            "owner": self._holder.name,
            "boot": self.clock.boot,
            "now": self.clock.elapsed(),
            "lease": LEASE_SECONDS,
            "due_by": due_by,
            "after": after,
        }
        with self._database.writing(durable=False) as connection:  # a lease need not survive a power cut
            rows = connection.execute(CLAIM, values).fetchall()
        return Claim(**dict(rows[0])) if rows else None

    def content(self, transaction: str) -> Content:
        """Return what is to be sent of a transaction that is not acknowledged.

        Raises:
            DamagedError: a sealed part is not what was kept.
            UnknownTransactionError: there is no such transaction, or nothing is left of it.
        """
        row = self._held(transaction)
        try:
            return self._content(row)
        except DamagedError:
            self._held(transaction)  # it may have been acknowledged, and its files erased, a moment ago
            raise

    def acknowledge(self, claim: Claim, answer: Acknowledged) -> None:
        """Keep the platform's answer and erase the content, whoever sent it: that the platform has it is final."""
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE outbox SET state = 'acknowledged', owner = '', reason = '', settled_at = ?, case_number = ?, "
                "follow_up = ?, received_at = ? WHERE sequence = ? AND state <> 'acknowledged'",
                (
                    self._now().isoformat(),
                    answer.case_number,
                    answer.follow_up,
                    answer.received_at,
                    claim.sequence,
                ),
            ).rowcount
            erased = self._erase(connection, claim.sequence) if changed else []
            if changed:
                self._journal(connection, "acknowledged", claim.id, answer.case_number)
        self._parts.erase(erased)

    def park(self, claim: Claim, reason: str, code: str) -> None:
        """Set the transaction aside with what the platform said; `code` (no free text) goes into the journal."""
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE outbox SET state = 'parked', owner = '', reason = ?, settled_at = ? "
                "WHERE sequence = ? AND fence = ? AND state = 'sending'",
                (reason, self._now().isoformat(), claim.sequence, claim.fence),
            ).rowcount
            if changed:
                self._journal(connection, "parked", claim.id, code)

    def postpone(self, claim: Claim, reason: str, delay: float, *, unknown: bool) -> None:
        """Try again in `delay` seconds; `unknown` when the platform may have it although no answer came."""
        with self._database.writing(durable=False) as connection:
            connection.execute(
                "UPDATE outbox SET state = ?, owner = '', reason = ?, boot = ?, due_at = ? "
                "WHERE sequence = ? AND fence = ? AND state = 'sending'",
                (
                    "unknown" if unknown else "waiting",
                    reason,
                    self.clock.boot,
                    self.clock.elapsed() + delay,
                    claim.sequence,
                    claim.fence,
                ),
            )

    def make_due(self) -> None:
        """Let nothing wait for its next attempt any longer."""
        with self._database.writing(durable=False) as connection:
            connection.execute(
                "UPDATE outbox SET due_at = 0 WHERE due_at > 0 AND sequence IN (SELECT sequence FROM unsettled)"
            )

    def retry(self, transaction: str) -> bool:
        """Let a parked transaction be sent again; whether it was parked.

        Raises:
            UnknownTransactionError: there is no such transaction.
        """
        with self._database.writing() as connection:
            found = connection.execute(
                "SELECT sequence FROM transactions WHERE id = ?", (transaction,)
            ).fetchone()
            if found is None:
                raise UnknownTransactionError(transaction)
            changed = connection.execute(
                "UPDATE outbox SET state = 'waiting', attempts = 0, due_at = 0, reason = '', settled_at = NULL "
                "WHERE sequence = ? AND state = 'parked'",
                (found["sequence"],),
            ).rowcount
            if changed:
                self._journal(connection, "retried", transaction, "")
        return bool(changed)

    def newest(self) -> int:
        """Return the number of the newest transaction, 0 when there is none."""
        return int(self._database.rows("SELECT coalesce(max(sequence), 0) FROM transactions")[0][0])

    def next_due(self) -> float:
        """Return when (boot clock) the next transaction is due: infinity when none waits, 0 at once.

        What another holder is sending is looked at again in a second: it may die.
        """
        again = self.clock.elapsed() + 1.0
        due = self._database.rows(
            "SELECT min(CASE WHEN boot <> ? THEN 0 WHEN state = 'sending' THEN ? ELSE due_at END) FROM unsettled",
            self.clock.boot,
            again,
        )[0][0]
        return float("inf") if due is None else float(due)

    def others_sending(self) -> bool:
        """Whether another holder that lives is sending something right now."""
        self.free_abandoned()
        return bool(self._database.rows("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1"))

    def _held(self, transaction: str) -> sqlite3.Row:
        rows = self._database.rows(
            "SELECT * FROM transactions WHERE id = ? AND payload IS NOT NULL", transaction
        )
        if not rows:
            raise UnknownTransactionError(transaction)
        return rows[0]

    def _content(self, row: sqlite3.Row) -> Content:
        for kept, digest in (
            (row["manifest"].encode(), row["digest"]),
            (row["payload"], row["payload_digest"]),
        ):
            if sha256(kept) != digest:
                raise missing(digest)
        names = self._database.rows(
            "SELECT sha256 FROM attachments WHERE sequence = ? ORDER BY position", row["sequence"]
        )
        with translated():
            attachments = {name["sha256"]: self._parts.read(name["sha256"]) for name in names}
        return Content(row["manifest"], row["payload"], attachments)

    def _free(self, owner: str) -> None:
        with self._database.writing(durable=False) as connection:
            connection.execute(FREE, (owner,))

    def _erase(self, connection: sqlite3.Connection, sequence: int) -> list[str]:
        names = connection.execute(
            "SELECT sha256 FROM attachments WHERE sequence = ?", (sequence,)
        ).fetchall()
        connection.execute("DELETE FROM attachments WHERE sequence = ?", (sequence,))
        connection.execute(
            "UPDATE transactions SET manifest = NULL, payload = NULL WHERE sequence = ?", (sequence,)
        )
        return [name["sha256"] for name in names]

    def _journal(self, connection: sqlite3.Connection, kind: str, transaction: str, detail: str) -> None:
        journal.append(connection, self._now(), kind, transaction, detail)
