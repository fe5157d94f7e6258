"""Which field sets and fields an application has, given the answers so far.

Form rules change the list of field sets with the case, `shown_if` and `visible_if` what of it applies. A field that is
not shown counts as having no value for the conditions that follow, whatever was answered before it was hidden.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from config.catalogue import Field, FieldSet, FieldType, FormRule
from config.catalogue.expressions import holds, names
from kiosk.journeys.form.answers import Answers, Row
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.dates import as_date

_LAST = "declaration"  # what is signed stands at the end; rules append before it
_APPLICANT, _GUARDIAN = "applicant", "guardian"


@dataclass(frozen=True, slots=True)
class Part:
    """A field set as it applies now: the fields shown, and the values of its set and of the case by name."""

    name: str
    field_set: FieldSet
    fields: tuple[Field, ...]
    known: Mapping[str, object]


def parts(context: Context, answers: Answers) -> Iterator[Part]:
    """Return the field sets that apply, in order."""
    case = _case(context, answers)
    names = form(context, case)
    skipped = _skipped(context, case)
    for name in names:
        field_set = context.catalogue.field_sets[name]
        if holds(field_set.shown_if, case):
            yield _part(name, field_set, answers, case, skipped)


def part(context: Context, answers: Answers, name: str) -> Part:
    """Return one field set as it applies now, whether or not it is shown."""
    case = _case(context, answers)
    return _part(name, context.catalogue.field_sets[name], answers, case, _skipped(context, case))


def row_fields(
    group: Field, row: Row, known: Mapping[str, object]
) -> tuple[tuple[Field, ...], dict[str, object]]:
    """Return the fields shown in a row of a repeated group, and the values by name as seen from there."""
    values = {**known, **row}
    if not any(field.visible_if for field in group.fields):
        return group.fields, values
    values = dict(known)
    shown = []
    for field in group.fields:
        if holds(field.visible_if, values):
            shown.append(field)
            values[field.key] = row.get(field.key)
    return tuple(shown), values


def form(context: Context, case: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of the field sets of the item after the form rules."""
    listed = list(context.item.form)
    for rule in _rules(context, case, "replace"):
        if rule.replace in listed:
            place = listed.index(rule.replace)
            listed[place : place + 1] = [name for name in rule.field_sets if name not in listed]
    for rule in _rules(context, case, "append"):
        place = len(listed) - 1 if listed[-1:] == [_LAST] else len(listed)
        listed[place:place] = [name for name in rule.field_sets if name not in listed]
    return tuple(listed)


def guardian_applies(context: Context) -> bool:
    """Say whether whoever signs in is the guardian of the one concerned: the form has a guardian and no applicant."""
    return _GUARDIAN in context.item.form and _APPLICANT not in context.item.form


def _rules(context: Context, case: Mapping[str, object], do: str) -> Iterator[FormRule]:
    return (rule for rule in context.catalogue.form_rules if rule.do == do and holds(rule.when, case))


def _skipped(context: Context, case: Mapping[str, object]) -> frozenset[str]:
    return frozenset(key for rule in _rules(context, case, "skip_fields") for key in rule.fields)


def _part(
    name: str, field_set: FieldSet, answers: Answers, case: Mapping[str, object], skipped: frozenset[str]
) -> Part:
    known = dict(case)
    shown = []
    for field in field_set.fields:
        if field.key in skipped or not holds(field.visible_if, known):
            continue
        shown.append(field)
        computed = field.type is FieldType.COMPUTED
        known[field.key] = _computed(field, known) if computed else answers.values.get(f"{name}.{field.key}")
    return Part(name, field_set, tuple(shown), known)


def _case(context: Context, answers: Answers) -> dict[str, object]:
    return {
        "mode": context.mode,
        "signin_level": context.signin_level,
        "form": context.item.form,
        "applicant.age": _age(as_date(answers.values.get("applicant.birth_date")), context.today),
        "applicant.incapable": guardian_applies(context),
    }


def _age(born: date | None, today: date) -> int | None:
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _computed(field: Field, known: Mapping[str, object]) -> object:
    """Return the value of a computed field; None for what only the platform or a shared source can say."""
    if ":" in field.source or field.source in ("", "platform"):
        return None
    asked = names(field.source)
    return holds(field.source, known) if all(known.get(name) is not None for name in asked) else None
