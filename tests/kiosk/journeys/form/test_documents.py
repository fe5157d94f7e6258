"""Numbers of documents, by kind: what is refused, and what is said about it."""

import pytest

from kiosk.journeys.form.documents import number_fault
from tests.kiosk.journeys.form.specimens import ADULT, OTHER_ADULT


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("111", ADULT),
        ("111", OTHER_ADULT),
        ("554", "810000198001010014"),
        ("553", "911010198505150018"),
        ("516", "H12345678"),
        ("516", "M1234567800"),
        ("511", "12345678"),
        ("511", "0123456789A"),
        ("999", "E12345678"),
        ("", ADULT),
        ("", "12345678"),
        ("", "H12345678"),
        ("", "E12345678"),
        ("", "911010198505150018"),
    ],
)
def test_right_numbers(kind: str, number: str) -> None:
    assert number_fault(number, kind) is None


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        ("111", ADULT[:-1] + "4", "citizen"),
        ("111", "440104199913080028", "citizen"),
        ("111", ADULT[:-1], "citizen-length"),
        ("554", "H12345678", "citizen-length"),
        ("553", "911010198505150019", "foreigner"),
        ("553", ADULT[:15], "foreigner"),
        ("516", "12345678", "permit-hk"),
        ("511", "H12345678", "permit-tw"),
        ("999", "A1", "document"),
        ("", ADULT[:-1] + "4", "citizen"),
        ("", ADULT[:-1], "citizen-length"),
        ("", "张三", "document"),
    ],
)
def test_wrong_numbers(kind: str, number: str, said: str) -> None:
    found = number_fault(number, kind)
    assert found is not None
    assert found.text == said
