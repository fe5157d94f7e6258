"""Keys and headphones as the kernel tells them, through the real structures on a pseudo-terminal."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.errors import StaffError
from devices.keypad import Felt, Headphones, Key
from devices.keypad.evdev import CODES, EVENT, EvdevKeypad
from devices.simulators.process import Simulated, simulated


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    directory = tmp_path_factory.mktemp("keypad")
    with simulated("keypad", "--link", str(directory / "event0"), "--control", str(directory / "c")) as it:
        yield it


@pytest.fixture
def desk(running: Simulated) -> Simulated:
    running.tell("reset")
    return running


class Clock:
    """Time that only the test moves."""

    now = 100.0


@pytest.fixture
def keypad(desk: Simulated) -> Iterator[EvdevKeypad]:
    with EvdevKeypad(desk.port, {30: "confirm"}, now=lambda: Clock.now) as device:
        yield device


def felt(keypad: EvdevKeypad, count: int) -> list[Felt]:
    found: list[Felt] = []
    until = time.monotonic() + 20
    while len(found) < count and time.monotonic() < until:
        if (one := keypad.next()) is not None:
            found.append(one)
    return found


def test_an_event_is_as_long_as_the_kernel_writes_it() -> None:
    assert EVENT.size == 24


def test_every_key_is_told_once_also_when_it_is_held(desk: Simulated, keypad: EvdevKeypad) -> None:
    for key in Key:
        desk.tell("press", key=key.value, held=4)
    assert felt(keypad, len(Key)) == list(Key)
    assert keypad.next() is None


def test_every_action_has_a_key() -> None:
    assert set(CODES.values()) == set(Key)


def test_two_switches_are_next_and_confirm(desk: Simulated, keypad: EvdevKeypad) -> None:
    desk.tell("press", code=57)
    desk.tell("press", code=28)
    assert felt(keypad, 2) == [Key.DOWN, Key.CONFIRM]


def test_settings_name_more_keys_and_others_mean_nothing(desk: Simulated, keypad: EvdevKeypad) -> None:
    desk.tell("press", code=31)
    desk.tell("press", code=30)
    assert felt(keypad, 1) == [Key.CONFIRM]


def test_a_trembling_finger_presses_once(desk: Simulated, keypad: EvdevKeypad) -> None:
    desk.tell("press", key="down", times=3)
    assert felt(keypad, 1) == [Key.DOWN]
    assert keypad.next() is None
    Clock.now += 1.0
    desk.tell("press", key="down")
    assert felt(keypad, 1) == [Key.DOWN]


def test_events_that_come_in_pieces_are_whole(desk: Simulated, keypad: EvdevKeypad) -> None:
    desk.tell("half")
    desk.tell("press", key="back")
    assert felt(keypad, 1) == [Key.BACK]


def test_after_lost_events_headphones_are_looked_at_again(desk: Simulated, keypad: EvdevKeypad) -> None:
    desk.tell("dropped")
    assert felt(keypad, 1) == [Headphones(plugged=False)]  # speech stops rather than leave them


def test_a_path_that_is_not_there_is_a_device_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(StaffError):
        EvdevKeypad(str(tmp_path / "event9")).open()
