"""What the staff's page shows, gathered where it lies."""

import shutil
from datetime import UTC, datetime
from importlib.metadata import version

from kiosk.staff import ParkedItem, Report
from offline_queue import overview
from offline_queue.errors import QueueError
from provisioning.terminal import Terminal

MOST = 20  # refused ones that stand on the page


def staff_report(terminal: Terminal) -> Report:
    """Return how the terminal is now; a queue that cannot be read is told of as such."""
    release = terminal.release.number if terminal.release else None
    software = version("doorstep-kiosk")
    free = shutil.disk_usage(terminal.home).free
    directory = terminal.home / "queue"
    try:
        stats = overview.look(directory, datetime.now(UTC))
        refused = overview.parked(directory, MOST)
    except QueueError as error:
        return Report(queue_trouble=error.code, version=software, release=release, free=free)
    return Report(
        waiting=stats.waiting,
        unknown=stats.unknown,
        oldest_seconds=round(stats.oldest_seconds),
        next_seconds=None if stats.next_attempt_in is None else round(stats.next_attempt_in),
        parked_count=stats.parked,
        parked=tuple(ParkedItem(one.reference, one.type, one.reason) for one in refused),
        version=software,
        release=release,
        free=free,
    )
