"""Writing down what became of a transaction that was sent, inside a commit."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from offline_queue import content, counters, decide, journal, rows
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

NOTED = (*rows.SETS, "reason", "settled_at", "case_number", "follow_up", "received_at")
FORGET = f"UPDATE outbox SET resident = '' WHERE resident <> '' AND {rows.AMONG}"  # noqa: S608  # a constant
FREE = "UPDATE outbox SET behind = 0 WHERE behind IN (SELECT value FROM json_each(?)) AND behind > 0"  # as the index says


def settle(
    connection: sqlite3.Connection,
    verdicts: Sequence[tuple[Claim, Verdict]],
    now: datetime,
    clock: BootClock,
) -> list[str]:
    """Write the verdicts down, unless they come too late to matter; return the names of the files to be removed.

    What waits behind a settled transaction of the same case may then be sent. Few statements, however many verdicts.
    """
    before = rows.load_all(connection, [claim.sequence for claim, _ in verdicts])
    after = {claim.sequence: _decided(before[claim.sequence], claim, one, clock) for claim, one in verdicts}
    news = [(claim, one) for claim, one in verdicts if after[claim.sequence] != before[claim.sequence]]
    final = [(claim, one) for claim, one in news if isinstance(one, Acknowledged | Refused)]
    noted = [(claim.sequence, *rows.values(after[claim.sequence]), *_note(one, now)) for claim, one in news]
    rows.write(connection, NOTED, noted)
    if final:
        ended = (json.dumps([claim.sequence for claim, _ in final]),)
        for statement in (FORGET, FREE):
            connection.execute(statement, ended)
        counters.pass_over_ended(connection)
    journal.extend(connection, now, [_entry(claim, one) for claim, one in final])
    return content.erase(
        connection, [claim.sequence for claim, one in final if isinstance(one, Acknowledged)]
    )


def _decided(before: decide.Row, claim: Claim, verdict: Verdict, clock: BootClock) -> decide.Row:
    match verdict:
        case Acknowledged():
            return decide.acknowledged(before)
        case Refused():
            return decide.parked(before, claim.fence)
        case Postponed(_, delay, unknown):
            due = Moment(clock.boot, clock.elapsed() + delay)
            return decide.postponed(before, claim.fence, due, unknown=unknown)


def _note(verdict: Verdict, now: datetime) -> tuple[object, ...]:
    """Return reason, time, the platform's case, its address, its time."""
    match verdict:
        case Postponed(reason):
            return reason, None, "", "", ""
        case Refused(reason):
            return reason, now.isoformat(), "", "", ""
        case Acknowledged(case_number, follow_up, received_at):
            return "", now.isoformat(), case_number, follow_up, received_at


def _entry(claim: Claim, verdict: Acknowledged | Refused) -> tuple[str, str, str]:
    if isinstance(verdict, Refused):
        return "parked", claim.id, verdict.code
    return "acknowledged", claim.id, verdict.case_number
