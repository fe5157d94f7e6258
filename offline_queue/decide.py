"""The rules of sending (pure): who may send what, when, in which order, and what an answer changes.

    waiting ──leased──▶ sending ──▶ acknowledged      the platform has it: final
       ▲                 │  │ └───▶ parked            the platform refused it: staff decide (`retried`)
       │◀──nothing sent──┘  └─────▶ unknown           no answer came: the platform is asked (`leased` again)
       └───────────────────retried── parked

`tests/faults/schedules.py` runs these functions through a million schedules of crashes, partitions and clock jumps.
Times are seconds of the boot clock, of the machine's start `boot`; the wall clock has no say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from offline_queue.records import State

LEASE_SECONDS = 600.0  # only for a holder that lives and hangs: a dead one's rows are free at once
NO_DEADLINE = "9999-12-31"
OPEN = (State.WAITING, State.SENDING, State.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of the boot clock."""

    boot: str
    seconds: float


class Row(NamedTuple):
    """What is decided by. `deadline` is an ISO date that the law or a promise sets.

    `behind` is the number of the transaction of the same case that must be judged first, 0 when there is none. `fence`
    counts the leases: a late answer of an earlier holder changes nothing of a later one.
    """

    sequence: int
    deadline: str = NO_DEADLINE
    behind: int = 0
    state: State = State.WAITING
    attempts: int = 0
    boot: str = ""
    due_at: float = 0.0
    owner: str = ""
    fence: int = 0
    lease_until: float = 0.0


def is_sendable(row: Row, moment: Moment, due_by: float) -> bool:
    """Whether the row may be leased at `moment`, when everything due at `due_by` is to be sent.

    Another start of the machine ends every delay and every lease: who held it is gone.
    """
    if row.behind:
        return False
    match row.state:
        case State.WAITING | State.UNKNOWN:
            return row.boot != moment.boot or row.due_at <= due_by
        case State.SENDING:
            return row.boot != moment.boot or row.lease_until <= moment.seconds
        case State.ACKNOWLEDGED | State.PARKED:
            return False


def order(row: Row) -> tuple[str, int, int]:
    """Return the sort key of sending: the earliest deadline, then what was tried least, then the oldest."""
    return row.deadline, row.attempts, row.sequence


def choose(rows: Iterable[Row], moment: Moment, due_by: float, limit: int) -> Sequence[Row]:
    """Return the rows to send now, at most `limit`."""
    return sorted((row for row in rows if is_sendable(row, moment, due_by)), key=order)[:limit]


def leased(row: Row, owner: str, moment: Moment) -> Row:
    """Return the row while `owner` sends it."""
    return row._replace(
        state=State.SENDING,
        owner=owner,
        attempts=row.attempts + 1,
        fence=row.fence + 1,
        boot=moment.boot,
        lease_until=moment.seconds + LEASE_SECONDS,
    )


def may_have_arrived(row: Row) -> bool:
    """Whether the row was sent before without an answer: then the platform is asked before it is sent again."""
    return row.state in {State.UNKNOWN, State.SENDING}


def freed(row: Row) -> Row:
    """Return the row after its holder died or gave up: whether it was sent is unknown."""
    return row._replace(state=State.UNKNOWN, owner="", due_at=0.0) if row.state is State.SENDING else row


def given_back(row: Row, fence: int, *, unknown: bool) -> Row:
    """Return the row after its holder has not even begun to send it; `unknown` is what it was before the lease."""
    if not _holds(row, fence):
        return row
    state = State.UNKNOWN if unknown else State.WAITING
    return row._replace(state=state, owner="", attempts=row.attempts - 1, due_at=0.0)


def acknowledged(row: Row) -> Row:
    """Return the row now that the platform has it, whoever sent it."""
    return row._replace(state=State.ACKNOWLEDGED, owner="")


def parked(row: Row, fence: int) -> Row:
    """Return the row after the platform refused it to the holder of the lease `fence`."""
    return row._replace(state=State.PARKED, owner="") if _holds(row, fence) else row


def postponed(row: Row, fence: int, due: Moment, *, unknown: bool) -> Row:
    """Return the row after a try that ended nothing; it is due again at `due`."""
    if not _holds(row, fence):
        return row
    state = State.UNKNOWN if unknown else State.WAITING
    return row._replace(state=state, owner="", boot=due.boot, due_at=due.seconds)


def retried(row: Row, behind: int) -> Row:
    """Return a parked row after staff let it be sent again, after the last open one of its case (`behind`)."""
    if row.state is not State.PARKED:
        return row
    return row._replace(state=State.WAITING, attempts=0, due_at=0.0, behind=behind)


def _holds(row: Row, fence: int) -> bool:
    return row.state is State.SENDING and row.fence == fence
