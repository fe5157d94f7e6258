"""Working days in China: Monday to Friday without the holidays, with the make-up days, of the State Council's notice.

The notice for a year appears in autumn of the year before; about a year without one nothing is said, least of all a guess.
A year is a JSON document, shipped with the program or published as the TUF target `calendar/cn-YYYY.json`:

    {"year": 2026, "source": "国务院办公厅关于…的通知", "holidays": ["2026-01-01", …], "make_up_workdays": ["2026-01-04", …]}
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

ONE = timedelta(days=1)
LEAST_HOLIDAYS = 7
"""Fewer are no year's notice: half a file would make working days of holidays."""


class InvalidCalendarError(Exception):
    """A year's calendar cannot be right; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Year:
    """The notice of one year."""

    year: int
    holidays: frozenset[date]
    make_up_workdays: frozenset[date]


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """What is known of working days; None is the answer about every other year."""

    years: Mapping[int, Year] = field(default_factory=dict)

    def is_working_day(self, day: date) -> bool | None:
        """Say whether `day` is a working day, None when its year's notice is not here."""
        known = self.years.get(day.year)
        if known is None:
            return None
        return day in known.make_up_workdays or (day.weekday() < 5 and day not in known.holidays)

    def add(self, start: date, number: int) -> date | None:
        """Return the `number`-th working day after `start`, which is not counted (Civil Code art. 201); None if not known."""
        day = start
        while number:
            day += ONE
            working = self.is_working_day(day)
            if working is None:
                return None
            number -= working
        return day

    def not_before(self, day: date) -> date | None:
        """Return `day`, or the day after the days off it falls into (Civil Code art. 203); None if not known."""
        while not (working := self.is_working_day(day)):
            if working is None:
                return None
            day += ONE
        return day

    def with_years(self, years: Iterable[Year]) -> "WorkingDays":
        """Return these with other years, each of which takes the place of one that is here."""
        return WorkingDays({**self.years, **{one.year: one for one in years}})


NOT_KNOWN = WorkingDays()
"""No year at all: every answer is that it is not known."""


def read_year(content: bytes, name: str) -> Year:
    """Return the year of a JSON document.

    Raises:
        InvalidCalendarError: it is none that can be right; `name` is said in the message.
    """
    try:
        said: Mapping[str, Any] = json.loads(content)
        days = (frozenset(map(date.fromisoformat, said[key])) for key in ("holidays", "make_up_workdays"))
        year = Year(int(said["year"]), *days)
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidCalendarError(
            f"{name}: no calendar: it needs year, holidays and make_up_workdays (ISO dates). "
            "不是日历文件：须有 year、holidays、make_up_workdays。"
        ) from error
    _check(year, name)
    return year


def _check(year: Year, name: str) -> None:
    days = year.holidays | year.make_up_workdays
    wrong = (
        [day for day in days if day.year != year.year]
        + [day for day in year.make_up_workdays if day.weekday() < 5]
        + list(year.holidays & year.make_up_workdays)
    )
    if wrong:
        raise InvalidCalendarError(
            f"{name}: {min(wrong)} cannot be right: days lie in {year.year}, made-up ones on a weekend, none is both. "
            "日期有误：须在当年内，调休上班日须为周末，且不得与假日重复。"
        )
    if len(year.holidays) < LEAST_HOLIDAYS:
        raise InvalidCalendarError(
            f"{name}: only {len(year.holidays)} holidays: give the whole notice of {year.year}. 假日不全：请录入完整的放假通知。"
        )


@cache
def shipped() -> WorkingDays:
    """Return what came with the program."""
    files = (resources.files("config") / "calendars").iterdir()
    years = (read_year(file.read_bytes(), file.name) for file in files if file.name.endswith(".json"))
    return NOT_KNOWN.with_years(years)
