"""Machine-readable zones: the specimens of ICAO Doc 9303, and the layouts of Chinese permits."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.card_reader.mrz import DocumentKey, MrzError, check_digit, parse
from devices.simulators.passport import PERMIT

TODAY = date(2026, 6, 1)
TD3 = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10"""
TD2 = """I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
D231458907UTO7408122F1204159<<<<<<<6"""
TD1 = """I<UTOD231458907<<<<<<<<<<<<<<<
7408122F1204159UTO<<<<<<<<<<<6
ERIKSSON<<ANNA<MARIA<<<<<<<<<<"""
LONG = """I<UTOD23145890<7349<<<<<<<<<<<
3407127M9507122UTO<<<<<<<<<<<2
STEVENSON<<PETER<JOHN<<<<<<<<<"""


def digit(value: str) -> str:
    return value + check_digit(value)


EXIT = f"CS{digit('C00000000')}<{digit('320101')}<{digit('900101')}<<"
OLD = "C<CHNYANGBEN<SAN<<<<<<<<<<<<<<\n" + f"{digit('900101')}F{digit('320101')}{digit('H0000000001')}<<<\n"
OLD += "YANGBEN<<SAN".ljust(30, "<")


@pytest.mark.parametrize(
    ("zone", "layout", "information", "name"),
    [
        (TD3, "TD3", "L898902C3674081221204159", "ERIKSSON, ANNA MARIA"),
        (TD2, "TD2", "D23145890774081221204159", "ERIKSSON, ANNA MARIA"),
        (TD1, "TD1", "D23145890774081221204159", "ERIKSSON, ANNA MARIA"),
        (LONG, "TD1", "D23145890734934071279507122", "STEVENSON, PETER JOHN"),
        (EXIT, "exit permit", digit("C00000000") + digit("900101") + digit("320101"), ""),
        (PERMIT, "entry permit", digit("H00000000") + digit("900101") + digit("320101"), "YANGBEN, SAN"),
        (
            OLD,
            "entry permit before 2013",
            digit("H0000000001") + digit("900101") + digit("320101"),
            "YANGBEN, SAN",
        ),
    ],
)
def test_every_layout(zone: str, layout: str, information: str, name: str) -> None:
    fields = parse(zone)
    assert (fields.layout, fields.key.information(), fields.name) == (layout, information, name)


def test_all_fields_of_a_passport() -> None:
    zone = parse(TD3)
    assert (zone.code, zone.issuer, zone.key.number, zone.nationality, zone.sex) == (
        "P",
        "UTO",
        "L898902C3",
        "UTO",
        "F",
    )
    assert (zone.birth_date(TODAY), zone.expiry_date()) == (date(1974, 8, 12), date(2012, 4, 15))


def test_a_permit_is_issued_by_china() -> None:
    zone = parse(PERMIT)
    assert (zone.code, zone.issuer, zone.nationality, zone.sex) == ("CR", "CHN", "", "F")
    assert parse(EXIT).sex == ""


@pytest.mark.parametrize(
    ("birth", "day"),
    [
        ("260601", date(2026, 6, 1)),
        ("260602", date(1926, 6, 2)),
        ("900230", None),
        ("90<<<<", None),
    ],
)
def test_a_birth_lies_in_the_last_hundred_years(birth: str, day: date | None) -> None:
    text = f"CS{digit('C00000000')}<{digit('320101')}<{digit(birth)}<<"
    assert parse(text).birth_date(TODAY) == day


def test_spaces_case_and_width_do_not_matter() -> None:
    assert parse(" ".join(TD3.lower().replace("<", "＜"))) == parse(TD3)


@pytest.mark.parametrize("place", [45, 57, 65, 79])
def test_a_wrong_character_is_found_by_a_check_digit(place: int) -> None:
    flat = TD3.replace("\n", "")
    with pytest.raises(MrzError, match="check digit") as raised:
        parse(flat[:place] + ("1" if flat[place] != "1" else "2") + flat[place + 1 :])
    assert "898902" not in str(raised.value)


@pytest.mark.parametrize("place", [5, 15])
def test_a_wrong_character_in_a_long_number_is_found(place: int) -> None:
    flat = LONG.replace("\n", "")
    with pytest.raises(MrzError, match="document number"):
        parse(flat[:place] + "2" + flat[place + 1 :])


@pytest.mark.parametrize("text", ["", TD3[:-1], "X" * 88, "张三", "P<UTO!"])
def test_what_is_no_zone_is_refused(text: str) -> None:
    with pytest.raises(MrzError):
        parse(text)


def test_three_typed_fields_are_enough() -> None:
    typed = DocumentKey.typed("l898902c3", date(1974, 8, 12), date(2012, 4, 15))
    assert typed.information() == parse(TD3).key.information()
    assert DocumentKey("L898902C", "690806", "940623").information() == "L898902C<369080619406236"


@pytest.mark.parametrize(
    ("number", "birth", "expiry"),
    [("", "740812", "120415"), ("A-1", "740812", "120415"), ("A1", "1974", "120415")],
)
def test_what_opens_no_document_is_refused(number: str, birth: str, expiry: str) -> None:
    with pytest.raises(MrzError, match="machine-readable zone"):
        DocumentKey(number, birth, expiry)


def test_nothing_personal_is_shown() -> None:
    zone = parse(TD3)
    assert (repr(zone), repr(zone.key)) == ("Zone(TD3)", "DocumentKey(…)")


@given(st.text(alphabet="ABCP<0123456789\n", max_size=100))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        parse(text)
    except MrzError:
        return
