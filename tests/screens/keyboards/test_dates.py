"""Dates typed as digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screens.keyboards.dates import YEAR_MONTH, YEAR_MONTH_DAY, canonical, parts, with_digit, without_last


def typed(digits: str, fields: tuple[int, ...] = YEAR_MONTH_DAY) -> str:
    text = ""
    for digit in digits:
        text = with_digit(text, digit, fields)
    return text


@pytest.mark.parametrize(
    ("digits", "text"),
    [
        ("", ""),
        ("19", "19"),
        ("1945", "1945"),
        ("19450", "1945-0"),
        ("194505", "1945-05"),
        ("19450501", "1945-05-01"),
        ("19455", "1945-05"),  # 5 can only be a whole month
        ("194557", "1945-05-07"),  # and 7 only a whole day
        ("19451", "1945-1"),  # 1 may become 10, 11 or 12
        ("1945123", "1945-12-3"),
        ("1945050199", "1945-05-01"),  # more than a date is not taken
    ],
)
def test_a_date_grows_with_its_digits(digits: str, text: str) -> None:
    assert typed(digits) == text


def test_a_month_has_no_day() -> None:
    assert typed("20263", YEAR_MONTH) == "2026-03"
    assert typed("20260399", YEAR_MONTH) == "2026-03"


def test_the_fields() -> None:
    assert parts("1945-0", YEAR_MONTH_DAY) == ("1945", "0", "")
    assert parts("", YEAR_MONTH) == ("", "")
    assert canonical("194505", YEAR_MONTH_DAY) == "1945-05"


def test_taking_digits_away() -> None:
    text = "1945-05-01"
    seen = []
    while text:
        text = without_last(text, YEAR_MONTH_DAY)
        seen.append(text)
    assert seen == ["1945-05-0", "1945-05", "1945-0", "1945", "194", "19", "1", ""]
    assert without_last("", YEAR_MONTH_DAY) == ""


@given(st.text("0123456789", max_size=12), st.sampled_from([YEAR_MONTH, YEAR_MONTH_DAY]))
def test_whatever_is_typed_can_be_taken_back(digits: str, fields: tuple[int, ...]) -> None:
    text = typed(digits, fields)
    for _ in range(sum(fields)):
        text = without_last(text, fields)
    assert text == ""
