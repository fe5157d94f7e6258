"""Which values fields take; what is said about the others names the remedy in both languages."""

import re
from pathlib import Path

import pytest

from config.catalogue import FieldType
from config.language import Language
from kiosk.journeys.form import NOT_ASKED, Address, Period, Place
from kiosk.journeys.form.checks import check
from kiosk.journeys.form.fault import Fault
from screens import texts
from tests.kiosk.journeys.form.specimens import ADULT, BANK_CARD, CHILD, OTHER_ADULT, USCC, context, field

HERE = context("MZ-004")
COMMUNITY = "440104001901"
OPTIONS = ({"code": "a", "zh": "甲", "en": "A"}, {"code": "b", "zh": "乙", "en": "B"})
MEMBER_NUMBER = field("id_number", key="m_id", other_person=True)

RIGHT: list[tuple[str, dict[str, object], object]] = [
    ("text", {}, "北京路"),
    ("text", {"pattern": "^[0-9]{3}$"}, "123"),
    ("long_text", {"min_len": 2}, "两行\n字"),
    ("name", {}, "买买提·艾力"),
    ("name", {}, "WANG, XIAOMING"),
    ("id_number", {}, ADULT),
    ("id_number", {"other_person": True}, OTHER_ADULT),
    ("permit_number", {}, "E12345678"),
    ("account_no", {}, "1234-A"),
    ("uscc", {}, USCC),
    ("mobile", {}, "13800138000"),
    ("phone", {}, "02083331234"),
    ("bank_card", {}, BANK_CARD),
    ("plate", {}, "粤A12345"),
    ("date", {}, "2030-02-28"),
    ("date", {"min": "today", "max": "today+90d"}, "2026-11-23"),
    ("date", {"min": "today", "max": "today+90d"}, "2027-02-21"),
    ("date", {"prefill": "card"}, "2026-11-23"),
    ("month", {}, "2026-11"),
    ("month", {"min": "today"}, "2026-11"),
    ("date_range", {}, Period("2026-01-01", "2026-01-01")),
    ("integer", {"min": 1, "max": 12}, 12),
    ("integer", {}, 0),
    ("decimal", {"scale": 2, "max": 1000}, "1000.00"),
    ("money", {}, "1850.50"),
    ("money", {"options": OPTIONS}, "a"),
    ("boolean", {}, False),
    ("boolean", {"must_be": True}, True),
    ("select", {"options": OPTIONS}, "b"),
    ("multiselect", {"options": OPTIONS}, ("a", "b")),
    ("multiselect", {"options": OPTIONS, "required": False}, ()),
    ("region", {}, COMMUNITY),
    ("address", {}, Address("", "北京路168号")),
    ("address", {}, Address(COMMUNITY, "北京路168号")),
    ("location", {}, Place(True, "440104001000", "")),
    ("location", {}, Place(False, "", "北京路口")),
    ("repeat", {"max_rows": 2}, ({}, {})),
    ("repeat", {}, ()),
    (
        "repeat",
        {"max_rows": 2, "fields": [MEMBER_NUMBER]},
        ({"m_id": OTHER_ADULT}, {"m_id": CHILD}),
    ),
    ("photo", {"max_count": 3}, ("photo-1", "photo-2")),
    ("file", {}, ("file-1",)),
    ("text", {"required": False}, None),
]

