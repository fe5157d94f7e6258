"""Conditions of a catalogue (`visible_if`, `shown_if`, `when`, `filter`) and date bounds, evaluated safely.

How a condition is written stands in `config.catalogue.grammar`. A name alone holds when its value is true or not
empty. What has no value equals nothing, differs from everything, and is neither more nor less than anything.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import assert_never

from config.catalogue.grammar import (
    All,
    Any,
    Compare,
    Constant,
    Contains,
    Expression,
    ExpressionError,
    Literal,
    Not,
    OneOf,
    Truth,
    parse,
)

__all__ = ["ExpressionError", "bound", "holds", "names"]

_BOUND = re.compile(r"today(?:([+-][0-9]{1,5})d)?")


def holds(expression: str, values: Mapping[str, object]) -> bool:
    """Say whether a condition holds for `values` (names, dotted as written, to values); an empty condition holds.

    Raises:
        ExpressionError: the condition cannot be read.
    """
    return not expression.strip() or _holds(parse(expression), values)


def names(expression: str) -> frozenset[str]:
    """Return the names whose values a condition asks for; ExpressionError when it cannot be read."""
    return frozenset(_names(parse(expression))) if expression.strip() else frozenset()


def bound(text: str, today: date) -> date:
    """Return the date that `today`, `today+90d` or `today-1d` means.

    Raises:
        ExpressionError: it is none of these, or no date of the calendar.
    """
    match = _BOUND.fullmatch(text)
    if not match:
        raise ExpressionError(f"{text!r} is no date bound: write today, today+90d or today-1d")
    try:
        return today + timedelta(days=int(match[1] or 0))
    except OverflowError as error:
        raise ExpressionError(f"{text!r} lies outside the calendar: use fewer days") from error


def _holds(expression: Expression, values: Mapping[str, object]) -> bool:  # noqa: PLR0911  # one a kind
    match expression:
        case Constant(value):
            return value
        case Truth(name):
            return bool(values.get(name))
        case Compare(name, operator, literal):
            return _compares(values.get(name), operator, literal)
        case OneOf(name, literals):
            return any(_equal(values.get(name), literal) for literal in literals)
        case Contains(word, name):
            collection = values.get(name)
            return isinstance(collection, Collection) and word in collection
        case Not(term):
            return not _holds(term, values)
        case All(terms):
            return all(_holds(term, values) for term in terms)
        case Any(terms):
            return any(_holds(term, values) for term in terms)
        case _:
            assert_never(expression)


def _compares(value: object, operator: str, literal: Literal) -> bool:
    if operator == "==":
        return _equal(value, literal)
    if operator == "!=":
        return not _equal(value, literal)
    order = _order(value, literal)
    if order is None:
        return False
    return {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}[operator]


def _equal(value: object, literal: Literal) -> bool:
    if isinstance(value, bool) or isinstance(literal, bool):
        return value is literal
    return _order(value, literal) == 0


def _order(value: object, literal: Literal) -> int | None:
    """Return -1, 0 or 1 as the value is less than, equal to or more than the literal; None when they do not compare."""
    if isinstance(literal, Decimal):
        number = _number(value)
        return None if number is None else (number > literal) - (number < literal)
    if isinstance(value, str) and isinstance(literal, str):
        return (value > literal) - (value < literal)
    return None


def _number(value: object) -> Decimal | None:
    """Return a value as a number; codes of options are texts of digits, and count."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return Decimal(value)
    return None


def _names(expression: Expression) -> Iterator[str]:
    match expression:
        case Constant():
            return
        case Truth(name) | Compare(name) | OneOf(name) | Contains(_, name):
            yield name
        case Not(term):
            yield from _names(term)
        case All(terms) | Any(terms):
            for term in terms:
                yield from _names(term)
        case _:
            assert_never(expression)
