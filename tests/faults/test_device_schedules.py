"""A few random schedules over every simulated device; `python -m tests.faults.device_schedules` runs thousands."""

import inspect
import threading
from collections.abc import Iterator

import pytest

from devices.drivers import OURS, drivers
from devices.simulators.process import Simulated
from kiosk.cli.simulate import SIMULATORS
from tests.faults.device_schedules import Fleet, fleet, run
from tests.faults.worlds.chip_cards import ChipCardWorld
from tests.faults.worlds.every import WORLDS
from tests.faults.worlds.printers import PrinterWorld
from tests.faults.worlds.world import BrokenError, World

SCHEDULES = 16


@pytest.fixture(scope="module")
def devices(pcsc_service: Simulated) -> Iterator[Fleet]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ChipCardWorld, "service", pcsc_service)
        patched.setattr(World, "load", 4.0)  # other tests run at the same time
        with fleet() as running:
            yield running


def test_whatever_happens_every_command_ends_and_nothing_is_claimed_that_is_not_so(devices: Fleet) -> None:
    before = threading.active_count()
    for seed in range(SCHEDULES):
        run(devices, seed)
    assert len(devices.worlds) > len(WORLDS) / 2
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


def test_every_driver_of_ours_and_every_simulator_is_among_them() -> None:
    worlds = " ".join(inspect.getsource(inspect.getmodule(world)) for world in WORLDS)  # type: ignore[arg-type]
    for driver in drivers():
        assert driver.package != OURS or driver.class_name in worlds
    for device in SIMULATORS:
        assert f'"{device}"' in worlds or device in {"panel", "tell", "replay"}
