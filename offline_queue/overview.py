"""Looking at the queue: the list, and the numbers for the operator's page and the heartbeat."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from offline_queue import decide
from offline_queue.boot_clock import BootClock, MachineClock
from offline_queue.database import DATABASE, Database
from offline_queue.errors import UnknownTransactionError
from offline_queue.records import Acknowledged, Entry, Fate, Parked, State, Stats, Waiting
from offline_queue.schema import FRESH, OPEN

ALL = """
    SELECT t.id, t.reference, t.type, t.created_at, o.*, coalesce(p.state, '') AS print_job
    FROM transactions t JOIN outbox o USING (sequence) LEFT JOIN print_jobs p USING (sequence)
"""
LIST = f"{ALL} ORDER BY sequence"
PARKED = f"{ALL} WHERE o.state = 'parked' ORDER BY sequence LIMIT ?"
FIRSTS = f"""
    SELECT (SELECT created_at FROM outbox JOIN transactions USING (sequence) WHERE {OPEN}
            AND sequence >= (SELECT number FROM counters WHERE kind = 'oldest') ORDER BY sequence LIMIT 1) AS oldest,
        (SELECT CASE WHEN EXISTS (SELECT 1 FROM outbox WHERE {FRESH}) THEN 0.0 ELSE
            (SELECT min(CASE WHEN boot = ? AND state <> 'sending' THEN due_at ELSE 0 END)
             FROM outbox WHERE attempts > 0 AND behind = 0 AND {OPEN}) END) AS due
"""  # noqa: S608  # constants of the schema
NOT_DUE = {State.ACKNOWLEDGED, State.PARKED}


def entries(database: Database, clock: BootClock) -> list[Entry]:
    """Return every transaction, oldest first."""
    return [_entry(row, clock) for row in database.rows(LIST)]


def stats(database: Database, clock: BootClock, now: datetime, directory: Path) -> Stats:
    """Return the queue at a glance, all numbers of the same moment."""
    with database.reading() as connection:
        first = connection.execute(FIRSTS, (clock.boot,)).fetchone()
        numbers = totals(connection)
    oldest = (now - datetime.fromisoformat(first["oldest"])).total_seconds() if first["oldest"] else 0.0
    return Stats(
        waiting=sum(numbers[state].number for state in decide.OPEN),
        unknown=numbers[State.UNKNOWN].number,
        parked=numbers[State.PARKED].number,
        acknowledged=numbers[State.ACKNOWLEDGED].number,
        oldest_seconds=max(0.0, oldest),
        next_attempt_in=None if first["due"] is None else max(0.0, first["due"] - clock.elapsed()),
        bytes=sum(map(_size, directory.rglob("*"))),
    )


def fate(database: Database, transaction: str) -> Fate:
    """Return what became of a transaction.

    Raises:
        UnknownTransactionError: there is no such transaction.
    """
    rows = database.rows(
        "SELECT outbox.* FROM outbox JOIN transactions USING (sequence) WHERE id = ?", transaction
    )
    if not rows:
        raise UnknownTransactionError(transaction)
    row = rows[0]
    match State(row["state"]):
        case State.ACKNOWLEDGED:
            return Acknowledged(row["case_number"], row["follow_up"], row["received_at"])
        case State.PARKED:
            return Parked(row["reason"])
        case State.WAITING | State.SENDING | State.UNKNOWN:
            return Waiting()


@dataclass(frozen=True, slots=True)
class Total:
    """How many transactions, and how many sealed bytes."""

    number: int
    bytes: int


def totals(connection: sqlite3.Connection) -> dict[State, Total]:
    """Return how many transactions are in each state; known without counting."""
    rows = connection.execute("SELECT * FROM counters WHERE kind = 'state'")
    return {State(row["name"]): Total(row["number"], row["bytes"]) for row in rows}


def parked(directory: Path, limit: int) -> list[Entry]:
    """Return up to `limit` transactions that the platform has refused, oldest first; the queue must be there.

    Raises:
        QueueError: it cannot be read.
    """
    with closing(Database(directory / DATABASE)) as database:
        return [_entry(row, MachineClock()) for row in database.rows(PARKED, limit)]


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
        case=row["case_key"],
        deadline="" if row["deadline"] == decide.NO_DEADLINE else row["deadline"],
    )
