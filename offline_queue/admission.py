"""How much waits, counted for the rules of `policy`; no count looks at more than its limit."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from offline_queue import overview, policy
from offline_queue.decide import OPEN as OPEN_STATES
from offline_queue.policy import Limits, Load
from offline_queue.schema import OPEN

OF_ITEM = f"SELECT count(*) FROM (SELECT 1 FROM outbox WHERE item = ? AND {OPEN} LIMIT ?)"  # noqa: S608  # constants
OF_RESIDENT = (
    f"SELECT count(*) FROM (SELECT 1 FROM outbox WHERE resident = ? AND resident <> '' AND {OPEN} LIMIT ?)"  # noqa: S608  # as above
)
ITEMS = f"SELECT item, count(*) AS number FROM outbox WHERE {OPEN} GROUP BY item"  # noqa: S608  # as above
OLDEST = "SELECT created_at FROM transactions WHERE sequence = (SELECT min(sequence) FROM unsettled)"
LAST_TAKEN = "SELECT at FROM journal WHERE kind = 'acknowledged' ORDER BY position DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Admission:
    """What is taken now: `closed` is the code of why nothing is (else ""), `full` are the items of which no more is."""

    closed: str = ""
    full: frozenset[str] = frozenset()


def load(
    connection: sqlite3.Connection, limits: Limits, now: datetime, item: str = "", resident: str = ""
) -> Load:
    """Return how much waits."""
    numbers = overview.totals(connection)
    return Load(
        waiting=sum(numbers[state].number for state in OPEN_STATES),
        bytes=sum(numbers[state].bytes for state in OPEN_STATES),
        age=_age(connection, limits, now),
        of_item=_count(connection, OF_ITEM, item, limits.of_item(item)),
        of_resident=_count(connection, OF_RESIDENT, resident, limits.per_resident),
    )


def look(connection: sqlite3.Connection, limits: Limits, now: datetime) -> Admission:
    """Return what is taken now, before anybody has asked for anything."""
    waits = load(connection, limits, now)
    closed = policy.refusal(limits, waits)
    if waits.waiting < min([limits.per_item, *limits.items.values()]):
        return Admission(closed.code if closed else "")
    counted = {row["item"]: row["number"] for row in connection.execute(ITEMS)}
    full = frozenset(item for item, number in counted.items() if number >= limits.of_item(item))
    return Admission(closed.code if closed else "", full)


def _count(connection: sqlite3.Connection, query: str, key: str, limit: int) -> int:
    return int(connection.execute(query, (key, limit)).fetchone()[0]) if key else 0


def _age(connection: sqlite3.Connection, limits: Limits, now: datetime) -> float:
    """One transaction that the platform cannot digest must not close a terminal whose others it takes."""
    oldest = _since(connection, OLDEST, now)
    return oldest if oldest < limits.age else min(oldest, _since(connection, LAST_TAKEN, now, oldest))


def _since(connection: sqlite3.Connection, query: str, now: datetime, otherwise: float = 0.0) -> float:
    found = connection.execute(query).fetchone()
    return (now - datetime.fromisoformat(found[0])).total_seconds() if found else otherwise
