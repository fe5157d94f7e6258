"""Working days of 2026, and no guess about a year whose notice is not here. Vectors computed with chinesecalendar 1.11.0."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from config.repository import Repository, calendar_target
from config.working_days import NOT_KNOWN, InvalidCalendarError, Year, read_year, shipped

NEXT = Year(2027, frozenset({date(2027, 1, 1)}), frozenset())
"""Not the notice of 2027, which nobody has published: a day off, to see that another year is used."""


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
    assert shipped().add(date.fromisoformat(start), number) == (date.fromisoformat(end) if end else None)


def test_single_days() -> None:
    known = shipped()
    assert known.is_working_day(date(2026, 11, 25)) is True
    assert known.is_working_day(date(2026, 11, 28)) is False
    assert known.is_working_day(date(2026, 10, 1)) is False
    assert known.is_working_day(date(2026, 10, 10)) is True, "made up for"
    assert known.is_working_day(date(2027, 1, 4)) is None
    made_up = sorted(known.years[2026].make_up_workdays)
    assert [f"{day:%m-%d}" for day in made_up] == ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]


def test_a_limit_in_days_ends_after_the_holiday() -> None:
    assert shipped().not_before(date(2026, 10, 3)) == date(2026, 10, 8), "15 days from 18 September"
    assert shipped().not_before(date(2026, 11, 25)) == date(2026, 11, 25)
    assert shipped().not_before(date(2027, 1, 4)) is None


def test_nothing_is_known_without_a_notice_and_more_with_another() -> None:
    assert NOT_KNOWN.is_working_day(date(2026, 11, 25)) is None
    assert NOT_KNOWN.add(date(2026, 11, 25), 1) is None
    more = shipped().with_years([NEXT])
    assert more.add(date(2026, 12, 10), 20) == date(2027, 1, 8)
    assert more.add(date(2026, 2, 13), 5) == date(2026, 2, 27), "the other year stays"


def document(**changes: Any) -> bytes:
    said = {
        "year": 2027,
        "holidays": [f"2027-02-{day:02d}" for day in range(1, 9)],
        "make_up_workdays": ["2027-02-14"],
        **changes,
    }
    return json.dumps(said).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        document(year="next"),
        document(holidays=["2027-13-01"]),
        document(holidays=["2027-10-01"]),
        document(holidays=[f"2026-02-{day:02d}" for day in range(1, 9)]),
        document(make_up_workdays=["2027-02-15"]),
        document(make_up_workdays=["2027-02-07"]),
    ],
)
def test_what_cannot_be_a_notice_is_refused_and_said(content: bytes) -> None:
    with pytest.raises(InvalidCalendarError, match=r"cn-2027\.json"):
        read_year(content, "cn-2027.json")


def test_a_year_is_published_and_stays_when_something_else_is(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "releases", tmp_path / "keys")
    repository.create()
    repository.publish({}, calendars=[document()])
    repository.publish({"settings/base.json": {"training": True}})
    assert calendar_target(2027) in repository.versions()[-1].targets
    with pytest.raises(InvalidCalendarError):
        repository.publish({}, calendars=[b"{}"])
