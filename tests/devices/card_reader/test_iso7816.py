"""Commands and responses of chip cards, and what a T=0 card leaves to the terminal."""

import pytest

from devices.card_reader.iso7816 import Command, PlainChip, Response, error_of, expect
from devices.errors import ResidentError


class Recorded:
    """A card that gives prepared answers and keeps what it was asked."""

    def __init__(self, *answers: str) -> None:
        self.asked: list[str] = []
        self._answers = [bytes.fromhex(answer) for answer in answers]

    def __call__(self, command: bytes) -> bytes:
        self.asked.append(command.hex().upper())
        return self._answers.pop(0)


@pytest.mark.parametrize(
    ("command", "coded"),
    [
        (Command(0x00, 0x84, le=8), "0084000008"),
        (Command(0x00, 0xB0, 0x01, 0x02, le=256), "00B0010200"),
        (Command(0x00, 0xA4, 0x02, 0x0C, b"\x01\x1e"), "00A4020C02011E"),
        (Command(0x00, 0x82, data=b"\x01", le=40), "008200000101" + "28"),
        (Command(0x00, 0x20), "00200000"),
    ],
)
def test_the_short_forms(command: Command, coded: str) -> None:
    assert bytes(command).hex().upper() == coded
    assert "x01" not in repr(command)


def test_what_waits_is_fetched() -> None:
    card = Recorded("6102", "AABB6101", "CC9000")
    assert PlainChip(card).send(Command(0x00, 0xA4, le=256)) == Response(bytes.fromhex("AABBCC"), 0x9000)
    assert card.asked == ["00A4000000", "00C0000002", "00C0000001"]


def test_a_wrong_length_is_asked_again() -> None:
    card = Recorded("6C02", "AABB9000")
    assert PlainChip(card).send(Command(0x00, 0xB2, 0x07, le=99)).data == b"\xaa\xbb"
    assert card.asked == ["00B2070063", "00B2070002"]


def test_a_card_that_never_ends_is_left() -> None:
    card = Recorded(*["AA6101"] * 40)
    assert PlainChip(card).send(Command(0x00, 0xA4)).status == 0x6101
    assert len(card.asked) == 33


@pytest.mark.parametrize("answer", ["", "90"])
def test_an_answer_without_a_status_word_is_none(answer: str) -> None:
    with pytest.raises(ResidentError, match="CARD_READ_FAILED"):
        PlainChip(Recorded(answer)).send(Command(0x00, 0xA4))


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (0x6983, "CARD_LOCKED"),
        (0x6A82, "CARD_UNKNOWN"),
        (0x6982, "CARD_UNKNOWN"),
        (0x6F00, "CARD_READ_FAILED"),
    ],
)
def test_a_status_word_stands_for_an_error(status: int, code: str) -> None:
    assert error_of(status).code == code
    with pytest.raises(ResidentError, match=code):
        expect(Response(b"", status))


def test_a_warning_may_be_accepted() -> None:
    assert expect(Response(b"\x01", 0x6282), (0x9000, 0x6282)) == b"\x01"
