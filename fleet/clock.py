"""Time as the platform keeps it: China's, to the second, so that texts sort as the moments do. It is handed in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))  # one zone for the whole country, without summer time

Now = Callable[[], datetime]


def system_now() -> datetime:
    """Return the machine's time."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return `moment` as it is stored and told (ISO 8601, China's time)."""
    return moment.astimezone(CHINA).isoformat(timespec="seconds")
