"""Social security cards: what each version gives away, and what may stand on them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from devices.card_reader import Card, CardKind, Sex, social_card
from devices.card_reader.iso7816 import PlainChip
from devices.card_reader.social_card import checked_number
from devices.errors import ResidentError
from devices.simulators.social_card import SPECIMENS, SocialCard, SocialSpecimen


def read(answer: Callable[[bytes], bytes]) -> Card:
    chip = PlainChip(answer)
    assert social_card.select(chip)
    return social_card.read(chip)


def specimen(name: str) -> Card:
    return read(SocialCard(SPECIMENS[name]).answer)


def changed(name: str, **records: bytes) -> Card:
    """A specimen with other records, by the hexadecimal name of their tag."""
    there = SPECIMENS[name]
    other = {int(tag.removeprefix("tag_"), 16): value for tag, value in records.items()}
    issuer = {**there.issuer, **{tag: value for tag, value in other.items() if tag < 0x08}}
    holder = {**there.holder, **{tag: value for tag, value in other.items() if tag >= 0x08}}
    return read(SocialCard(replace(there, issuer=issuer, holder=holder)).answer)


#: The exchange published in the fact sheet, with the select of the holder's file that the trace does after authentication.
TRACE = {
    "00A404000F7378312E73682EC9E7BBE1B1A3D5CF": "6F1C840F7378312E73682EC9E7BBE1B1A3D5CFA50988011E9F0C038601039000",
    "00A4020002EF05": "9000",
    "00B2010012": "0110519900D15600000510000B26FFFFFFFF9000",
    "00B2030006": "0304332E30309000",
    "00B207000B": "07094841313034363932349000",
    "00B2050006": "6A83",
    "00B2060006": "6A83",
    "00A4020002EF06": "6982",
}


def test_the_published_trace_byte_for_byte() -> None:
    asked: list[str] = []

    def replay(command: bytes) -> bytes:
        asked.append(command.hex().upper())
        return bytes.fromhex(TRACE[asked[-1]])

    card = read(replay)
    assert (card.card_number, card.extra["version"], card.extra["holder"]) == (
        "HA1046924",
        "3.00",
        "platform",
    )
    assert sorted(asked) == sorted(TRACE)


def test_a_card_of_version_2_tells_everything() -> None:
    assert specimen("v2") == Card(
        CardKind.SOCIAL_SECURITY,
        name="阿卜杜拉·买买提·吐尔逊·样本之续",
        id_number="440524188001010014",
        sex=Sex.MALE,
        ethnicity="汉",
        birth_date=date(1880, 1, 1),
        valid_from=date(2020, 1, 1),
        valid_until=date(2030, 1, 1),
        card_number="D2143569X",
        extra={"version": "2.00", "region": "519900"},
    )


def test_a_card_without_a_version_is_of_version_1() -> None:
    card = specimen("v1")
    assert (card.extra["version"], card.valid_until, card.name) == ("1.00", None, "李四")


def test_a_card_of_version_3_leaves_its_holder_to_the_platform() -> None:
    card = specimen("v3")
    assert (card.name, card.id_number, card.extra["holder"]) == ("", "", "platform")


@pytest.mark.parametrize("number", ["D2143569X", "HA1046924", "X00000019"])
def test_published_card_numbers_fit_their_check_digit(number: str) -> None:
    assert checked_number(number)
    assert not checked_number(number[:-1] + ("1" if number[-1] != "1" else "2"))


@pytest.mark.parametrize("number", ["", "A21472424", "ha1046924", "HA10469240"])
def test_other_card_numbers_do_not(number: str) -> None:
    assert not checked_number(number)


def test_a_number_that_stands_on_the_card_is_believed() -> None:
    assert changed("v2", tag_07=b"A21472424").card_number == "A21472424"
    assert changed("v2", tag_08=b"110101197810270021").id_number == "110101197810270021"


@pytest.mark.parametrize("digits", [b"\x19\x49\x13\x31", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00"])
def test_a_date_that_is_none_is_none(digits: bytes) -> None:
    assert changed("v2", tag_06=digits).valid_until is None


def test_harmful_characters_do_not_come_through() -> None:
    card = changed("v2", tag_09="张\n三\x07".encode("gb18030").ljust(30, b"\0"), tag_4E=b"\xff")
    assert card.name == "张三"


def test_an_unknown_sex_is_unknown() -> None:
    assert changed("v2", tag_0A=b"9").sex is Sex.UNKNOWN


@pytest.mark.parametrize("status", ["6A86", "6D00"])
def test_a_card_that_wants_another_select(status: str) -> None:
    card = SocialCard(SPECIMENS["v2"])

    def picky(command: bytes) -> bytes:
        return bytes.fromhex(status) if command[1:3] == b"\xa4\x02" else card.answer(command)

    assert read(picky).card_number == "D2143569X"


def test_a_card_that_answers_in_two_steps() -> None:
    card, waiting = SocialCard(SPECIMENS["v2"]), bytearray()

    def slow(command: bytes) -> bytes:
        if command[1] == 0xC0:
            return bytes(waiting)
        waiting[:] = card.answer(command)
        return bytes([0x61, len(waiting) - 2]) if len(waiting) > 2 else bytes(waiting)

    chip = PlainChip(slow)
    assert social_card.select(chip)
    assert social_card.read(chip).card_number == "D2143569X"


@pytest.mark.parametrize("status", ["6283", "6983", "9303"])
def test_a_locked_card(status: str) -> None:
    with pytest.raises(ResidentError, match="CARD_LOCKED"):
        social_card.select(PlainChip(lambda _: bytes.fromhex(status)))


def test_a_card_without_the_issuers_file_cannot_be_read() -> None:
    def empty(command: bytes) -> bytes:
        return bytes.fromhex("6A82") if command[2] == 0x02 else bytes.fromhex("9000")

    with pytest.raises(ResidentError, match="CARD_READ_FAILED"):
        read(empty)


@pytest.mark.parametrize("record", ["", "07", "0609484131303436393234", "0708484131303436393234"])
def test_a_record_that_is_not_the_one_asked_for(record: str) -> None:
    card = SocialCard(SPECIMENS["trace"])

    def odd(command: bytes) -> bytes:
        return bytes.fromhex(record + "9000") if command[1:3] == b"\xb2\x07" else card.answer(command)

    with pytest.raises(ResidentError, match="CARD_READ_FAILED"):
        read(odd)


def test_a_number_that_is_read_twice_in_two_ways_is_not_believed() -> None:
    card, bits = SocialCard(SPECIMENS["v2"]), [0x01, 0x02]

    def flickering(command: bytes) -> bytes:
        answer = bytearray(card.answer(command))
        if command[1:3] == b"\xb2\x07":
            answer[3] ^= bits.pop()
        return bytes(answer)

    with pytest.raises(ResidentError, match="CARD_READ_FAILED"):
        read(flickering)


def test_the_simulated_card_knows_no_more_than_it_should() -> None:
    card = SocialCard(SocialSpecimen({}, {}))
    asked = {
        "00A4020002EF05": "6A82",
        "00B2070000": "6D00",
        "00200000041234": "6700",
        "00200000021234": "6983",
        "0084000008": "0123456789ABCDEF9000",
        "00": "6700",
        "00FF0000": "6D00",
    }
    assert {command: card.answer(bytes.fromhex(command)).hex().upper() for command in asked} == asked
