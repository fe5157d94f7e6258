"""What a reader of chip cards owes when a card is pulled, noisy or slow: data or an error with its action."""

import itertools

import pytest

from devices.card_reader import Card
from devices.card_reader.pcsc import PcscReader
from devices.errors import ResidentError
from tests.conformance.chip_card_readers.desk import NUMBERS, Desk, code, number, read

V2_COMMANDS = 14
TRACE_COMMANDS = 9
PASSPORT_COMMANDS = 16
UID_COMMANDS = 3


def lifted_at(desk: Desk, reader: PcscReader, name: str, at: int) -> None:
    desk.tell("fault", kind="lift", at=at)
    desk.lay(name)
    assert code(read(reader)) == "CARD_LIFTED"
    desk.tell("clear")
    desk.sees(present=False)
    desk.lay(name)
    assert number(read(reader)) == NUMBERS[name]


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("at", range(1, TRACE_COMMANDS + 1))
def test_f6_a_social_card_of_version_3_pulled_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "trace", at)


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("at", range(1, V2_COMMANDS + 1))
def test_f6_a_social_card_pulled_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "v2", at)


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("at", range(1, PASSPORT_COMMANDS + 1))
def test_f6_a_passport_lifted_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "passport", at)


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("at", range(1, UID_COMMANDS + 1))
def test_f6_a_library_card_lifted_at_any_command(desk: Desk, reader: PcscReader, at: int) -> None:
    lifted_at(desk, reader, "library", at)


@pytest.mark.commands("read_card")
def test_a_card_that_took_another_ones_place_unseen_is_read(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v1")
    desk.swap("library")
    assert number(read(reader)) == NUMBERS["library"]


@pytest.mark.commands("read_card", "card_present")
def test_after_a_card_was_lifted_too_early_the_plate_was_empty_once(desk: Desk, reader: PcscReader) -> None:
    desk.tell("fault", kind="lift", at=3)
    desk.lay("v1")
    assert code(read(reader)) == "CARD_LIFTED"
    desk.lay("v1")
    assert not reader.card_present()
    assert reader.card_present()
    assert number(read(reader)) == NUMBERS["v1"]


@pytest.mark.commands("read_card")
@pytest.mark.parametrize(
    ("at", "kind"),
    list(zip(range(1, PASSPORT_COMMANDS + 1), itertools.cycle(["garble", "cut"]), strict=False)),
)
def test_noise_at_any_command_never_makes_another_passport(
    desk: Desk, reader: PcscReader, at: int, kind: str
) -> None:
    desk.tell("fault", kind=kind, at=at, value=5)
    desk.lay("passport")
    outcome = read(reader)
    assert number(outcome) == "L898902C3" if isinstance(outcome, Card) else outcome is not None


@pytest.mark.commands("read_card")
@pytest.mark.parametrize(
    ("at", "value"), list(zip(range(3, V2_COMMANDS + 1), itertools.cycle([0, 1, 3]), strict=False))
)
def test_noise_at_a_social_card_is_survived_or_told(
    desk: Desk, reader: PcscReader, at: int, value: int
) -> None:
    desk.tell("fault", kind="garble" if value != 1 else "cut", at=at, value=value)
    desk.lay("v2")
    outcome = read(reader)
    if isinstance(outcome, Card):
        assert (outcome.card_number, outcome.id_number) == (NUMBERS["v2"], "440524188001010014")
    else:
        assert isinstance(outcome, ResidentError)


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("name", ["v2", "passport"])
def test_a_reading_that_failed_once_is_tried_again(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.tell("fault", kind="cut", at=9, value=1)
    desk.lay(name)
    assert number(read(reader)) == NUMBERS[name]


@pytest.mark.commands("read_card")
@pytest.mark.parametrize(
    ("status", "ending"),
    [
        (0x6F00, "CARD_READ_FAILED"),
        (0x6581, "CARD_READ_FAILED"),
        (0x6700, "CARD_UNKNOWN"),
        (0x6D00, "CARD_UNKNOWN"),
        (0x6983, "CARD_LOCKED"),
        (0x9303, "CARD_LOCKED"),
    ],
)
def test_a_status_that_stays_ends_in_its_error(
    desk: Desk, reader: PcscReader, status: int, ending: str
) -> None:
    desk.tell("fault", kind="status", value=status, at=5, times=0)
    desk.lay("v2")
    outcome = read(reader)
    assert code(outcome) == ending
    assert isinstance(outcome, ResidentError)


@pytest.mark.commands("read_card")
def test_a_locked_card_says_so_at_once(desk: Desk, reader: PcscReader) -> None:
    desk.tell("fault", kind="status", value=0x6283, times=0)
    desk.lay("v2")
    assert code(read(reader)) == "CARD_LOCKED"


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("name", ["v2", "passport", "library"])
def test_slow_cards_are_waited_for(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.tell("fault", kind="slow", at=2, seconds=0.2, times=3)
    desk.lay(name)
    assert number(read(reader)) == NUMBERS[name]
