"""What waits in the queue."""

from provisioning.backlog import QueueUnreadableError, read
from provisioning.checks import Bench, Result


def queue(bench: Bench) -> Result:
    """Whether the queue can be read, what waits in it, and what the platform refused."""
    try:
        found = read(bench.home)
    except QueueUnreadableError as error:
        return Result("queue", ok=False, found="damaged", values={"reason": str(error)})
    if found.parked:
        return Result("queue", ok=False, found="parked", values={"parked": found.parked})
    if found.waiting:
        values = {"waiting": found.waiting, "minutes": round(found.oldest_seconds / 60)}
        return Result("queue", ok=True, found="waiting", values=values)
    return Result("queue", ok=True, found="empty")
