"""A reader on a tty, one behind a pyserial URL, and two on USB."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.card_reader import CardReader
from devices.simulators.process import Simulated
from tests.conformance.card_readers.desk import hurried, made


@pytest.fixture(scope="module", params=["pty", "tcp"])
def simulated(
    request: pytest.FixtureRequest, start: Callable[..., Simulated], run_directory: Path
) -> Simulated:
    """A reader on a line that the driver opens by its path, one behind a pyserial URL, and two on USB."""
    if request.param == "pty":
        return start("sdt-reader", "--link", str(run_directory / "reader"))
    it = start("sdt-reader", "--listen", "127.0.0.1:0")
    return it if request.param == "tcp" else Simulated({**it.where, "port": request.param + it.port})


@pytest.fixture
def desk(simulated: Simulated) -> Simulated:
    """The simulator as it was when it started, nothing on it."""
    simulated.tell("reset")
    return simulated


@pytest.fixture
def reader(desk: Simulated) -> Iterator[CardReader]:
    """The driver, open."""
    with made(desk.port, hurried) as device:
        yield device
