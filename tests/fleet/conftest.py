"""One platform over TLS for all tests of a run, each with a terminal of its own; and one with a clock that tests move."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fleet.clock import CHINA
from fleet.platform import Platform
from tests.fleet.postgres import Postgres
from tests.fleet.process import Server, Terminal

NUMBERS = itertools.count(1)
START = datetime(2026, 11, 25, 10, 0, tzinfo=CHINA)


STORES = ("sqlite", "postgresql")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a module that says `BOTH_STORES` over both."""
    if "store" in metafunc.fixturenames and hasattr(metafunc.module, "BOTH_STORES"):
        metafunc.parametrize("store", STORES, indirect=True, scope="session")


@pytest.fixture(scope="session")
def store(request: pytest.FixtureRequest) -> str:
    """Where the platform keeps what it holds."""
    return str(getattr(request, "param", STORES[0]))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server of PostgreSQL, started by the first who wants a database."""
    with Postgres() as postgres:
        yield postgres


@pytest.fixture(scope="session")
def server(store: str, postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    database = postgres.database() if store == "postgresql" else ""
    with Server(tmp_path_factory.mktemp("fleet") / "home", database=database) as server:
        yield server


@pytest.fixture
def terminal(server: Server) -> Iterator[Terminal]:
    terminal = server.terminal(f"T{next(NUMBERS):03d}")
    yield terminal
    terminal.session.close()


@dataclass
class Clock:
    """A clock that only tests move."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    def pass_(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def platform(tmp_path: Path, clock: Clock, store: str, postgres: Postgres) -> Iterator[Platform]:
    home, url = tmp_path / "platform", "https://platform.example"
    database = postgres.emptied() if store == "postgresql" else ""
    with Platform.open(home, url, clock.now, database=database) as platform:
        yield platform
