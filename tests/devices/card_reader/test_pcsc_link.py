"""One reader of the real pcscd, call by call: what the conformance suite of card readers does not get to."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.card_reader.pcsc_link import PcscLink, Plate
from devices.errors import ResidentError, StaffError
from devices.simulators.pcsc_service import ENVIRONMENT, PcscService, missing
from devices.simulators.process import Simulated, simulated

PATIENT = 10.0
CHALLENGE = bytes.fromhex("0084000008")


@pytest.fixture
def card(pcsc_service: Simulated, tmp_path: Path) -> Iterator[Simulated]:
    """A card beside the reader."""
    where = ("--reader", str(pcsc_service.where["reader"]))
    with simulated("social-card", *where, "--control", str(tmp_path / "c")) as it:
        yield it


@pytest.fixture
def link(card: Simulated) -> Iterator[PcscLink]:
    """The reader, with the card on it."""
    reader = PcscLink("first", 2.0)
    reader.open()
    until(reader, lambda plate: not plate.present)
    card.tell("lay", card="trace")
    until(reader, lambda plate: plate.present)
    yield reader
    reader.close()


def until(reader: PcscLink, condition: Callable[[Plate], bool]) -> None:
    limit = time.monotonic() + PATIENT
    while not condition(reader.plate()):
        assert time.monotonic() < limit


def test_a_card_answers_as_long_as_one_is_connected(link: PcscLink) -> None:
    with link.card(time.monotonic() + PATIENT) as transmit:
        for _ in range(3):
            assert transmit(CHALLENGE) == bytes.fromhex("0123456789ABCDEF9000")


def test_a_card_that_left_between_two_commands(link: PcscLink, card: Simulated) -> None:
    with link.card(time.monotonic() + PATIENT) as transmit:
        transmit(CHALLENGE)
        card.tell("lift")
        for _ in range(3):
            with pytest.raises(ResidentError, match="CARD_LIFTED"):
                transmit(CHALLENGE)


def test_a_card_that_is_not_there_is_not_connected_to(link: PcscLink, card: Simulated) -> None:
    card.tell("lift")
    until(link, lambda plate: not plate.present)
    with pytest.raises(ResidentError, match="CARD_LIFTED"), link.card(time.monotonic() + PATIENT):
        pytest.fail("there is no card")


def test_nothing_goes_on_after_the_time_is_over(link: PcscLink) -> None:
    with pytest.raises(StaffError, match="READER_SILENT"), link.card(time.monotonic() - 1):
        pytest.fail("there was no time")


def test_events_are_counted(link: PcscLink, card: Simulated) -> None:
    before = link.plate().events
    card.tell("lift")
    until(link, lambda plate: not plate.present)
    assert link.plate().events == before + 1


def test_a_closed_reader_is_gone(link: PcscLink) -> None:
    link.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        link.plate()


def test_a_service_without_readers(tmp_path: Path) -> None:
    if reason := missing():
        pytest.skip(reason)
    service = PcscService(tmp_path, 40000)
    (tmp_path / "readers" / "virtual").write_text("")
    service.begin()
    try:
        command = [sys.executable, "-m", "kiosk", "devices", "read-card", "--driver", "pcsc", "--json"]
        environment = os.environ | {ENVIRONMENT: service.socket}
        process = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    finally:
        service.end()
    assert process.returncode == 1
    document = json.loads(process.stdout)
    assert (document["error"], document["action"]) == ("DEVICE_GONE", "call_staff")
