"""What waits in the terminal's queue, read without disturbing it."""

from dataclasses import dataclass
from datetime import UTC, datetime
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
    from offline_queue.errors import QueueError  # noqa: PLC0415  # SQLite, only for who asks
    from offline_queue.overview import look  # noqa: PLC0415

    if not (home / "queue" / "queue.db").exists():
        return Backlog()
    try:
        stats = look(home / "queue", datetime.now(UTC))
    except QueueError as error:
        raise QueueUnreadableError(str(error)) from error
    return Backlog(stats.waiting, stats.oldest_seconds, stats.parked)
