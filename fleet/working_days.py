"""Working days as the platform knows them: those that came with the program."""

from datetime import date

from config.working_days import shipped


def is_working_day(day: date) -> bool | None:
    """Say whether `day` is a working day, None when its year's notice is not here."""
    return shipped().is_working_day(day)


def add_working_days(start: date, number: int) -> date | None:
    """Return the `number`-th working day after `start`; None if not known."""
    return shipped().add(start, number)


def not_before_working_day(day: date) -> date | None:
    """Return `day`, or the day after the days off it falls into; None if not known."""
    return shipped().not_before(day)
