"""Conditions of the catalogue: read safely, evaluated without surprises."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.catalogue.expressions import ExpressionError, bound, holds, names

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("expression", "values", "expected"),
    [
        ("", {}, True),
        ("always", {}, True),
        ("false", {}, False),
        ("delivery == mail", {"delivery": "mail"}, True),
        ("delivery == mail", {"delivery": "window"}, False),
        ("delivery == mail", {}, False),
        ("lookup_by != card", {"lookup_by": "no"}, True),
        ("lookup_by != card", {"lookup_by": "card"}, False),
        ("lookup_by != card", {}, True),
        ("account_kind == false", {"account_kind": False}, True),
        ("account_kind == false", {"account_kind": True}, False),
        ("account_kind == false", {}, False),
        ("account_kind == false", {"account_kind": 0}, False),
        ("use_commitment", {"use_commitment": True}, True),
        ("use_commitment", {}, False),
        ("not use_commitment", {}, True),
        ("marital == 20", {"marital": "20"}, True),
        ("marital == 20", {"marital": "10"}, False),
        ("marital == 20", {"marital": "married"}, False),
        ("year_count >= 3", {"year_count": 3}, True),
        ("year_count >= 3", {"year_count": True}, False),
        ("year_count > 2.5", {"year_count": Decimal(3)}, True),
        ("year_count <= -1", {"year_count": -1}, True),
        ("signin_level < L2", {"signin_level": "L1"}, True),
        ("signin_level < L2", {"signin_level": "L2"}, False),
        ("signin_level < L2", {"signin_level": 1}, False),
        ("applicant.age < 18 or applicant.incapable", {"applicant.age": 17}, True),
        ("applicant.age < 18 or applicant.incapable", {"applicant.age": 70}, False),
        ("applicant.age < 18 or applicant.incapable", {"applicant.incapable": True}, True),
        ("online == true and sign_in in [L0,L1,L2]", {"online": True, "sign_in": "L1"}, True),
        ("online == true and sign_in in [L0, L1, L2]", {"online": True, "sign_in": "L3"}, False),
        ("mode == legal and applicant in form", {"mode": "legal", "form": ("applicant",)}, True),
        ("applicant in form", {}, False),
        ("a and (b or c)", {"a": 1, "c": 1}, True),
        ("a and b or c", {"c": 1}, True),
        ("not (a or b)", {"b": 1}, False),
        ("类别 == 独居", {"类别": "独居"}, True),
    ],
)
def test_conditions_hold(expression: str, values: dict[str, object], expected: bool) -> None:
    assert holds(expression, values) is expected


@pytest.mark.parametrize(
    "expression",
    [
        "a ==",
        "a == b == c",
        "== a",
        "a b",
        "a and",
        "and a",
        "(a",
        "a)",
        "a in",
        "a in [b",
        "a in []",
        "a in [b,]",
        "3 == a",
        "a == $",
        "a = b",
        "__import__('os')",
        "a.b.",
        "a == or",
        "not",
        "(" * 500,
        "a " * 150,
    ],
)
def test_what_cannot_be_read_is_refused(expression: str) -> None:
    with pytest.raises(ExpressionError, match=r"."):
        holds(expression, {})


def test_names_are_those_asked_for() -> None:
    assert names("mode == legal and applicant in form or not (a < 3) and always") == {"mode", "form", "a"}
    assert names("sign_in in [L0,L1]") == {"sign_in"}
    assert names(" ") == frozenset()


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        holds(text, {})
    except ExpressionError as error:
        assert str(error)  # noqa: PT017  # either outcome is right, an error must explain itself


WORDS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True).filter(
    lambda word: word not in ("and", "or", "not", "in", "true", "false", "always")
)
TERMS = st.builds(
    " ".join, st.tuples(WORDS, st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), st.integers().map(str))
).filter(lambda text: len(text) < 40)
VALUES = st.dictionaries(WORDS, st.integers() | st.booleans() | st.text(max_size=5), max_size=4)


@given(TERMS, TERMS, VALUES)
def test_conditions_obey_logic(left: str, right: str, values: dict[str, object]) -> None:
    a, b = holds(left, values), holds(right, values)
    assert holds(f"{left} and {right}", values) == (a and b)
    assert holds(f"{left} or {right}", values) == (a or b)
    assert holds(f"not ({left})", values) == (not a)


@given(WORDS, st.integers(-999, 999), st.integers(-999, 999))
def test_numbers_compare_as_numbers(name: str, value: int, literal: int) -> None:
    for given_value in (value, str(value)):
        assert holds(f"{name} < {literal}", {name: given_value}) == (value < literal)
        assert holds(f"{name} >= {literal}", {name: given_value}) == (value >= literal)
        assert holds(f"{name} == {literal}", {name: given_value}) == (value == literal)


def test_date_bounds() -> None:
    assert bound("today", TODAY) == TODAY
    assert bound("today+90d", TODAY) == date(2027, 2, 22)
    assert bound("today-1d", TODAY) == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["tomorrow", "today+90", "today+d", "today+999999d", "2026-01-01"])
def test_other_bounds_are_refused(text: str) -> None:
    with pytest.raises(ExpressionError, match="today"):
        bound(text, TODAY)


def test_a_bound_outside_the_calendar_is_refused() -> None:
    with pytest.raises(ExpressionError, match="fewer days"):
        bound("today+99999d", date(9999, 1, 1))
