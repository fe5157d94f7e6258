"""Dates typed as digits: the partial text "1945-0" shown as three fields, each key adding or taking a digit."""

import re

YEAR_MONTH_DAY = (4, 2, 2)
YEAR_MONTH = (4, 2)


def digits_of(text: str, fields: tuple[int, ...]) -> str:
    """Return the digits of a partial date, at most as many as the fields hold."""
    return re.sub("[^0-9]", "", text)[: sum(fields)]


def parts(text: str, fields: tuple[int, ...]) -> tuple[str, ...]:
    """Return what stands in each field: "1945-0" gives ("1945", "0", "")."""
    digits, found = digits_of(text, fields), []
    for length in fields:
        found.append(digits[:length])
        digits = digits[length:]
    return tuple(found)


def canonical(digits: str, fields: tuple[int, ...]) -> str:
    """Return the partial date for its digits: "19450" gives "1945-0"."""
    return "-".join(part for part in parts(digits, fields) if part)


def with_digit(text: str, digit: str, fields: tuple[int, ...]) -> str:
    """Return the partial date after a digit was typed.

    A digit that can only be a whole month or day gets its nought: 5 in the month is 05, 7 in the day is 07.
    """
    digits = digits_of(text, fields)
    if (len(digits) == 4 and digit in "23456789") or (len(digits) == 6 and digit in "456789"):
        digits += "0"
    return canonical(digits + digit, fields)


def without_last(text: str, fields: tuple[int, ...]) -> str:
    """Return the partial date after the last digit was taken away."""
    return canonical(digits_of(text, fields)[:-1], fields)
