"""A terminal's sealer, a clock that only tests move, and a platform."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import ec

from offline_queue.back_off import BackOff
from offline_queue.policy import Limits
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from tests.offline_queue.platform import Platform, serving

LIMITS = Limits()
START = datetime(2026, 11, 23, 15, 4, 5, tzinfo=UTC)


@dataclass
class Clock:
    """Both clocks of a machine; `pass_` moves them, `reboot` starts the boot clock anew."""

    seconds: float = 1000.0
    boot: str = "first"
    wall: datetime = START

    def elapsed(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.wall

    def pass_(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)

    def reboot(self) -> None:
        self.boot, self.seconds = f"{self.boot}, again", 1.0


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def reader() -> pyrage.x25519.Identity:
    """The platform's secret key."""
    return pyrage.x25519.Identity.generate()


@pytest.fixture(scope="session")
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture(scope="session")
def sealer(key: ec.EllipticCurvePrivateKey, reader: pyrage.x25519.Identity) -> Sealer:
    return Sealer("GZ044", key, [str(reader.to_public())])


Opener = Callable[..., Store]


@pytest.fixture
def opened(tmp_path: Path, sealer: Sealer, clock: Clock) -> Iterator[Opener]:
    """Opens the same queue as often as asked; closes what is left open."""
    stores: list[Store] = []

    def open_(sealed_by: Sealer | None = sealer, limits: Limits = LIMITS) -> Store:
        store = Store(tmp_path / "queue", sealed_by, clock.now, clock=clock, limits=limits)
        stores.append(store)
        return store

    yield open_
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Opener) -> Store:
    return opened()


@pytest.fixture
def platform() -> Iterator[Platform]:
    with serving(Platform()) as platform:
        yield platform


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


@pytest.fixture
def submitter(store: Store, session: requests.Session, platform: Platform, clock: Clock) -> Submitter:
    """Waits the full bound whenever it backs off."""
    back_off = BackOff(1.0, 300.0, lambda _, bound: bound)
    return Submitter(store, session, platform.url, back_off=back_off, now=clock.now)
