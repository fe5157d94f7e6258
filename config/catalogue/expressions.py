"""Conditions of a catalogue (`visible_if`, `shown_if`, `when`, `filter`) and date bounds, evaluated safely.

How a condition is written stands in `config.catalogue.grammar`. A name alone holds when its value is true or not
empty. What has no value equals nothing, differs from everything, and is neither more nor less than anything.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
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

Condition = Callable[[Mapping[str, object]], bool]
"""Says of values by name whether a condition holds."""

_BOUND = re.compile(r"today(?:([+-][0-9]{1,5})d)?")


def holds(expression: str, values: Mapping[str, object]) -> bool:
    """Say whether a condition holds for `values` (names, dotted as written, to values); an empty condition holds.

    Raises:
        ExpressionError: the condition cannot be read.
    """
    return _condition(expression)(values)


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


@lru_cache(maxsize=512)
def _condition(text: str) -> Condition:
    """Return what decides a condition; it is read once, however often it is asked for."""
    return _compiled(parse(text)) if text.strip() else _compiled(Constant(True))


def _compiled(expression: Expression) -> Condition:  # noqa: PLR0911  # one a kind
    match expression:
        case Constant(value):
            return lambda _values: value
        case Truth(name):
            return lambda values: bool(values.get(name))
        case Compare(name, operator, literal):
            compares = _COMPARISONS[operator]
            return lambda values: compares(values.get(name), literal)
        case OneOf(name, literals):
            return lambda values: any(_equal(values.get(name), literal) for literal in literals)
        case Contains(word, name):
            return lambda values: _contains(values.get(name), word)
        case Not(term):
            inner = _compiled(term)
            return lambda values: not inner(values)
        case All(terms):
            every = tuple(map(_compiled, terms))
            return lambda values: all(term(values) for term in every)
        case Any(terms):
            some = tuple(map(_compiled, terms))
            return lambda values: any(term(values) for term in some)
        case _:
            assert_never(expression)


def _contains(collection: object, word: str) -> bool:
    return isinstance(collection, Collection) and word in collection


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


def _ordered(right: Callable[[int], bool]) -> Callable[[object, Literal], bool]:
    """Return a comparison that looks at the order; what cannot be ordered does not compare."""

    def compares(value: object, literal: Literal) -> bool:
        order = _order(value, literal)
        return order is not None and right(order)

    return compares


def _number(value: object) -> Decimal | None:
    """Return a value as a number; codes of options are texts of digits, and count."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return Decimal(value)
    return None


_COMPARISONS: Mapping[str, Callable[[object, Literal], bool]] = {
    "==": _equal,
    "!=": lambda value, literal: not _equal(value, literal),
    "<": _ordered(lambda order: order < 0),
    "<=": _ordered(lambda order: order <= 0),
    ">": _ordered(lambda order: order > 0),
    ">=": _ordered(lambda order: order >= 0),
}


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
