"""Looking at the queue: the list, and the numbers for the operator's page and the heartbeat."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from offline_queue.boot_clock import BootClock, MachineClock
from offline_queue.database import DATABASE, Database
from offline_queue.records import Entry, State, Stats

LIST = """
    SELECT t.id, t.reference, t.type, t.created_at, o.*, coalesce(p.state, '') AS print_job
    FROM transactions t JOIN outbox o USING (sequence) LEFT JOIN print_jobs p USING (sequence)
    ORDER BY sequence
"""
COUNTS = """
    SELECT (SELECT count(*) FROM unsettled) AS waiting,
        (SELECT count(*) FROM unsettled WHERE state = 'unknown') AS unknown,
        (SELECT count(*) FROM outbox WHERE state = 'parked') AS parked,
        (SELECT count(*) FROM outbox) AS everything,
        (SELECT created_at FROM transactions WHERE sequence = (SELECT min(sequence) FROM unsettled)) AS oldest,
        (SELECT min(CASE WHEN boot = ? AND state <> 'sending' THEN due_at ELSE 0 END) FROM unsettled) AS due
"""
NOT_DUE = {State.ACKNOWLEDGED, State.PARKED}


def entries(database: Database, clock: BootClock) -> list[Entry]:
    """Return every transaction, oldest first."""
    return [_entry(row, clock) for row in database.rows(LIST)]


def stats(database: Database, clock: BootClock, now: datetime, directory: Path) -> Stats:
    """Return the queue at a glance, all numbers of the same moment."""
    counts = database.rows(COUNTS, clock.boot)[0]
    oldest = (now - datetime.fromisoformat(counts["oldest"])).total_seconds() if counts["oldest"] else 0.0
    return Stats(
        waiting=counts["waiting"],
        unknown=counts["unknown"],
        parked=counts["parked"],
        acknowledged=counts["everything"] - counts["waiting"] - counts["parked"],
        oldest_seconds=max(0.0, oldest),
        next_attempt_in=None if counts["due"] is None else max(0.0, counts["due"] - clock.elapsed()),
        bytes=sum(map(_size, directory.rglob("*"))),
    )


def look(directory: Path, now: datetime) -> Stats:
    """Return the queue in `directory` at a glance without opening it for work; it must be there.

    Raises:
        QueueError: it cannot be read.
    """
    with closing(Database(directory / DATABASE)) as database:
        return stats(database, MachineClock(), now, directory)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # acknowledged and erased in this moment
        return 0


def _entry(row: sqlite3.Row, clock: BootClock) -> Entry:
    state = State(row["state"])
    due = row["due_at"] - clock.elapsed() if row["boot"] == clock.boot else 0.0
    return Entry(
        id=row["id"],
        reference=row["reference"],
        type=row["type"],
        created_at=datetime.fromisoformat(row["created_at"]),
        state=state,
        attempts=row["attempts"],
        next_attempt_in=None if state in NOT_DUE else max(0.0, due),
        reason=row["reason"],
        case_number=row["case_number"],
        settled_at=datetime.fromisoformat(row["settled_at"]) if row["settled_at"] else None,
        print_job=row["print_job"],
    )
