"""One platform over TLS for all tests of a run, each with a terminal of its own; and one with a clock that tests move."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from fleet.clock import CHINA
from fleet.platform import Platform
from tests.fleet.process import Server, Terminal

NUMBERS = itertools.count(1)
START = datetime(2026, 11, 25, 10, 0, tzinfo=CHINA)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("fleet") / "home") as server:
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
def platform(tmp_path: Path, clock: Clock) -> Iterator[Platform]:
    with Platform.open(tmp_path / "platform", "https://platform.example", clock.now) as platform:
        yield platform
