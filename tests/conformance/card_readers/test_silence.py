"""What every reader owes when it is silent, late or unplugged: never a hang."""

import time

import pytest

from devices.card_reader import CardReader
from devices.errors import ResidentError, StaffError
from devices.simulators.process import Simulated
from tests.conformance.card_readers.desk import (
    REQUESTS,
    hurried,
    over_every_line,
    over_one_line,
    over_usb_too,
    read_or_fail,
    specimen,
)


@pytest.mark.commands("read_card")
@over_usb_too
@pytest.mark.parametrize("on", REQUESTS)
def test_an_answer_that_comes_late_is_not_taken_for_another(desk: Simulated, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="late", on=on, seconds=0.7)
    assert read_or_fail(desk.port, time.monotonic) == specimen("resident")


@pytest.mark.commands("read_card")
@over_one_line
@pytest.mark.parametrize("on", REQUESTS)
def test_a_request_that_once_stays_unanswered(desk: Simulated, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="silent", on=on)
    assert read_or_fail(desk.port) == specimen("resident")


@pytest.mark.commands("read_card")
@over_one_line
def test_a_reader_that_answers_everything_but_the_reading(desk: Simulated) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="silent", on="read", times=0)
    error = read_or_fail(desk.port)
    assert isinstance(error, ResidentError)
    assert error.code == "CARD_READ_FAILED"


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("on", ["find", "select", "read"])
def test_a_reader_that_falls_silent(desk: Simulated, reader: CardReader, on: str) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="silent", on=on, times=0)
    desk.tell("fault", kind="silent", on="status", times=0)
    began = hurried()
    with pytest.raises(StaffError, match="READER_SILENT"):
        reader.read_card()
    assert hurried() - began < 6


@pytest.mark.commands("open")
@over_usb_too
def test_a_reader_that_is_silent_from_the_start(desk: Simulated) -> None:
    desk.tell("fault", kind="silent", times=0)
    began = time.monotonic()
    error = read_or_fail(desk.port, time.monotonic)
    assert isinstance(error, StaffError)
    assert error.code == "READER_SILENT"
    assert time.monotonic() - began < 4


@pytest.mark.commands("read_card")
def test_a_reader_that_falls_silent_while_it_is_polled(desk: Simulated, reader: CardReader) -> None:
    assert reader.read_card() is None
    desk.tell("fault", kind="silent", times=0)
    began = time.monotonic()
    with pytest.raises(StaffError, match="READER_SILENT"):
        reader.read_card()
    assert time.monotonic() - began < 2


@pytest.mark.commands("open", "read_card")
@over_every_line
@pytest.mark.parametrize("byte", [0, 5, 600])
def test_a_reader_unplugged_in_the_middle_of_an_answer(
    desk: Simulated, reader: CardReader, byte: int
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="unplug", on="read", value=byte)
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.read_card()
    for _ in range(2):
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            reader.read_card()
    reader.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        reader.open()
    desk.tell("plug")
    desk.tell("lay", card="resident")
    reader.open()
    assert reader.read_card() == specimen("resident")
