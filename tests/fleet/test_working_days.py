"""Working days of 2026, and no guess about a year whose notice is not here. Vectors computed with chinesecalendar 1.11.0."""

from datetime import date

import pytest

from fleet.working_days import add_working_days, is_working_day, not_before_working_day


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-09-18", 1, "2026-09-20"),
        ("2026-09-30", 5, "2026-10-13"),
        ("2026-04-30", 10, "2026-05-18"),
        ("2026-09-30", 20, "2026-11-03"),
        ("2026-12-01", 20, "2026-12-29"),
        ("2026-12-10", 20, None),
        ("2026-11-25", 0, "2026-11-25"),
    ],
)
def test_adding(start: str, number: int, end: str | None) -> None:
    assert add_working_days(date.fromisoformat(start), number) == (date.fromisoformat(end) if end else None)


def test_single_days() -> None:
    assert is_working_day(date(2026, 11, 25)) is True
    assert is_working_day(date(2026, 11, 28)) is False
    assert is_working_day(date(2026, 10, 1)) is False
    assert is_working_day(date(2026, 10, 10)) is True, "made up for"
    assert is_working_day(date(2027, 1, 4)) is None


def test_a_limit_in_days_ends_after_the_holiday() -> None:
    assert not_before_working_day(date(2026, 10, 3)) == date(2026, 10, 8)
    assert not_before_working_day(date(2026, 11, 25)) == date(2026, 11, 25)
    assert not_before_working_day(date(2027, 1, 4)) is None
