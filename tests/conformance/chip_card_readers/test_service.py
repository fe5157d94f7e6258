"""What a reader of chip cards owes when the reader or pcscd itself has trouble: never a hang."""

import time
from queue import Queue

import pytest

from devices.card_reader import CardReader
from devices.card_reader.pcsc import PcscReader
from devices.card_reader.pcsc_link import PcscLink
from devices.damping import WORKING, Condition
from devices.errors import Action, ConfigurationError, StaffError
from devices.thread import DeviceThread
from tests.conformance.chip_card_readers.desk import NUMBERS, PATIENT, Desk, code, number, read


@pytest.mark.commands("open", "read_card", "card_present")
def test_a_reader_that_does_not_come_back_from_a_command(desk: Desk) -> None:
    desk.tell("fault", kind="silent", at=3, times=0)
    with PcscReader(limit=0.3) as reader:
        desk.lay("v2")
        began = time.monotonic()
        assert code(read(reader)) == "READER_SILENT"
        assert time.monotonic() - began < 1
        for _ in range(2):  # it still has not: nobody waits again
            began = time.monotonic()
            with pytest.raises(StaffError, match="READER_SILENT"):
                reader.card_present()
            assert time.monotonic() - began < 0.2
        reader.close()
        with pytest.raises(StaffError, match="READER_SILENT"):
            reader.open()
        desk.tell("reset")
        desk.sees(present=False)
        reopened(reader)
        desk.lay("v2")
        assert number(read(reader)) == NUMBERS["v2"]


def reopened(reader: CardReader) -> None:
    until = time.monotonic() + PATIENT
    while True:
        reader.close()
        try:
            reader.open()
        except StaffError:
            assert time.monotonic() < until
        else:
            return


@pytest.mark.commands("open", "close", "read_card", "card_present")
def test_a_service_that_is_lost_and_comes_back(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v2")
    desk.service.tell("end")
    try:
        for ask in (reader.card_present, reader.read_card):
            with pytest.raises(StaffError, match="READER_SERVICE_GONE"):
                ask()
        reader.close()
        with pytest.raises(StaffError, match="READER_SERVICE_GONE"):
            reader.open()
    finally:
        desk.service.tell("begin")
    reader.open()
    desk.lay("v2")
    assert number(read(reader)) == NUMBERS["v2"]


def _ask(reader: PcscReader) -> None:
    reader.card_present()


@pytest.mark.commands("open", "card_present")
def test_a_service_that_stays_away_is_shown_and_back_within_a_second(desk: Desk) -> None:
    shown: Queue[Condition] = Queue()
    with DeviceThread(PcscReader(), _ask, shown.put, pause=0.05):
        assert shown.get(timeout=PATIENT) == WORKING
        desk.service.tell("end")
        try:
            assert shown.get(timeout=PATIENT) == Condition(working=False, code="READER_SERVICE_GONE")
        finally:
            desk.service.tell("begin")
        began = time.monotonic()
        assert shown.get(timeout=PATIENT) == WORKING
        assert time.monotonic() - began < 2


@pytest.mark.commands("read_card")
def test_a_reader_that_another_program_uses(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v2")
    other = PcscLink("first", 2.0)
    other.open()
    with other.card(time.monotonic() + PATIENT):
        error = read(reader)
    other.close()
    assert code(error) == "PORT_BUSY"
    assert isinstance(error, ConfigurationError)
    assert number(read(reader)) == NUMBERS["v2"]


@pytest.mark.commands("open", "read_card")
@pytest.mark.parametrize("port", ["", "first", "Virtual", "Virtual PCD 00 00"])
def test_a_reader_is_found_by_the_beginning_of_its_name(desk: Desk, port: str) -> None:
    desk.lay("v1")
    with PcscReader(port) as reader:
        assert number(reader.read_card()) == NUMBERS["v1"]


@pytest.mark.commands("open", "card_present")
def test_another_reader_has_its_own_card(desk: Desk) -> None:
    desk.lay("v1")
    with PcscReader("Virtual PCD 00 01") as reader:
        assert not reader.card_present()


@pytest.mark.commands("open")
def test_a_reader_that_there_is_not(desk: Desk) -> None:
    assert desk.service.where["reader"]
    with pytest.raises(ConfigurationError, match="set one of Virtual PCD 00 00, Virtual PCD 00 01") as raised:
        PcscReader("Nobody").open()
    assert (raised.value.code, raised.value.action) == ("NO_SUCH_READER", Action.CONFIGURATION)


@pytest.mark.commands("open", "close", "read_card")
def test_opening_and_closing_twice_does_nothing(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v1")
    reader.open()
    assert number(reader.read_card()) == NUMBERS["v1"]
    reader.close()
    reader.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.read_card()
