"""What the touchscreen's tests share: a listener at the inbox, simulated devices as processes, a terminal's queue."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pyrage
import pytest

from devices.simulators.process import Simulated, simulated
from kiosk.events import Event
from kiosk.runtime.recorder import Recorder
from offline_queue.policy import Limits
from offline_queue.seal import Sealer
from offline_queue.store import Store
from provisioning.identity import new_key
from tests.kiosk.site import Site, enrolled

E = TypeVar("E")
PATIENCE = 20.0


class Heard:
    """What was posted, in order, by any thread."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._came = threading.Condition()

    def post(self, event: Event) -> None:
        with self._came:
            self.events.append(event)
            self._came.notify_all()

    def wait_for(self, kind: type[E], right: Callable[[E], bool] = lambda _: True) -> E:
        """Return the first event of a kind that is right, waiting for it; it and all before it are forgotten."""
        with self._came:
            found: list[int] = []

            def look() -> bool:
                found[:] = [
                    at for at, event in enumerate(self.events) if isinstance(event, kind) and right(event)
                ]
                return bool(found)

            assert self._came.wait_for(look, PATIENCE), f"no such {kind.__name__} among {self.events}"
            event = self.events[found[0]]
            del self.events[: found[0] + 1]
        assert isinstance(event, kind)
        return event


def until(condition: Callable[[], bool]) -> None:
    """Wait until it holds."""
    limit = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < limit, "it did not come to hold"


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture(scope="module")
def simulate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Simulated]]:
    """Start simulators, `simulate("sdt-reader", "--listen", "127.0.0.1:0")`; they end with the module."""
    with ExitStack() as running:

        def begin(device: str, *options: str) -> Simulated:
            control = tmp_path_factory.mktemp("control") / "c"
            return running.enter_context(simulated(device, "--control", str(control), *options))

        yield begin


@pytest.fixture(scope="session")
def platform_key() -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate()


class Queue:
    """A terminal's queue on the disk; `block` puts a file in its way, `free` takes it away."""

    def __init__(self, directory: Path, recipient: str) -> None:
        self.directory = directory
        self._sealer = Sealer("GZ044", new_key(), [recipient])
        self.max_waiting, self.max_per_resident = 100, 20

    def open(self) -> Store:
        return Store(
            self.directory,
            self._sealer,
            lambda: datetime.now(UTC).astimezone(),
            limits=Limits(waiting=self.max_waiting, per_resident=self.max_per_resident),
        )

    def print_jobs(self) -> list[str]:
        with self.open() as store:
            return [entry.print_job for entry in store.list()]

    def block(self) -> None:
        self.directory.write_text("a file is in the way")

    def free(self) -> None:
        self.directory.unlink()


@pytest.fixture
def queue(tmp_path: Path, platform_key: pyrage.x25519.Identity) -> Queue:
    return Queue(tmp_path / "queue", str(platform_key.to_public()))


@pytest.fixture
def recorder(queue: Queue, heard: Heard) -> Iterator[Recorder]:
    recorder = Recorder(queue.open, heard.post, poll=0.02)
    yield recorder
    recorder.stop()


@pytest.fixture
def blocked(queue: Queue, heard: Heard) -> Iterator[Recorder]:
    """A recorder whose queue cannot be opened."""
    queue.block()
    recorder = Recorder(queue.open, heard.post, poll=0.02)
    yield recorder
    recorder.stop()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """An enrolled terminal without a release, and its platform."""
    with enrolled(tmp_path) as site:
        yield site
