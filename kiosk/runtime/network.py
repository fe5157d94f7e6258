"""Measures whether the platform is there; the journey hears of it only when it changes."""

import threading
from collections.abc import Callable

from kiosk.events import Event, NetworkChanged


class NetworkWatch:
    """A thread that asks `reachable` every `interval` seconds, and at once when told to `look`."""

    def __init__(
        self, reachable: Callable[[], bool], post: Callable[[Event], None], interval: float = 5.0
    ) -> None:
        self._reachable = reachable
        self._post = post
        self._interval = interval
        self._wake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)

    def start(self) -> None:
        """Begin to measure."""
        self._thread.start()

    def look(self) -> None:
        """Measure now: something just failed or just worked."""
        self._wake.set()

    def stop(self) -> None:
        """End the thread; returns within the time limit of one request."""
        self._stopping = True
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        known: bool | None = None
        while not self._stopping:
            online = self._reachable()
            if online != known and not self._stopping:
                known = online
                self._post(NetworkChanged(online))
            self._wake.wait(self._interval)
            self._wake.clear()
