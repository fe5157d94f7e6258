"""The network as it is measured."""

import threading

from kiosk.events.world import NetworkChanged
from kiosk.runtime.network import NetworkWatch
from tests.kiosk.conftest import Heard


class Platform:
    """Answers as the script says, then as the last time; counts how often it was asked."""

    def __init__(self, *script: bool) -> None:
        self._script = list(script)
        self.asked = 0

    def reachable(self) -> bool:
        self.asked += 1
        return self._script.pop(0) if len(self._script) > 1 else self._script[0]


def watched(platform: Platform, heard: Heard) -> NetworkWatch:
    return NetworkWatch(platform.reachable, heard.post, interval=0.001)


def test_only_changes_are_told(heard: Heard) -> None:
    platform = Platform(True, True, True, False, False, True)
    watch = watched(platform, heard)
    watch.start()
    heard.wait_for(NetworkChanged, lambda event: event.online)
    heard.wait_for(NetworkChanged, lambda event: not event.online)
    heard.wait_for(NetworkChanged, lambda event: event.online)
    while platform.asked < 20:
        assert not heard.events
    watch.stop()
    assert heard.events == []


def test_the_first_measurement_is_told_whatever_it_is(heard: Heard) -> None:
    watch = watched(Platform(False), heard)
    watch.start()
    assert heard.wait_for(NetworkChanged) == NetworkChanged(online=False)
    watch.stop()


def test_stopping_ends_it_also_before_it_began(heard: Heard) -> None:
    platform = Platform(True)
    watched(platform, heard).stop()
    watch = watched(platform, heard)
    watch.start()
    heard.wait_for(NetworkChanged)
    assert "network" in {thread.name for thread in threading.enumerate()}
    watch.stop()
    assert "network" not in {thread.name for thread in threading.enumerate()}
