"""Whether a card lies there and which reader it is: what every reader answers, and what it owes when it cannot."""

import time
from collections.abc import Callable

import pytest

from devices.card_reader import CardReader
from devices.errors import ConfigurationError, DeviceError, RetryError, StaffError
from devices.simulators.process import Simulated
from devices.simulators.specimens import SPECIMENS
from tests.conformance.card_readers.desk import ENDINGS, LINE_NOISE, hurried, made, over_usb_too

NUMBER = "05.01-20101129-0001228293-0296863149"
ASKED = {"find": CardReader.card_present, "sam_id": CardReader.serial_number}
both = pytest.mark.parametrize(("on", "ask"), ASKED.items())
Ask = Callable[[CardReader], bool | str]


def answer(ask: Ask) -> bool | str:
    """What is right while a card lies there."""
    return True if ask is CardReader.card_present else NUMBER


@over_usb_too
@pytest.mark.commands("card_present")
@pytest.mark.parametrize("name", SPECIMENS)
def test_every_card_is_seen_without_being_read(desk: Simulated, reader: CardReader, name: str) -> None:
    assert not reader.card_present()
    desk.tell("lay", card=name)
    assert reader.card_present()
    assert reader.card_present()
    assert "read" not in desk.tell("lift")["asked"]


@over_usb_too
@pytest.mark.commands("ask")
@both
@pytest.mark.parametrize("kind", LINE_NOISE)
def test_noise_in_the_answer_is_survived_once(
    desk: Simulated, reader: CardReader, kind: str, on: str, ask: Ask
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind=kind, on=on)
    assert ask(reader) == answer(ask)


@over_usb_too
@pytest.mark.commands("ask")
@both
def test_a_question_that_once_stays_unanswered_is_asked_again(
    desk: Simulated, reader: CardReader, on: str, ask: Ask
) -> None:
    desk.tell("lay", card="resident")
    desk.tell("fault", kind="silent", on=on)
    assert ask(reader) == answer(ask)


@over_usb_too
@pytest.mark.commands("ask")
@both
def test_a_checksum_that_stays_wrong_is_no_answer(
    desk: Simulated, reader: CardReader, on: str, ask: Ask
) -> None:
    desk.tell("fault", kind="wrong_checksum", on=on, times=0)
    with pytest.raises(RetryError, match="BAD_CHECKSUM"):
        ask(reader)


@over_usb_too
@pytest.mark.commands("ask")
@both
@pytest.mark.parametrize("status", [0x60, 0x66, 0x24])
def test_a_reader_that_says_that_it_is_broken(
    desk: Simulated, reader: CardReader, status: int, on: str, ask: Ask
) -> None:
    desk.tell("fault", kind="status", value=status, on=on, times=0)
    with pytest.raises(DeviceError) as raised:
        ask(reader)
    assert (raised.value.code, raised.value.action) == ENDINGS[status]


@over_usb_too
@pytest.mark.commands("ask")
@both
def test_a_reader_that_falls_silent_has_no_answer(
    desk: Simulated, reader: CardReader, on: str, ask: Ask
) -> None:
    for each in (on, "status"):
        desk.tell("fault", kind="silent", on=each, times=0)
    began = hurried()
    with pytest.raises(StaffError, match="READER_SILENT"):
        ask(reader)
    assert hurried() - began < 6


@over_usb_too
@pytest.mark.commands("ask")
@both
def test_an_unplugged_reader_has_no_answer(desk: Simulated, reader: CardReader, on: str, ask: Ask) -> None:
    desk.tell("fault", kind="unplug", on=on, value=4)
    for _ in range(2):
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            ask(reader)


@over_usb_too
@pytest.mark.commands("ask")
@both
def test_a_reader_that_is_not_open_has_no_answer(desk: Simulated, on: str, ask: Ask) -> None:
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        ask(made(desk.port, time.monotonic))
    assert on not in desk.tell("clear")["asked"]


@pytest.mark.commands("card_present")
def test_what_a_reader_does_not_know_is_for_the_settings(desk: Simulated, reader: CardReader) -> None:
    desk.tell("fault", kind="status", value=0x21, on="find", times=0)
    with pytest.raises(ConfigurationError, match="READER_UNKNOWN"):
        reader.card_present()
