"""Which cards a reader of chip cards reads, through the real pcscd, and what it says of those it refuses."""

import pytest

from devices.card_reader import Card, CardKind
from devices.card_reader.library_card import UidForm
from devices.card_reader.mrz import parse
from devices.card_reader.pcsc import PcscReader
from devices.errors import ResidentError
from devices.simulators.passport import ERIKSSON, PERMIT
from tests.conformance.chip_card_readers.desk import KEY, NUMBERS, Desk, number, read


@pytest.mark.commands("read_card", "card_present")
def test_no_card_is_no_error(reader: PcscReader) -> None:
    assert not reader.card_present()
    assert reader.read_card() is None


@pytest.mark.commands("read_card", "card_present")
@pytest.mark.parametrize("name", NUMBERS)
def test_every_kind_of_card_is_read(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.lay(name)
    assert reader.card_present()
    assert number(read(reader, parse(PERMIT if name == "entry_permit" else ERIKSSON).key)) == NUMBERS[name]


@pytest.mark.commands("read_card")
def test_the_published_trace_of_a_card_of_version_3(desk: Desk, reader: PcscReader) -> None:
    desk.lay("trace")
    card = reader.read_card()
    assert card is not None
    assert (card.kind, card.card_number, card.name, card.id_number) == (
        CardKind.SOCIAL_SECURITY,
        "HA1046924",
        "",
        "",
    )
    assert card.extra == {"version": "3.00", "region": "519900", "holder": "platform"}


@pytest.mark.commands("read_card")
@pytest.mark.parametrize("name", ["trace", "v1", "v2", "v3"])
def test_no_pin_is_ever_sent(desk: Desk, reader: PcscReader, name: str) -> None:
    desk.lay(name)
    assert reader.read_card() is not None
    assert set(desk.instructions(name)) == {"a4", "b2"}  # SELECT and READ RECORD, no VERIFY


@pytest.mark.commands("read_card")
def test_a_passport_is_verified(desk: Desk, reader: PcscReader) -> None:
    desk.lay("passport")
    card = read(reader)
    assert isinstance(card, Card)
    assert (card.name, card.nationality) == ("ERIKSSON, ANNA MARIA", "UTO")
    assert card.extra == {"document": "P", "authenticity": "verified"}


@pytest.mark.commands("read_card", "card_present")
@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("forged", "CARD_NOT_GENUINE"),
        ("stranger", "CARD_NOT_GENUINE"),
        ("copy", "CARD_NOT_GENUINE"),
        ("pace", "DOCUMENT_NEEDS_PACE"),
        ("phone", "CARD_UID_RANDOM"),
        ("blank", "WRONG_CARD"),
        ("backwards", "CARD_NOT_SELECTED"),
    ],
)
def test_a_card_that_is_refused_is_told_of_once(
    desk: Desk, reader: PcscReader, name: str, ending: str
) -> None:
    desk.lay(name)
    reader.expect(KEY)
    with pytest.raises(ResidentError, match=ending):
        reader.read_card()
    assert reader.read_card() is None
    assert reader.card_present()


@pytest.mark.commands("read_card")
def test_a_document_is_read_when_somebody_says_what_opens_it(desk: Desk, reader: PcscReader) -> None:
    desk.lay("passport")
    with pytest.raises(ResidentError, match="MRZ_NEEDED"):
        reader.read_card()
    assert reader.read_card() is None
    reader.expect(parse(PERMIT).key)
    with pytest.raises(ResidentError, match="MRZ_MISMATCH"):
        reader.read_card()
    reader.expect(KEY)
    assert number(reader.read_card()) == "L898902C3"
    assert reader.read_card() is None


@pytest.mark.commands("read_card")
def test_what_opens_a_document_is_forgotten_once_it_was_read(desk: Desk, reader: PcscReader) -> None:
    desk.lay("passport")
    assert number(read(reader)) == "L898902C3"
    desk.lift()
    assert reader.read_card() is None
    desk.lay("passport")
    with pytest.raises(ResidentError, match="MRZ_NEEDED"):
        reader.read_card()


@pytest.mark.commands("read_card")
@pytest.mark.parametrize(
    ("form", "written"),
    [
        (UidForm.HEX, "DEADBEEF"),
        (UidForm.HEX_REVERSED, "EFBEADDE"),
        (UidForm.DECIMAL, "3735928559"),
        (UidForm.DECIMAL_REVERSED, "4022250974"),
    ],
)
def test_the_number_of_a_library_card_in_every_form(desk: Desk, form: UidForm, written: str) -> None:
    desk.lay("library")
    with PcscReader(uid=form) as reader:
        assert number(reader.read_card()) == written


@pytest.mark.commands("read_card", "card_present")
def test_a_card_is_read_once_until_it_is_lifted(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v1")
    assert number(reader.read_card()) == NUMBERS["v1"]
    assert reader.read_card() is None
    assert reader.card_present()
    desk.lift()
    assert not reader.card_present()
    assert reader.read_card() is None
    desk.lay("v1")
    assert number(reader.read_card()) == NUMBERS["v1"]


@pytest.mark.commands("read_card")
def test_the_next_card_is_read_also_when_the_change_was_not_seen(desk: Desk, reader: PcscReader) -> None:
    for name in ("v1", "library", "v2"):
        desk.lay(name)
        assert number(reader.read_card()) == NUMBERS[name]


@pytest.mark.commands("read_card", "card_present")
def test_a_change_that_was_not_seen_is_shown_as_an_empty_plate_once(desk: Desk, reader: PcscReader) -> None:
    desk.lay("v1")
    assert reader.read_card() is not None
    desk.lay("v2")
    assert not reader.card_present()
    assert reader.card_present()
    assert number(reader.read_card()) == NUMBERS["v2"]
