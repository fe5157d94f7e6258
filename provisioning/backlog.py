"""What waits in the terminal's queue, read without disturbing it."""

from dataclasses import dataclass
from pathlib import Path


class QueueUnreadableError(Exception):
    """There is a queue, but it cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many transactions wait, how long the oldest has, and how many the platform refused."""

    waiting: int = 0
    oldest_seconds: float = 0.0
    parked: int = 0


def read(home: Path) -> Backlog:
    """Return what waits; nothing when there is no queue yet.

    Raises:
        QueueUnreadableError: the queue is damaged.
    """
    database = home / "queue" / "queue.db"
    if not database.exists():
        return Backlog()
    raise QueueUnreadableError("not there yet")
