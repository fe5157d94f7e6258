"""Which line this terminal is on, and whether it costs by the byte: by the interface of the default route."""

from collections.abc import Sequence
from datetime import time, timedelta
from fnmatch import fnmatch
from pathlib import Path

from config.settings import NetworkSettings
from offline_queue.metered import MeteredLine

ROUTES = Path("/proc/net/route")
ANYWHERE = "00000000"


def interface(routes: str) -> str:
    """Return the interface of the default route that is taken (the lowest metric), "" when there is none.

    `routes` is the kernel's table (/proc/net/route, IPv4): interface, destination, gateway, flags, …, metric at the seventh place.
    """
    fields = (line.split() for line in routes.splitlines()[1:])
    found = [(int(one[6]), one[0]) for one in fields if len(one) >= 8 and one[1] == one[7] == ANYWHERE]
    return min(found)[1] if found else ""


def is_metered(patterns: Sequence[str], routes: Path = ROUTES) -> bool:
    """Whether the line in use is one of those that cost by the byte; an unknown line is none."""
    if not patterns:
        return False
    try:
        name = interface(routes.read_text("ascii", "replace"))
    except OSError:
        return False
    return any(fnmatch(name, pattern) for pattern in patterns)


def metered_line(settings: NetworkSettings) -> MeteredLine:
    """Return what waits on such a line, as the settings have it."""
    return MeteredLine(
        settings.attachments_above,
        time.fromisoformat(settings.off_peak_from),
        time.fromisoformat(settings.off_peak_until),
        timedelta(seconds=settings.longest_wait),
        timedelta(seconds=settings.before_deadline),
    )
