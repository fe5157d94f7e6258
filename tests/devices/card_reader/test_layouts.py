"""The four layouts of identity cards, read from specimens written with a table of their own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.card_reader import Card, CardKind, Sex
from devices.card_reader.ethnicity import ethnicity_name
from devices.card_reader.layouts import LayoutError, card_of, latest_address, old_number
from devices.simulators.specimens import (
    FOREIGN_2017,
    FOREIGN_2023,
    RESIDENT,
    SPECIMENS,
    address_record,
    write,
)


def test_an_ordinary_card() -> None:
    card = card_of(SPECIMENS["resident"].text)
    assert card == Card(
        kind=CardKind.RESIDENT,
        name="张三",
        id_number="11010519491231002X",
        sex=Sex.FEMALE,
        ethnicity="汉",
        birth_date=date(1949, 12, 31),
        address="广州市越秀区北京路街道样本社区一号101房",
        issuing_authority="广州市公安局越秀分局",
        valid_from=date(2010, 5, 1),
        valid_until=None,
        long_term=True,
    )
    assert "张三" not in repr(card)


def test_an_ordinary_card_with_an_end() -> None:
    card = card_of(SPECIMENS["resident2"].text)
    assert (card.valid_until, card.long_term, card.ethnicity, card.sex) == (
        date(2038, 6, 1),
        False,
        "壮",
        Sex.MALE,
    )


def test_a_residence_permit() -> None:
    assert card_of(SPECIMENS["hk_macau_taiwan"].text) == Card(
        kind=CardKind.HK_MACAU_TAIWAN_RESIDENT,
        name="陳樣本",
        id_number="810000199408230021",
        sex=Sex.FEMALE,
        birth_date=date(1994, 8, 23),
        address="广州市天河区样本路七号",
        issuing_authority="广州市公安局",
        valid_from=date(2020, 1, 1),
        valid_until=date(2025, 1, 1),
        card_number="H00000000",
        extra={"issues": "01"},
    )


def test_a_foreigners_card_of_2017() -> None:
    assert card_of(SPECIMENS["foreign_2017"].text) == Card(
        kind=CardKind.FOREIGN_PERMANENT_RESIDENT,
        name="亚历山大",
        english_name="SPECIMEN, ALEXANDER",
        id_number="KAZ110090123105",
        card_number="KAZ110090123105",
        nationality="KAZ",
        sex=Sex.MALE,
        birth_date=date(1990, 12, 31),
        issuing_authority="1100",
        valid_from=date(2018, 1, 1),
        valid_until=date(2028, 1, 1),
        extra={"version": "01"},
    )


def test_a_foreigners_card_of_2023() -> None:
    assert card_of(SPECIMENS["foreign_2023"].text) == Card(
        kind=CardKind.FOREIGN_PERMANENT_RESIDENT,
        name="SPECIMEN, ALEXANDRA MARIA MAGDALENA VON MUSTER",
        english_name="SPECIMEN, ALEXANDRA MARIA MAGDALENA VON MUSTER",
        id_number="911398199012310021",
        card_number="911398199012310021",
        nationality="KAZ",
        sex=Sex.FEMALE,
        birth_date=date(1990, 12, 31),
        valid_from=date(2024, 1, 1),
        valid_until=date(2034, 1, 1),
        extra={"renewals": "01", "old_number": "KAZ110090123105"},
    )


def test_a_foreigner_without_a_chinese_name() -> None:
    card = card_of(write(FOREIGN_2017, english_name="SPECIMEN, EVA", kind="I"))
    assert card.name == card.english_name == "SPECIMEN, EVA"


def test_a_foreigner_with_a_chinese_name_on_the_card_of_2023() -> None:
    card = card_of(write(FOREIGN_2023, name="伊娃", english_name="SPECIMEN, EVA", kind="Y"))
    assert (card.name, card.english_name, card.extra) == ("伊娃", "SPECIMEN, EVA", {})


@pytest.mark.parametrize(
    ("code", "sex"),
    [("0", Sex.UNKNOWN), ("1", Sex.MALE), ("2", Sex.FEMALE), ("9", Sex.UNKNOWN), ("5", Sex.UNKNOWN)],
)
def test_sex_is_never_guessed(code: str, sex: Sex) -> None:
    assert card_of(write(RESIDENT, sex=code)).sex == sex


@pytest.mark.parametrize(
    ("code", "name"), [("01", "汉"), ("46", "德昂"), ("56", "基诺"), ("97", "其他"), ("96", "96"), ("", "")]
)
def test_an_unknown_ethnicity_is_kept_as_its_code(code: str, name: str) -> None:
    assert ethnicity_name(code) == name


def test_the_table_of_ethnicities_is_whole() -> None:
    names = {ethnicity_name(f"{code:02}") for code in [*range(1, 57), 97, 98]}
    assert len(names) == 58
    assert not any(name.isdigit() for name in names)


def test_a_blank_card_is_read_as_blank() -> None:
    card = card_of(write(RESIDENT))
    assert (card.name, card.birth_date, card.valid_until, card.long_term) == ("", None, None, False)


@pytest.mark.parametrize("day", ["19491331", "1949123", "二〇四九年一月一日", "0000000 "])
def test_a_date_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(LayoutError, match="offset 36"):
        card_of(write({"birth": (36, 18)}, birth=day))


def test_another_kind_of_card_is_refused() -> None:
    with pytest.raises(LayoutError, match="kind of card"):
        card_of(write({"kind": (248, 2)}, kind="Q"))


def test_another_size_is_refused() -> None:
    with pytest.raises(LayoutError, match="255 bytes"):
        card_of(write(RESIDENT)[:255])


def test_rare_characters_are_kept_and_harmful_ones_are_not() -> None:
    assert card_of(write(RESIDENT, name="𠮷·䶮\u3000")).name == "𠮷·䶮"
    assert card_of(write(RESIDENT, name="张\n\0三")).name == "张三"
    lone = b"\x42\xd8" + write(RESIDENT)[2:]
    assert card_of(lone).name == "\ufffd"


def test_the_newest_address_is_the_last_that_was_written() -> None:
    assert latest_address(address_record("旧址") + address_record("新址") + address_record("")) == "新址"
    assert latest_address(b"") == ""


@pytest.mark.parametrize(
    ("number", "nationality", "link"),
    [
        ("911398199012310021", "KAZ", ""),
        ("9113981990123100", "KAZ", "000"),
        ("911398199012310021", "K1Z", "000"),
        ("911398199012310021", "KAZ", "0X0"),
        ("911398199012310021", "KAZ", "0²0"),
    ],
)
def test_without_a_link_there_is_no_old_number(number: str, nationality: str, link: str) -> None:
    assert old_number(number, nationality, link) == ""


@given(st.binary(min_size=256, max_size=256))
def test_whatever_a_chip_holds_is_read_or_refused(text: bytes) -> None:
    try:
        card = card_of(text)
    except LayoutError:
        return
    card.name.encode()
