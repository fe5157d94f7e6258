"""Rows of the table `outbox` as the values that are decided by, read and written inside a commit."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from offline_queue import counters
from offline_queue.decide import Moment, Row
from offline_queue.records import State
from offline_queue.schema import FRESH, OPEN

COLUMNS = "sequence, deadline, behind, state, attempts, boot, due_at, owner, fence, lease_until"
SETS = ("behind", "state", "attempts", "boot", "due_at", "owner", "fence", "lease_until")
AT_ONCE = 500  # rows by one statement: SQLite takes 32,766 values

AMONG = "sequence IN (SELECT value FROM json_each(?))"
STATES = {state.value: state for state in State}

# Each condition names an index of its own, so that a claim looks at what it takes however long the queue is.
NEVER_TRIED = f"{FRESH} ORDER BY deadline, sequence LIMIT ?"
PUT_SINCE = f"sequence > ? AND {FRESH} ORDER BY sequence LIMIT ?"
TRIED_AND_DUE = (
    f"attempts > 0 AND behind = 0 AND {OPEN} AND (boot <> ? OR CASE state WHEN 'sending' THEN lease_until <= ? ELSE due_at <= ? END) "
    "ORDER BY deadline, attempts, sequence LIMIT ?"
)
TAIL = f"""
    SELECT sequence FROM outbox one WHERE case_key = ? AND case_key <> '' AND {OPEN}
        AND NOT EXISTS (SELECT 1 FROM outbox WHERE behind > 0 AND behind = one.sequence)
"""  # noqa: S608  # constants of the schema


def load(connection: sqlite3.Connection, condition: str, *values: object) -> Sequence[Row]:
    """Return the rows for which `condition`, constant SQL after WHERE with `values` for its marks, is true."""
    found = connection.execute(f"SELECT {COLUMNS} FROM outbox WHERE {condition}", values)  # noqa: S608  # a constant
    return [_row(row) for row in found]


def load_all(connection: sqlite3.Connection, sequences: Sequence[int]) -> dict[int, Row]:
    """Return the rows of those numbers."""
    found = load(connection, AMONG, json.dumps(sequences))
    return {row.sequence: row for row in found}


def save(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Write the rows; number and deadline never change."""
    write(connection, SETS, [(row.sequence, *values(row)) for row in rows])


def write(connection: sqlite3.Connection, columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    """Set `columns` of the rows whose number each of `rows` begins with.

    Many by one statement, with what is counted of them.
    """
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        with counters.in_step(connection, [row[0] for row in some]):
            connection.execute(_update(tuple(columns), len(some)), list(chain.from_iterable(some)))


@lru_cache(maxsize=2 * AT_ONCE)
def _update(columns: tuple[str, ...], number: int) -> str:
    sets = ", ".join(f"{name} = column{position}" for position, name in enumerate(columns, 2))
    marks = ", ".join(["(" + ", ".join("?" * (len(columns) + 1)) + ")"] * number)
    return f"UPDATE outbox SET {sets} FROM (VALUES {marks}) WHERE sequence = column1"  # noqa: S608  # names and marks


def sendable(
    connection: sqlite3.Connection, moment: Moment, due_by: float, after: int, limit: int
) -> Sequence[Row]:
    """Return what may be sent, more than `limit` at most by what was tried before; see `Outbox.claim_some`."""
    if after:
        return load(connection, PUT_SINCE, after, limit)
    due = (moment.boot, moment.seconds, due_by)
    return [*load(connection, NEVER_TRIED, limit), *load(connection, TRIED_AND_DUE, *due, limit)]


def tail(connection: sqlite3.Connection, case: str) -> int:
    """Return the number of the last open transaction of a case, 0 when there is none."""
    last = connection.execute(TAIL, (case,)).fetchone()
    return int(last["sequence"]) if last else 0


def _row(row: sqlite3.Row) -> Row:
    sequence, deadline, behind, state, *rest = row
    return Row(sequence, deadline, behind, STATES[state], *rest)


def values(row: Row) -> tuple[object, ...]:
    """Return what `SETS` sets."""
    where = (row.behind, row.state.value, row.attempts, row.boot, row.due_at)
    return *where, row.owner, row.fence, row.lease_until
