"""What is typed, as a value."""

import pytest

from kiosk.journeys.form.fault import Fault
from kiosk.journeys.form.reading import read
from tests.kiosk.journeys.form.specimens import field


@pytest.mark.parametrize(
    ("type_", "about", "text", "value"),
    [
        ("text", {}, "  ", None),
        ("text", {}, " 北京路 168 号 ", "北京路 168 号"),
        ("id_number", {}, "44010519620312123x", "44010519620312123X"),
        ("id_number", {}, " 440105 19620312 123X", "44010519620312123X"),
        ("mobile", {}, "１３８００１３８０００", "13800138000"),
        ("plate", {}, "粤a12345", "粤A12345"),
        ("plate", {}, "粵a12345", "粤A12345"),
        ("plate", {}, "遼B123學", "辽B123学"),
        ("date", {}, "1945-05-01", "1945-05-01"),
        ("date", {}, "anything", "anything"),
        ("month", {}, "1945-05", "1945-05"),
        ("integer", {}, "007", 7),
        ("integer", {}, "１２", 12),
        ("money", {}, "1850.5", "1850.50"),
        ("money", {}, "1850.", "1850.00"),
        ("money", {}, ".5", "0.50"),
        ("money", {}, "1.234", "1.234"),
        ("decimal", {"scale": 2}, "85", "85.00"),
        ("decimal", {}, "85", "85"),
    ],
)
def test_values(type_: str, about: dict[str, object], text: str, value: object) -> None:
    assert read(field(type_, **about), text) == value


@pytest.mark.parametrize(
    ("type_", "text", "said"),
    [
        ("date", "1945-0", "date-partial"),
        ("date", "1945", "date-partial"),
        ("date_range", "1945-05", "date-partial"),
        ("month", "1945-0", "month-partial"),
        ("integer", "zwölf", "number"),
        ("integer", "1" * 16, "number"),
        ("money", "1.2.3", "number"),
        ("money", "NaN", "number"),
    ],
)
def test_what_is_no_value(type_: str, text: str, said: str) -> None:
    found = read(field(type_), text)
    assert isinstance(found, Fault)
    assert found.text == said
