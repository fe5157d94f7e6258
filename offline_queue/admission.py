"""How much waits, for the rules of `policy`: known by counters, or counted up to its limit."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from offline_queue import policy
from offline_queue.decide import Moment
from offline_queue.policy import Limits, Load
from offline_queue.schema import OPEN

OF_ITEM = "SELECT number FROM counters WHERE kind = 'item' AND name = ?"
OF_RESIDENT = (
    f"SELECT count(*) FROM (SELECT 1 FROM outbox WHERE resident = ? AND resident <> '' AND {OPEN} LIMIT ?)"  # noqa: S608  # constants
)
RESIDENTS = f"""
    SELECT resident FROM outbox WHERE resident <> '' AND {OPEN} GROUP BY resident HAVING count(*) >= ?
"""  # noqa: S608  # as above
ITEMS = "SELECT name, number FROM counters WHERE kind = 'item'"
# Not `IN`: of five rows it makes a table first.
WAITING = (
    "SELECT sum(number), sum(bytes) FROM counters "
    "WHERE kind = 'state' AND name <> 'acknowledged' AND name <> 'parked'"
)
OLDEST = f"""
    SELECT put_boot, put_at, sequence FROM outbox
    WHERE sequence >= (SELECT number FROM counters WHERE kind = 'oldest') AND {OPEN} ORDER BY sequence LIMIT 1
"""  # noqa: S608  # as above
MADE = "SELECT created_at FROM transactions WHERE sequence = ?"
LAST_TAKEN = "SELECT at FROM journal WHERE kind = 'acknowledged' ORDER BY position DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Now:
    """The time, by both clocks."""

    time: datetime
    moment: Moment


@dataclass(frozen=True, slots=True)
class Admission:
    """What is taken now: `closed` is the code of why nothing is (else ""), `full` are the items of which no more is.

    `residents` are the day's digests of those from whom no more is.
    """

    closed: str = ""
    full: frozenset[str] = frozenset()
    residents: frozenset[str] = frozenset()


def load(
    connection: sqlite3.Connection, limits: Limits, clock: Now, item: str = "", resident: str = ""
) -> Load:
    """Return how much waits."""
    waiting, size = connection.execute(WAITING).fetchone()
    if waiting < limits.of_item(item):
        item = ""  # fewer wait than may of it: there is nothing to count
    if waiting < limits.per_resident:
        resident = ""
    return Load(
        waiting=waiting,
        bytes=size,
        age=_age(connection, limits, clock),
        of_item=_count(connection, OF_ITEM, item),
        of_resident=_count(connection, OF_RESIDENT, resident, limits.per_resident),
    )


def look(connection: sqlite3.Connection, limits: Limits, clock: Now) -> Admission:
    """Return what is taken now, before anybody has asked for anything."""
    waits = load(connection, limits, clock)
    closed = policy.refusal(limits, waits)
    return Admission(
        closed.code if closed else "",
        _full_items(connection, limits, waits.waiting),
        _full_residents(connection, limits, waits.waiting),
    )


def _full_items(connection: sqlite3.Connection, limits: Limits, waiting: int) -> frozenset[str]:
    if waiting < min([limits.per_item, *limits.items.values()]):
        return frozenset()
    counted = {row["name"]: row["number"] for row in connection.execute(ITEMS)}
    return frozenset(item for item, number in counted.items() if number >= limits.of_item(item))


def _full_residents(connection: sqlite3.Connection, limits: Limits, waiting: int) -> frozenset[str]:
    if waiting < limits.per_resident:
        return frozenset()
    return frozenset(row["resident"] for row in connection.execute(RESIDENTS, (limits.per_resident,)))


def _count(connection: sqlite3.Connection, query: str, key: str, *limit: int) -> int:
    found = connection.execute(query, (key, *limit)).fetchone() if key else None
    return int(found[0]) if found else 0


def _age(connection: sqlite3.Connection, limits: Limits, clock: Now) -> float:
    """One transaction that the platform cannot digest must not close a terminal whose others it takes.

    By the boot clock as far as it reaches: nobody who sets the clock closes a terminal.
    """
    oldest = connection.execute(OLDEST).fetchone()
    if oldest is None:
        return 0.0
    boot, put_at, sequence = oldest
    if boot == clock.moment.boot:
        age = clock.moment.seconds - float(put_at)
    else:
        age = _since(connection.execute(MADE, (sequence,)).fetchone()[0], clock.time)
    if age < limits.age:
        return age
    taken = connection.execute(LAST_TAKEN).fetchone()
    return min(age, _since(taken["at"], clock.time)) if taken else age


def _since(at: str, now: datetime) -> float:
    return (now - datetime.fromisoformat(at)).total_seconds()
