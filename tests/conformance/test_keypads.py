"""What every keypad owes: each key once, however long it is held; headphones as they come and go."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.settings import KeypadSettings
from devices import catalog
from devices.errors import StaffError
from devices.keypad import Felt, Headphones, Key, Keypad
from devices.simulators.process import Simulated

PATIENT = 30.0


@pytest.fixture(scope="module")
def running(start: Callable[..., Simulated], run_directory: Path) -> Simulated:
    return start("keypad", "--link", str(run_directory / "event0"))


@pytest.fixture
def desk(running: Simulated) -> Simulated:
    running.tell("reset")
    return running


@pytest.fixture
def keypad(desk: Simulated) -> Iterator[Keypad]:
    with catalog.keypad(KeypadSettings(path=desk.port)) as device:
        yield device


def felt(keypad: Keypad) -> Felt | None:
    until = time.monotonic() + PATIENT
    while time.monotonic() < until:
        if (one := keypad.next()) is not None:
            return one
    return None


@pytest.mark.commands("open", "next")
@pytest.mark.parametrize("key", Key)
def test_a_key_that_is_held_is_told_once(key: Key, desk: Simulated, keypad: Keypad) -> None:
    desk.tell("press", key=key.value, held=3)
    other = Key.UP if key is not Key.UP else Key.DOWN
    desk.tell("press", key=other.value)
    assert [felt(keypad), felt(keypad)] == [key, other]


@pytest.mark.commands("open", "next")
@pytest.mark.parametrize("plugged", [True, False])
def test_headphones_are_told(plugged: bool, desk: Simulated, keypad: Keypad) -> None:
    desk.tell("headphones", plugged=plugged)
    assert felt(keypad) == Headphones(plugged)


@pytest.mark.commands("open", "next")
def test_unplugged_it_is_gone_and_plugged_in_it_is_back(desk: Simulated, keypad: Keypad) -> None:
    desk.tell("unplug")
    with pytest.raises(StaffError) as raised:
        felt(keypad)
    assert raised.value.code == "DEVICE_GONE"
    keypad.close()
    desk.tell("plug")
    keypad.open()
    desk.tell("press", key="back")
    assert felt(keypad) is Key.BACK
