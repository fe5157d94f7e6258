"""What the staff's page tells of a terminal, as values: nothing of any resident."""

import re
from dataclasses import dataclass

OPERATOR, TECHNICIAN, MAINTAINER = "operator", "technician", "maintainer"

_OWNERS = {403: OPERATOR, 409: OPERATOR, 413: OPERATOR, 422: TECHNICIAN}
_STATUS = re.compile(r"HTTP (\d{3})\b")


@dataclass(frozen=True, slots=True)
class ParkedItem:
    """What the platform will not take as it is: its number, what it is, and what was said of it."""

    reference: str
    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The queue, the software and the disk at one moment.

    `parked` holds the oldest of the `parked_count`. `next_seconds` is None when nothing waits; `queue_trouble` is the code of why
    nothing can be kept, "" when it can; `release` is None on a laboratory's terminal. Free room in bytes.
    """

    waiting: int = 0
    unknown: int = 0
    oldest_seconds: int = 0
    next_seconds: int | None = None
    parked_count: int = 0
    parked: tuple[ParkedItem, ...] = ()
    queue_trouble: str = ""
    version: str = ""
    release: int | None = None
    free: int = 0


def owner(reason: str) -> str:
    """Return whose task it is what was refused for that reason, as the platform's own page has it."""
    status = _STATUS.match(reason)
    if status is None:
        return TECHNICIAN  # it is this terminal that cannot send it
    return _OWNERS.get(int(status[1]), MAINTAINER)
