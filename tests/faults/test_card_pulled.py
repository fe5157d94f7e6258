"""F6: a card is pulled away during any command: the resident is told or nothing happens, the reader never counts as broken."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.card_reader.layouts import card_of
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.simulators.process import Simulated, simulated
from devices.simulators.specimens import SPECIMENS
from kiosk.events import Event
from kiosk.events.cards import CardFailed, CardPresented
from kiosk.events.world import DeviceChanged
from kiosk.runtime.hardware import CardWatch

SECOND = card_of(SPECIMENS["resident2"].text)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    directory: Path = tmp_path_factory.mktemp("reader")
    with simulated("sdt-reader", "--link", str(directory / "tty"), "--control", str(directory / "c")) as it:
        yield it


@pytest.mark.parametrize(
    ("on", "byte"),
    [("find", 0), ("select", 5), ("read", 0), ("read", 600), ("read", 1294), ("read_address", 3)],
)
def test_card_pulled_during_any_command(running: Simulated, on: str, byte: int) -> None:
    running.tell("reset")
    events: list[Event] = []
    watch = CardWatch(SdtSerialReader(running.port), events.append)
    watch.thread.start()
    try:
        running.tell("fault", kind="lifted_at_byte", on=on, value=byte)
        running.tell("lay", card="resident")
        wait_until(lambda: asked(running, on) > 0)
        running.tell("lift")
        polled = asked(running, "find")
        wait_until(lambda: asked(running, "find") > polled + 2)
        running.tell("lay", card="resident2")
        wait_until(lambda: SECOND.id_number in presented(events))
    finally:
        watch.thread.stop()
    assert [event for event in events if isinstance(event, DeviceChanged) and not event.working] == []
    assert {event.advice for event in events if isinstance(event, CardFailed)} <= {"ask_resident"}


def presented(events: list[Event]) -> list[str]:
    return [event.card.id_number for event in events if isinstance(event, CardPresented)]


def asked(running: Simulated, request: str) -> int:
    """How often the reader was asked that; plugging in what is plugged in does nothing."""
    return int(running.tell("plug")["asked"].get(request, 0))


def wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)
