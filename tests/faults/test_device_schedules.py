"""A few random schedules over every simulated device; `python -m tests.faults.device_schedules` runs thousands."""

import threading
from collections.abc import Iterator

import pytest

from tests.faults.device_schedules import Fleet, fleet, run
from tests.faults.device_worlds import BrokenError, PrinterWorld

SCHEDULES = 16


@pytest.fixture(scope="module")
def devices() -> Iterator[Fleet]:
    with fleet() as running:
        yield running


def test_whatever_happens_every_command_ends_and_nothing_is_claimed_that_is_not_so(devices: Fleet) -> None:
    before = threading.active_count()
    for seed in range(SCHEDULES):
        run(devices, seed)
    assert sum(world.commands for world in devices.worlds.values()) >= SCHEDULES
    assert sum(world.failures for world in devices.worlds.values()) > 0
    assert threading.active_count() == before


def test_a_paper_that_was_claimed_and_is_not_there_would_be_found(devices: Fleet) -> None:
    world = devices.world(PrinterWorld)
    assert isinstance(world, PrinterWorld)
    world.begin()
    world._printed[7] = "PRINTED"
    with pytest.raises(BrokenError, match="not there"):
        world.end()
    world._printed.clear()
    world.end()
