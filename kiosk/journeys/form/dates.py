"""ISO dates and months: reading them, and writing them as people do."""

from datetime import date

from config.language import Language


def as_date(value: object) -> date | None:
    """Return the day of an ISO date; None when it is none."""
    if not isinstance(value, str) or len(value) != 10:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def day(language: Language, value: str) -> str:
    """Return an ISO date or month as the date keyboard shows it: 1945年05月01日, 1945-05-01."""
    if not language.is_chinese:
        return value
    return "".join(part + sign for part, sign in zip(value.split("-"), "年月日", strict=False))
