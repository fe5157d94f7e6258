"""Counts the time of an agent's session, so that a journey needs no clock."""

import threading
from collections.abc import Callable

from kiosk.events.agency import AgentTimeUp


class AgentTime:
    """Posts `AgentTimeUp` when a count is over; a new count ends the one before."""

    def __init__(self, post: Callable[[AgentTimeUp], None]) -> None:
        self._post = post
        self._timer: threading.Timer | None = None

    def count(self, number: int, seconds: float) -> None:
        """Begin to count; returns at once."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(seconds, lambda: self._post(AgentTimeUp(number)))
        self._timer.daemon = True
        self._timer.start()