WRONG: list[tuple[str, dict[str, object], object, str]] = [
    ("text", {}, None, "required"),
    ("select", {"options": OPTIONS}, None, "required-choice"),
    ("boolean", {}, None, "required-choice"),
    ("region", {}, None, "required-choice"),
    ("multiselect", {"options": OPTIONS}, None, "required-ticks"),
    ("multiselect", {"options": OPTIONS}, (), "required-ticks"),
    ("text", {}, 5, "unknown"),
    ("text", {}, "a\x00b", "unknown"),
    ("text", {}, "", "short"),
    ("long_text", {"min_len": 5}, "四个字吧", "short"),
    ("text", {"max_len": 3}, "四个字吧", "long"),
    ("text", {"pattern": "^[0-9]{3}$"}, "12a", "pattern"),
    ("name", {}, "张", "name"),
    ("name", {}, "张3", "name"),
    ("name", {"max_len": 3}, "欧阳娜娜", "long"),
    ("id_number", {}, 5, "unknown"),
    ("id_number", {}, ADULT[:-1] + "4", "citizen"),
    ("id_number", {"other_person": True}, ADULT, "own-number"),
    ("permit_number", {}, "A1", "document"),
    ("permit_number", {}, 1, "unknown"),
    ("account_no", {}, "户号", "account"),
    ("account_no", {}, "", "short"),
    ("uscc", {}, USCC[:-1] + "V", "uscc"),
    ("mobile", {}, "12800138000", "mobile"),
    ("mobile", {}, 13800138000, "mobile"),
    ("phone", {}, "123", "phone"),
    ("bank_card", {}, BANK_CARD[:-1] + "1", "bank-card"),
    ("plate", {}, "粤O", "plate"),
    ("date", {}, "2026-02-30", "date"),
    ("date", {}, "2026-2-3", "date"),
    ("date", {}, 20260203, "date"),
    ("date", {}, "1899-12-31", "date-early"),
    ("date", {}, "2077-01-01", "date-late"),
    ("date", {"min": "today"}, "2026-11-22", "date-early"),
    ("date", {"max": "today"}, "2026-11-24", "date-late"),
    ("date", {"prefill": "card"}, "2026-11-24", "date-late"),
    ("month", {}, "2026-13", "month"),
    ("month", {"min": "today"}, "2026-10", "date-early"),
    ("month", {"max": "today"}, "2026-12", "date-late"),
    ("date_range", {}, ("2026-01-01", "2026-02-01"), "unknown"),
    ("date_range", {}, Period("2026-02-30", "2026-03-01"), "date"),
    ("date_range", {}, Period("2026-03-01", "2026-02-30"), "date"),
    ("date_range", {}, Period("2026-03-02", "2026-03-01"), "period"),
    ("integer", {}, "5", "number"),
    ("integer", {}, True, "number"),
    ("integer", {"min": 1, "max": 12}, 0, "range"),
    ("integer", {"min": 1, "max": 12}, 13, "range"),
    ("decimal", {"scale": 2}, "1.234", "scale"),
    ("decimal", {}, "1.5", "scale-0"),
    ("decimal", {}, "eins", "number"),
    ("decimal", {}, "NaN", "number"),
    ("decimal", {}, 1.5, "number"),
    ("money", {}, "-1.00", "range"),
    ("boolean", {}, "yes", "unknown"),
    ("boolean", {"must_be": True}, False, "must-be"),
    ("select", {"options": OPTIONS}, "c", "unknown"),
    ("multiselect", {"options": OPTIONS}, ("a", "c"), "unknown"),
    ("multiselect", {"options": OPTIONS}, "a", "unknown"),
    ("region", {}, "440104001000", "region"),
    ("region", {}, "000000000000", "region"),
    ("region", {}, 440104001901, "region"),
    ("address", {}, "北京路168号", "unknown"),
    ("address", {}, Address("440104001000", "北京路168号"), "region"),
    ("address", {}, Address(COMMUNITY, ""), "short"),
    ("location", {}, "这里", "unknown"),
    ("location", {}, Place(False, "", ""), "short"),
    ("repeat", {"min_rows": 1}, (), "rows-few"),
    ("repeat", {"max_rows": 1}, ({}, {}), "rows-many"),
    ("repeat", {}, "rows", "unknown"),
    (
        "repeat",
        {"max_rows": 2, "fields": [MEMBER_NUMBER]},
        ({"m_id": OTHER_ADULT}, {"m_id": OTHER_ADULT}),
        "rows-twice",
    ),
    ("photo", {}, (), "required"),
    ("photo", {"max_count": 1}, ("1", "2"), "rows-many"),
    ("photo", {}, "photo-1", "unknown"),
]


@pytest.mark.parametrize(("type_", "about", "value"), RIGHT)
def test_right_values(type_: str, about: dict[str, object], value: object) -> None:
    assert check(HERE, field(type_, **about), value, {}) is None


@pytest.mark.parametrize(("type_", "about", "value", "said"), WRONG)
def test_wrong_values(type_: str, about: dict[str, object], value: object, said: str) -> None:
    found = check(HERE, field(type_, **about), value, {})
    assert found is not None
    assert found.text == said
    for language in Language:
        assert found.said(language).endswith(("。", "."))


def test_every_type_that_is_asked_has_right_and_wrong_values_here() -> None:
    asked = {one.value for one in FieldType} - {one.value for one in NOT_ASKED}
    assert {type_ for type_, _, _ in RIGHT} == asked
    assert {type_ for type_, _, _, _ in WRONG} == asked - {"file"}


def test_another_field_says_which_kind_of_document_a_number_is_of() -> None:
    number = field("id_number", validate_by="id_type")
    assert check(HERE, number, "H12345678", {"id_type": "516"}) is None
    wrong = check(HERE, number, "H12345678", {"id_type": "511"})
    assert wrong is not None
    assert wrong.text == "permit-tw"
    assert check(HERE, number, "H12345678", {"id_type": None}) is None


def test_limits_are_said_as_dates_are_shown() -> None:
    wrong = check(HERE, field("date", max="today"), "2026-12-01", {})
    assert wrong is not None
    assert "2026年11月23日" in wrong.said(Language.CHINESE)
    assert "2026-11-23" in wrong.said(Language.ENGLISH)
    months = check(HERE, field("month", max="today"), "2026-12", {})
    assert months is not None
    assert "2026年11月，" in months.said(Language.CHINESE)


def test_every_error_there_are_words_for_can_be_found() -> None:
    """A text that no answer leads to would be a rule that does not work."""
    written = set(re.findall(r"^form-error-([a-z-]+0?) =", _chinese(), re.MULTILINE))
    checked = {said for *_, said in WRONG} | {"citizen-length", "foreigner", "permit-hk", "permit-tw"}
    elsewhere = {
        "date-partial",
        "month-partial",
        "row-unfinished",
    }  # in test_reading.py and test_list_page.py
    assert written == checked | elsewhere
    assert Fault("required").said(Language.CHINESE).startswith("请")


def _chinese() -> str:
    return (Path(texts.HERE) / "zh-Hans" / "form.ftl").read_text("utf-8")
