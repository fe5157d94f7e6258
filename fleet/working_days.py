"""Working days in China: Monday to Friday without the holidays, with the make-up days, of the State Council's notice.

The notice for a year appears in autumn of the year before; about a year without one nothing is said, least of all a guess.
"""

import json
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources

ONE = timedelta(days=1)


def is_working_day(day: date) -> bool | None:
    """Say whether `day` is a working day, None when its year's notice is not here."""
    known = _calendar(day.year)
    if known is None:
        return None
    holidays, made_up = known
    return day in made_up or (day.weekday() < 5 and day not in holidays)


def add_working_days(start: date, number: int) -> date | None:
    """Return the `number`-th working day after `start`, which is not counted (Civil Code art. 201); None if not known."""
    day = start
    while number:
        day += ONE
        working = is_working_day(day)
        if working is None:
            return None
        number -= working
    return day


def not_before_working_day(day: date) -> date | None:
    """Return `day`, or the day after the days off it falls into (Civil Code art. 203); None if not known."""
    while not (working := is_working_day(day)):
        if working is None:
            return None
        day += ONE
    return day


@lru_cache(maxsize=8)
def _calendar(year: int) -> tuple[frozenset[date], frozenset[date]] | None:
    file = resources.files("fleet") / "calendars" / f"cn-{year}.json"
    if not file.is_file():
        return None
    said = json.loads(file.read_text("utf-8"))
    holidays, made_up = (
        frozenset(map(date.fromisoformat, said[name])) for name in ("holidays", "make_up_workdays")
    )
    return holidays, made_up
