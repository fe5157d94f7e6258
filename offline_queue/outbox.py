"""The outbox: which transactions are sent next and by whom, by the rules of `decide`."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from offline_queue import content, decide, journal, rows, settlement
from offline_queue.admission import Now
from offline_queue.answer import Refused
from offline_queue.ballast import drains
from offline_queue.boot_clock import BootClock
from offline_queue.database import Database
from offline_queue.decide import Moment, Row
from offline_queue.errors import DiskFullError, UnknownTransactionError
from offline_queue.holder import Holder, lives
from offline_queue.parts import Parts
from offline_queue.records import Acknowledged, Claim, Content
from offline_queue.schema import FRESH, OPEN
from offline_queue.settlement import Postponed, Verdict

NAMES = f"SELECT sequence, id, reference, bytes, created_at FROM outbox JOIN transactions USING (sequence) WHERE {rows.AMONG}"  # noqa: S608  # a constant
NEXT_DUE = f"""
    SELECT CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE {FRESH}) THEN 0.0 ELSE (
        SELECT min(CASE WHEN boot <> ? THEN 0.0 WHEN state = 'sending' THEN ? ELSE due_at END)
        FROM outbox WHERE attempts > 0 AND behind = 0 AND {OPEN}) END
"""  # noqa: S608  # constants of the schema


class Outbox:
    """The sending side of one store. Used by one thread."""

    def __init__(
        self, database: Database, parts: Parts, now: Callable[[], datetime], clock: BootClock, holders: Path
    ) -> None:
        self._database, self._parts, self._now, self.clock = database, parts, now, clock
        self._holders = holders
        self._holder: Holder | None = None

    def time(self) -> Now:
        """Return the time by both clocks."""
        return Now(self._now(), Moment(self.clock.boot, self.clock.elapsed()))

    def close(self) -> None:
        """Give back what is still leased; its outcome is unknown."""
        if self._holder:
            self._free(self._holder.name)
            self._holder.close()
            self._holder = None

    @drains
    def free_abandoned(self) -> None:
        """Free the rows whose sender died in mid-request, or whose answer this one could not write down."""
        for row in self._database.rows("SELECT DISTINCT owner FROM outbox WHERE state = 'sending'"):
            mine = self._holder is not None and row["owner"] == self._holder.name
            if mine or not lives(self._holders, row["owner"]):
                self._free(row["owner"])

    def claim(self, due_by: float, after: int = 0) -> Claim | None:
        """Lease the next transaction that is due at `due_by` (boot clock), or none; see `claim_some`."""
        claims = self.claim_some(1, due_by, after)
        return claims[0] if claims else None

    @drains
    def claim_some(self, limit: int, due_by: float, after: int = 0) -> Sequence[Claim]:
        """Lease up to `limit` transactions that are due at `due_by` (boot clock), first what must be sent first.

        No two of them are of the same case. With `after`, only what was put after that number and never tried.
        """
        if self._holder is None:
            self._holder = Holder(self._holders)
        moment = Moment(self.clock.boot, self.clock.elapsed())
        with self._database.writing(durable=False) as connection:  # a lease need not survive a power cut
            found = rows.sendable(connection, moment, due_by, after, limit)
            chosen = decide.choose(found, moment, due_by, limit)
            held = [decide.leased(row, self._holder.name, moment) for row in chosen]
            rows.save(connection, held)
            return _claims(connection, chosen, held)

    @drains
    def give_back(self, claims: Iterable[Claim]) -> None:
        """Give up leases that were not used."""
        with self._database.writing(durable=False) as connection:
            for claim in claims:
                for row in rows.load(connection, "sequence = ?", claim.sequence):
                    rows.save(connection, [decide.given_back(row, claim.fence, unknown=claim.unknown)])

    def content(self, transaction: str) -> Content:
        """Return what is to be sent of a transaction that is not acknowledged.

        Raises:
            DamagedError: a sealed part is not what was kept.
            UnknownTransactionError: there is no such transaction, or nothing is left of it.
        """
        return content.read(self._database, self._parts, transaction)

    def contents(self, claims: Sequence[Claim]) -> dict[int, Content]:
        """Return what is to be sent of the claims, by number; what is damaged or gone is not among it."""
        return content.read_all(self._database, self._parts, [claim.sequence for claim in claims])

    def content_at(self, sequence: int) -> tuple[str, Content]:
        """Return id and content of the transaction of that number; raises as `content`."""
        return content.read_at(self._database, self._parts, sequence)

    def settle(self, verdicts: Sequence[tuple[Claim, Verdict]]) -> None:
        """Keep what became of claims in one commit; what the platform has is erased here, whoever sent it.

        On a full disk one after the other, each erased before the next: the ballast need only hold one.
        """
        try:
            self._settle(verdicts)
        except DiskFullError:
            self._database.ballast.release()
            for verdict in verdicts:
                self._settle([verdict])
                self._database.truncate_log()

    def _settle(self, verdicts: Sequence[tuple[Claim, Verdict]]) -> None:
        final = any(not isinstance(verdict, Postponed) for _, verdict in verdicts)
        with self._database.writing(durable=final) as connection:
            erased = settlement.settle(connection, verdicts, self._now(), self.clock)
        with suppress(OSError):  # what cannot be removed now is swept later
            self._parts.erase(erased)

    def acknowledge(self, claim: Claim, answer: Acknowledged) -> None:
        """Keep the platform's answer and erase the content, whoever sent it: that the platform has it is final."""
        self.settle([(claim, answer)])

    def park(self, claim: Claim, reason: str, code: str) -> None:
        """Set the transaction aside with what the platform said; `code` (no free text) goes into the journal."""
        self.settle([(claim, Refused(reason, code))])

    def postpone(self, claim: Claim, reason: str, delay: float, *, unknown: bool) -> None:
        """Try again in `delay` seconds; `unknown` when the platform may have it although no answer came."""
        self.settle([(claim, Postponed(reason, delay, unknown=unknown))])

    @drains
    def make_due(self) -> None:
        """Let nothing wait for its next attempt any longer."""
        with self._database.writing(durable=False) as connection:
            connection.execute(
                f"UPDATE outbox SET due_at = 0 WHERE attempts > 0 AND due_at > 0 AND {OPEN}"  # noqa: S608  # a constant
            )

    @drains
    def retry(self, transaction: str) -> bool:
        """Let a parked transaction be sent again, after what waits of its case; whether it was parked.

        Raises:
            UnknownTransactionError: there is no such transaction.
        """
        with self._database.writing() as connection:
            found = connection.execute(
                "SELECT sequence, case_key FROM outbox JOIN transactions USING (sequence) WHERE id = ?",
                (transaction,),
            ).fetchone()
            if found is None:
                raise UnknownTransactionError(transaction)
            (row,) = rows.load(connection, "sequence = ?", found["sequence"])
            again = decide.retried(row, rows.tail(connection, found["case_key"]))
            if again == row:
                return False
            rows.save(connection, [again])
            connection.execute(
                "UPDATE outbox SET reason = '', settled_at = NULL WHERE sequence = ?", (row.sequence,)
            )
            journal.append(connection, self._now(), "retried", transaction, "")
        return True

    def newest(self) -> int:
        """Return the number of the newest transaction, 0 when there is none."""
        return int(self._database.rows("SELECT coalesce(max(sequence), 0) FROM transactions")[0][0])

    def next_due(self) -> float:
        """Return when (boot clock) the next transaction is due: infinity when none waits, 0 at once.

        What another holder is sending is looked at again in a second: it may die.
        """
        again = self.clock.elapsed() + 1.0
        due = self._database.rows(NEXT_DUE, self.clock.boot, again)[0][0]
        return float("inf") if due is None else float(due)

    def others_sending(self) -> bool:
        """Whether another holder that lives is sending something right now."""
        self.free_abandoned()
        return bool(self._database.rows("SELECT 1 FROM outbox WHERE state = 'sending' LIMIT 1"))

    def _free(self, owner: str) -> None:
        with self._database.writing(durable=False) as connection:
            held = rows.load(connection, "state = 'sending' AND owner = ?", owner)
            rows.save(connection, map(decide.freed, held))


def _claims(connection: sqlite3.Connection, chosen: Sequence[Row], held: Sequence[Row]) -> Sequence[Claim]:
    """Return the leases `held` of what was `chosen`."""
    which = json.dumps([row.sequence for row in held])
    named = {row[0]: row for row in connection.execute(NAMES, (which,))}
    claims = []
    for before, row in zip(chosen, held, strict=True):
        sequence, id_, reference, size, created_at = named[row.sequence]
        unknown = decide.may_have_arrived(before)
        at, deadline = (
            datetime.fromisoformat(created_at),
            "" if row.deadline == decide.NO_DEADLINE else row.deadline,
        )
        claims.append(Claim(sequence, id_, reference, row.attempts, row.fence, unknown, size, at, deadline))
    return claims
