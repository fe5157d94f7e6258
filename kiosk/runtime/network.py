"""Measures whether the platform is there; the journey hears of it only when it changes."""

import threading
from collections.abc import Callable

from kiosk.events import Event
from kiosk.events.world import NetworkChanged


class NetworkWatch:
    """A thread that asks `reachable` every `interval` seconds."""

    def __init__(
        self, reachable: Callable[[], bool], post: Callable[[Event], None], interval: float = 5.0
    ) -> None:
        self._reachable = reachable
        self._post = post
        self._interval = interval
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)

    def start(self) -> None:
        """Begin to measure."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread; returns within the time limit of one request."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        known: bool | None = None
        while not self._stopping.is_set():
            online = self._reachable()
            if online != known and not self._stopping.is_set():
                known = online
                self._post(NetworkChanged(online))
            self._stopping.wait(self._interval)
