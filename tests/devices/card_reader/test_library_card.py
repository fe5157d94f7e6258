"""Library cards: their number in every form, and what is no library card."""

import pytest

from devices.card_reader import Card, CardKind, library_card
from devices.card_reader.iso7816 import PlainChip
from devices.card_reader.library_card import UidForm
from devices.errors import ResidentError


def read(uid: str, form: UidForm = UidForm.HEX, status: str = "9000") -> Card:
    return library_card.read(PlainChip(lambda _: bytes.fromhex(uid + status)), form)


@pytest.mark.parametrize(
    ("uid", "form", "number"),
    [
        ("0000000F", UidForm.HEX, "0000000F"),
        ("0000000F", UidForm.HEX_REVERSED, "0F000000"),
        ("0000000F", UidForm.DECIMAL, "0000000015"),
        ("0000000F", UidForm.DECIMAL_REVERSED, "0251658240"),
        ("04A1B2C3D4E5F6", UidForm.DECIMAL, "01303689068602870"),
        ("08A1B2C3D4E5F6", UidForm.HEX, "08A1B2C3D4E5F6"),
    ],
)
def test_the_number_in_every_form(uid: str, form: UidForm, number: str) -> None:
    assert read(uid, form) == Card(CardKind.UID, card_number=number)


@pytest.mark.parametrize(
    ("uid", "status"), [("", "6A81"), ("DEADBE", "9000"), ("", "9000"), ("DEADBEEF", "6300")]
)
def test_what_has_no_number_is_another_card(uid: str, status: str) -> None:
    with pytest.raises(ResidentError, match="WRONG_CARD"):
        read(uid, status=status)


def test_a_number_that_is_made_up_each_time_is_none() -> None:
    with pytest.raises(ResidentError, match="CARD_UID_RANDOM"):
        read("08123456")
