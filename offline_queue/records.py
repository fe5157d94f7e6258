"""What the queue tells about its transactions, as values."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum

NEVER = datetime.min.replace(tzinfo=UTC)


class State(Enum):
    """Where a transaction stands. Only the platform's answer ends `UNKNOWN`; `PARKED` ends by `retry` only."""

    WAITING = "waiting"
    SENDING = "sending"
    UNKNOWN = "unknown"
    ACKNOWLEDGED = "acknowledged"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Waiting:
    """The platform has not said anything final yet."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The platform holds it. `case_number` and `follow_up` (a URL) are "" when it named none; `received_at` is ISO time."""

    case_number: str
    follow_up: str
    received_at: str


@dataclass(frozen=True, slots=True)
class Parked:
    """The platform will not take it as it is, or it is damaged here; staff decide."""

    reason: str


Fate = Waiting | Acknowledged | Parked


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to send one transaction; `fence` tells a late answer of an earlier holder from the present one's.

    `unknown`: it was sent before without an answer, so the platform may have it. `size`: about how many sealed bytes it has.
    `deadline` is an ISO date, "" without one.
    """

    sequence: int
    id: str
    reference: str
    attempts: int
    fence: int
    unknown: bool = False
    size: int = 0
    created_at: datetime = NEVER
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What is sent or exported: the signed manifest, the sealed payload, the sealed attachments by their SHA-256."""

    manifest: str
    payload: bytes = field(repr=False)
    attachments: dict[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One transaction in the list. `next_attempt_in` is in seconds, None when none is due; `print_job` is "" without one.

    `case` is what it is ordered by, `deadline` an ISO date, each "" without one.
    """

    id: str
    reference: str
    type: str
    created_at: datetime
    state: State
    attempts: int
    next_attempt_in: float | None
    reason: str
    case_number: str
    settled_at: datetime | None
    print_job: str
    case: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Stats:
    """The queue at a glance. `waiting` counts all that is not settled, `unknown` those of them sent without an answer.

    `next_attempt_in` is in seconds, None when nothing waits; `bytes` is what the queue takes on the disk.
    """

    waiting: int
    unknown: int
    parked: int
    acknowledged: int
    oldest_seconds: float
    next_attempt_in: float | None
    bytes: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be; `transaction` is "" when it concerns the whole queue."""

    code: str
    transaction: str
    message: str
