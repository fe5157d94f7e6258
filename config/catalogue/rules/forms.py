"""Rules about forms: every question can be asked, answered and left."""

import re
from collections.abc import Iterator
from datetime import date

from config.catalogue.expressions import ExpressionError, bound, names
from config.catalogue.fields import Field, FieldType
from config.catalogue.findings import Problem
from config.catalogue.model import Catalogue, Item

CONTEXT = frozenset({"mode", "signin_level", "applicant.age", "applicant.incapable"})
"""Names a condition of a form may ask for besides the keys of its own field set."""

_CHOICES = (FieldType.SELECT, FieldType.MULTISELECT)
_DATES = (FieldType.DATE, FieldType.DATE_RANGE, FieldType.MONTH)
_MAX_DAY = date(2026, 1, 1)  # any day will do: only the form of a bound is checked


def options(catalogue: Catalogue) -> Iterator[Problem]:
    """Every choice has options, whose list exists; a default is one of them."""
    for where, field in _fields(catalogue):
        try:
            found = catalogue.options_of(field)
        except KeyError as error:
            yield Problem(
                f"{where}.options", f"there is no option list {error}: add it", f"选项表{error}未定义"
            )
            continue
        if field.type in _CHOICES and not found:
            yield Problem(f"{where}.options", "a choice without options: add some", "选择题缺少选项")
        if found and field.default is not None and field.default not in {option.code for option in found}:
            yield Problem(f"{where}.default", f"{field.default!r} is no option: use one", "默认值不在选项中")


def conditions(catalogue: Catalogue) -> Iterator[Problem]:
    """Conditions can be read, and ask only for what is known where they stand."""
    for name, field_set in catalogue.field_sets.items():
        yield from _condition(f"field_sets.{name}.shown_if", field_set.shown_if, CONTEXT)
        keys = CONTEXT | {field.key for field in field_set.fields}
        for field in field_set.fields:
            place = f"field_sets.{name}.fields[{field.key}]"
            yield from _condition(f"{place}.visible_if", field.visible_if, keys)
            inner_keys = keys | {inner.key for inner in field.fields}
            for inner in field.fields:
                yield from _condition(f"{place}.fields[{inner.key}].visible_if", inner.visible_if, inner_keys)
    for number, rule in enumerate(catalogue.form_rules):
        yield from _condition(f"form_rules[{number}].when", rule.when, None)
    for tier in catalogue.site_tiers:
        yield from _condition(f"site_tiers[{tier.code}].filter", tier.filter, frozenset(Item.model_fields))


def bounds(catalogue: Catalogue) -> Iterator[Problem]:
    """`min` and `max` are numbers, or for dates `today`, `today+90d`; the least is not above the most."""
    for where, field in _fields(catalogue):
        for name, limit in (("min", field.min), ("max", field.max)):
            yield from _bound(f"{where}.{name}", field, limit)
        pairs = ((field.min, field.max), (field.min_len, field.max_len), (field.min_rows, field.max_rows))
        if any(isinstance(low, int) and isinstance(high, int) and low > high for low, high in pairs):
            yield Problem(where, "the least is above the most: exchange them", "下限大于上限")


def patterns(catalogue: Catalogue) -> Iterator[Problem]:
    """Patterns are regular expressions."""
    for where, field in _fields(catalogue):
        try:
            re.compile(field.pattern)
        except re.error as error:
            yield Problem(
                f"{where}.pattern", f"no regular expression ({error}): correct it", "正则表达式有误"
            )


def shapes(catalogue: Catalogue) -> Iterator[Problem]:
    """Only repeated groups have fields inside, at least one and never another group; only yes/no has `must_be`."""
    for where, field in _fields(catalogue):
        if (field.type is FieldType.REPEAT) != bool(field.fields):
            yield Problem(
                f"{where}.fields", "fields inside belong to type repeat, and to no other", "仅重复组可含子项"
            )
        if any(inner.type is FieldType.REPEAT for inner in field.fields):
            yield Problem(f"{where}.fields", "a repeated group in another: take it apart", "重复组不可嵌套")
        if field.must_be is not None and field.type is not FieldType.BOOLEAN:
            yield Problem(f"{where}.must_be", "only for type boolean: remove it", "仅限是/否题")


def declaration(catalogue: Catalogue) -> Iterator[Problem]:
    """Applications end with the declaration, unless they are made in person at an appointment."""
    for item in catalogue.items:
        by_appointment = "appoint" in item.also_kinds
        if item.kind == "apply" and not by_appointment and item.form[-1:] != ("declaration",):
            yield Problem(
                f"items[{item.code}].form", "must end with 'declaration': add it", "末尾须为declaration"
            )


def legal_entity(catalogue: Catalogue) -> Iterator[Problem]:
    """Items only for legal persons ask for the legal person, by their form or by a form rule for the mode legal."""
    replaced = {
        rule.replace
        for rule in catalogue.form_rules
        if "legal_entity" in rule.field_sets and "mode == legal" in rule.when
    }
    for item in catalogue.items:
        if item.subjects == ("legal",) and not ({"legal_entity"} | replaced) & set(item.form):
            yield Problem(f"items[{item.code}].form", "must have 'legal_entity': add it", "须含legal_entity")


def _fields(catalogue: Catalogue) -> Iterator[tuple[str, Field]]:
    for name, field_set in catalogue.field_sets.items():
        for field in field_set.fields:
            where = f"field_sets.{name}.fields[{field.key}]"
            yield where, field
            for inner in field.fields:
                yield f"{where}.fields[{inner.key}]", inner


def _condition(where: str, text: str, known: frozenset[str] | None) -> Iterator[Problem]:
    try:
        asked = names(text)
    except ExpressionError as error:
        yield Problem(where, f"cannot be read: {error}", "条件表达式有误")
        return
    for name in sorted(asked - known if known is not None else ()):
        yield Problem(
            where, f"asks for {name!r}, which is not known here: correct the name", f"“{name}”未定义"
        )


def _bound(where: str, field: Field, limit: int | str | None) -> Iterator[Problem]:
    if isinstance(limit, str) and field.type not in _DATES:
        yield Problem(where, "must be a number: only dates have bounds like today+90d", "应为数字")
    elif isinstance(limit, int) and field.type in _DATES:
        yield Problem(where, "must be today or like today+90d", "应为today或today+90d形式")
    elif isinstance(limit, str):
        try:
            bound(limit, _MAX_DAY)
        except ExpressionError as error:
            yield Problem(where, str(error), "日期界限有误")
