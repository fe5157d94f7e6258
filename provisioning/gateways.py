"""Two ways to one platform: the district's gateway, and the city's while that one cannot be reached."""

import time
from collections.abc import Callable
from functools import cache
from urllib.parse import urlsplit, urlunsplit

AWAY_SECONDS = 60.0
"""How long the first gateway is not tried again once it could not be reached."""


class Gateways:
    """Turns requests to the gateway that is there. May be asked from any thread; `first` and `other` are URLs without a path's end.

    Without an `other` every request goes where it was meant to go.
    """

    def __init__(self, first: str, other: str = "", now: Callable[[], float] = time.monotonic) -> None:
        self._first, self._other, self._now = first, other, now
        self._away_until = 0.0

    def turned(self, url: str) -> str:
        """Return where a request goes now."""
        return self._at_other(url) if self._now() < self._away_until else url

    def failed(self, url: str) -> str | None:
        """Learn that nobody was reached at a URL; return where to try instead, None when there is nowhere."""
        instead = self._at_other(url)
        if instead == url:
            return None
        self._away_until = self._now() + AWAY_SECONDS
        return instead

    def _at_other(self, url: str) -> str:
        if not self._other or not _is_below(url, self._first):
            return url
        there = urlsplit(self._other)
        path = urlsplit(url).path.removeprefix(urlsplit(self._first).path.rstrip("/"))
        return urlunsplit(
            (there.scheme, there.netloc, there.path.rstrip("/") + path, urlsplit(url).query, "")
        )


@cache
def gateways(first: str, other: str) -> Gateways:
    """Return the gateways of a platform, the same for everything in this process: what one finds out, all know."""
    return Gateways(first, other)


def _is_below(url: str, first: str) -> bool:
    here, there = urlsplit(url), urlsplit(first)
    same = (here.scheme, here.netloc) == (there.scheme, there.netloc)
    return same and here.path.startswith(there.path.rstrip("/"))
