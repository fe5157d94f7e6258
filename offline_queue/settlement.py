"""Writing down what became of a transaction that was sent, inside a commit."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from offline_queue import content, decide, journal, rows
from offline_queue.answer import Refused
from offline_queue.boot_clock import BootClock
from offline_queue.decide import Moment
from offline_queue.records import Acknowledged, Claim


@dataclass(frozen=True, slots=True)
class Postponed:
    """Not settled: to be tried again in `delay` seconds; `unknown`: the platform may have it."""

    reason: str
    delay: float
    unknown: bool


Verdict = Acknowledged | Refused | Postponed


def settle(
    connection: sqlite3.Connection, claim: Claim, verdict: Verdict, now: datetime, clock: BootClock
) -> list[str]:
    """Write the verdict down, unless it comes too late to matter; return the names of the files to be removed.

    What waits behind a settled transaction of the same case may then be sent.
    """
    (before,) = rows.load(connection, "sequence = ?", claim.sequence)
    after = _decided(before, claim, verdict, clock)
    if after == before:
        return []
    rows.save(connection, [after])
    match verdict:
        case Postponed(reason):
            connection.execute("UPDATE outbox SET reason = ? WHERE sequence = ?", (reason, claim.sequence))
            return []
        case Refused(reason, code):
            _note(connection, claim, now, reason=reason)
            journal.append(connection, now, "parked", claim.id, code)
            return []
        case Acknowledged(case_number):
            _note(connection, claim, now, answer=verdict)
            journal.append(connection, now, "acknowledged", claim.id, case_number)
            return content.erase(connection, claim.sequence)


def _decided(before: decide.Row, claim: Claim, verdict: Verdict, clock: BootClock) -> decide.Row:
    match verdict:
        case Acknowledged():
            return decide.acknowledged(before)
        case Refused():
            return decide.parked(before, claim.fence)
        case Postponed(_, delay, unknown):
            due = Moment(clock.boot, clock.elapsed() + delay)
            return decide.postponed(before, claim.fence, due, unknown=unknown)


def _note(
    connection: sqlite3.Connection,
    claim: Claim,
    now: datetime,
    *,
    reason: str = "",
    answer: Acknowledged | None = None,
) -> None:
    said = answer or Acknowledged("", "", "")
    connection.execute(
        "UPDATE outbox SET resident = '', reason = ?, settled_at = ?, case_number = ?, follow_up = ?, received_at = ? WHERE sequence = ?",
        (reason, now.isoformat(), said.case_number, said.follow_up, said.received_at, claim.sequence),
    )
    connection.execute("UPDATE outbox SET behind = 0 WHERE behind = ?", (claim.sequence,))
