"""A reader in its device's thread: unplugged, plugged in, silent for a while."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from devices.card_reader import Card
from devices.card_reader.sdt_serial import SdtSerialReader
from devices.damping import WORKING, Condition
from devices.simulators.sdt_reader import SdtReader
from devices.simulators.wires import PtyWire
from devices.thread import DeviceThread

PATIENT = 10.0


class Counter:
    """A simulated reader, its driver in a thread, and what came of it."""

    def __init__(self, link: Path) -> None:
        self.simulated = SdtReader(PtyWire(link))
        self.cards: Queue[Card] = Queue()
        self.shown: Queue[Condition] = Queue()
        self.serving = threading.Thread(target=self.simulated.run)
        self.owner = DeviceThread(SdtSerialReader(str(link)), self.poll, self.shown.put, pause=0.05)

    def poll(self, reader: SdtSerialReader) -> None:
        if card := reader.read_card():
            self.cards.put(card)

    def tell(self, do: str, **more: str | int) -> None:
        self.simulated.tell({"do": do, **more})


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """A counter at work."""
    it = Counter(tmp_path / "reader")
    it.serving.start()
    with it.owner:
        assert it.shown.get(timeout=PATIENT) == WORKING
        yield it
    it.tell("stop")
    it.serving.join()


def test_a_card_is_read_within_a_second_of_being_laid(counter: Counter) -> None:
    began = time.monotonic()
    counter.tell("lay", card="resident")
    assert counter.cards.get(timeout=PATIENT).id_number == "11010519491231002X"
    assert time.monotonic() - began < 1


def test_a_reader_that_returns_at_once_is_never_shown_as_gone(counter: Counter) -> None:
    counter.tell("unplug")
    counter.tell("plug")
    counter.tell("lay", card="resident")
    counter.cards.get(timeout=PATIENT)
    assert counter.shown.empty()


def test_a_reader_that_stays_away_is_shown_as_gone_and_back_within_a_second(counter: Counter) -> None:
    counter.tell("unplug")
    assert counter.shown.get(timeout=PATIENT) == Condition(working=False, code="DEVICE_GONE")
    began = time.monotonic()
    counter.tell("plug")
    assert counter.shown.get(timeout=PATIENT) == WORKING
    assert time.monotonic() - began < 2  # a second until it is reopened, and the first find


def test_a_silent_reader_is_shown_as_silent(counter: Counter) -> None:
    counter.tell("fault", kind="silent", times=0)
    assert counter.shown.get(timeout=PATIENT) == Condition(working=False, code="READER_SILENT")
    counter.tell("clear")
    assert counter.shown.get(timeout=PATIENT) == WORKING
