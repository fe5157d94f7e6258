"""Rows of the table `outbox` as the values that are decided by, read and written inside a commit."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple

from offline_queue.decide import Row
from offline_queue.records import State

COLUMNS = "sequence, deadline, behind, state, attempts, boot, due_at, owner, fence, lease_until"
SAVE = (
    "UPDATE outbox SET behind = ?, state = ?, attempts = ?, boot = ?, due_at = ?, owner = ?, fence = ?, lease_until = ? "
    "WHERE sequence = ?"
)


def load(connection: sqlite3.Connection, condition: str, *values: object) -> Sequence[Row]:
    """Return the rows for which `condition`, constant SQL after WHERE with `values` for its marks, is true."""
    found = connection.execute(f"SELECT {COLUMNS} FROM outbox WHERE {condition}", values)  # noqa: S608  # a constant
    return [_row(row) for row in found]


def save(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Write the rows; number and deadline never change."""
    connection.executemany(SAVE, [_values(row) for row in rows])


def _row(row: sqlite3.Row) -> Row:
    return Row(**{**dict(row), "state": State(row["state"])})


def _values(row: Row) -> tuple[object, ...]:
    sequence, _, behind, state, *rest = astuple(row)
    return behind, state.value, *rest, sequence
