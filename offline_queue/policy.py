"""What a terminal takes in, and when it takes no more (pure).

Which items may be taken without a network says the catalogue (online only, online preferred, offline allowed); these limits
bound what may wait, so that an outage ends in a queue that the platform can still take in and the law's terms can bear.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from offline_queue.errors import (
    ItemFullError,
    QueueFullError,
    QueueLargeError,
    QueueOldError,
    ResidentFullError,
)

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may wait: in all, of one item (`items` has those with a number of their own), of one resident; sealed bytes.

    `age` is for how many seconds the platform may have taken nothing while something waits.
    """

    waiting: int = 2000
    per_item: int = 1000
    per_resident: int = 20
    age: float = 14 * DAY
    bytes: int = 4 * 1024**3
    items: Mapping[str, int] = field(default_factory=dict)

    def of_item(self, item: str) -> int:
        """Return how many of an item may wait."""
        return self.items.get(item, self.per_item)


ORDINARY = Limits()


@dataclass(frozen=True, slots=True)
class Load:
    """How much waits: in all, of the item and of the resident in question; for how long the platform has taken nothing."""

    waiting: int = 0
    bytes: int = 0
    age: float = 0.0
    of_item: int = 0
    of_resident: int = 0


def refusal(limits: Limits, load: Load, item: str = "") -> QueueFullError | None:
    """Return why one more is not taken, the most general reason first; None when it is.

    Without `item`, why none at all is taken.
    """
    if load.waiting >= limits.waiting:
        return QueueFullError(limits.waiting)
    if load.bytes >= limits.bytes:
        return QueueLargeError(limits.bytes)
    if load.age >= limits.age:
        return QueueOldError(int(limits.age))
    if item and load.of_item >= limits.of_item(item):
        return ItemFullError(limits.of_item(item))
    if load.of_resident >= limits.per_resident:
        return ResidentFullError(limits.per_resident)
    return None
