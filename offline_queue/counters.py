"""What is known without counting: table `counters`, kept in step by whoever changes the outbox, in the same commit.

A trigger would do it as surely, but with one SQLite writes each row as if it were many.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from offline_queue import decide
from offline_queue.schema import OPEN

CAME = (
    "INSERT INTO counters VALUES ('item', ?, 1, 0), ('state', 'waiting', 1, ?) "
    "ON CONFLICT DO UPDATE SET number = number + 1, bytes = bytes + excluded.bytes"
)
NUMBER = "INSERT INTO counters VALUES ('day', ?, 1, 0) ON CONFLICT DO UPDATE SET number = number + 1 RETURNING number"
# The other machine's numbers of the day are not given again.
GIVEN_THERE = "INSERT INTO counters VALUES ('day', ?, ?, 0) ON CONFLICT DO UPDATE SET number = max(number, excluded.number)"
# Nothing older than this is open: what ended is passed over once, not by everyone who asks for the oldest.
FORWARD = f"""
    UPDATE counters SET number = coalesce(
        (SELECT sequence FROM outbox WHERE sequence >= number AND {OPEN} ORDER BY sequence LIMIT 1),
        (SELECT max(sequence) + 1 FROM outbox)) WHERE kind = 'oldest'
"""  # noqa: S608  # a constant of the schema
BACK = "UPDATE counters SET number = min(number, ?) WHERE kind = 'oldest'"
MOVED = "UPDATE counters SET number = number + ?, bytes = bytes + ? WHERE kind = ? AND name = ?"
TALLY = """
    SELECT state, item, count(*), sum(bytes), min(sequence) FROM outbox
    WHERE sequence IN (SELECT value FROM json_each(?)) GROUP BY state, item
"""
_OPEN = frozenset(state.value for state in decide.OPEN)

Tally = dict[tuple[str, str], tuple[int, int]]


def came(connection: sqlite3.Connection, item: str, size: int) -> None:
    """Count one that is new, of so many sealed bytes."""
    connection.execute(CAME, (item, size))


def next_of(connection: sqlite3.Connection, day: date) -> int:
    """Return the day's next sequence number, which is then given."""
    return int(connection.execute(NUMBER, (day.isoformat(),)).fetchone()[0])


def given_elsewhere(connection: sqlite3.Connection, day: str, number: int) -> None:
    """Give no number of that day up to `number` any more."""
    connection.execute(GIVEN_THERE, (day, number))


def pass_over_ended(connection: sqlite3.Connection) -> None:
    """Let whoever asks for the oldest that is open begin where one is."""
    connection.execute(FORWARD)


@contextmanager
def in_step(connection: sqlite3.Connection, sequences: Sequence[object]) -> Iterator[None]:
    """Count what the block moves of the rows of those numbers: all by their states, what is open by its item."""
    which = (json.dumps(sequences),)
    before, _ = _tally(connection, which)
    yield
    after, oldest = _tally(connection, which)
    for key in before.keys() | after.keys():
        (number, size), (was, had) = after.get(key, (0, 0)), before.get(key, (0, 0))
        if number != was:
            connection.execute(MOVED, (number - was, size - had, *key))
    connection.execute(BACK, (oldest,))


def _tally(connection: sqlite3.Connection, which: tuple[str]) -> tuple[Tally, int]:
    """Return what is to be counted of some rows, and the number of the oldest that is open."""
    counted: Tally = {}
    oldest = sys.maxsize  # SQLite's largest number, too
    for state, item, number, size, first in connection.execute(TALLY, which):
        _add(counted, ("state", state), number, size)
        if state in _OPEN:
            _add(counted, ("item", item), number, 0)
            oldest = min(oldest, first)
    return counted, oldest


def _add(counted: Tally, key: tuple[str, str], number: int, size: int) -> None:
    before = counted.get(key, (0, 0))
    counted[key] = before[0] + number, before[1] + size
