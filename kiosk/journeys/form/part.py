"""A field set as it applies now: which of its fields are shown, what is known of them, what is asked.

A field that is not shown counts as having no value for the conditions that follow, whatever was answered before it was
hidden.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from config.catalogue import Field, FieldSet, FieldType
from config.catalogue.expressions import holds, names
from kiosk.journeys.form.answers import Answers, Row
from kiosk.journeys.form.card import FROM_CARDS, is_settled, locked_keys
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.question import NOT_ASKED, Question, kind_of

_ON_A_PAGE_OF_THEIR_OWN = ("remote:bills", "remote:fines")
"""What is owed is known only after the account was looked up, and chosen then."""

_SAID_BY_PLATFORM = "platform"
"""Which matter it is, is chosen from what the platform has; a whole ballot stands on a paper of its own."""


class Asked(NamedTuple):
    """A question with its value and the values beside it; it is settled when the card has said all there is to say."""

    question: Question
    value: object
    known: Mapping[str, object]
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A field set as it applies now.

    `fields` are those shown, `known` the values of the set and of the case by name, `locked` the keys of what the card has
    answered once and for all, `asked` the questions in order: the fields of rows stand before their list. `steps` are the
    ids of the questions that are not settled, without those in rows.
    """

    name: str
    field_set: FieldSet
    fields: tuple[Field, ...]
    known: Mapping[str, object]
    locked: frozenset[str]
    asked: tuple[Asked, ...]
    steps: tuple[str, ...]


def part_of(
    context: Context, name: str, answers: Answers, case: Mapping[str, object], skipped: frozenset[str]
) -> Part:
    """Return a field set as it applies in a case, without the fields that are skipped."""
    field_set = context.catalogue.field_sets[name]
    known = dict(case)
    shown = []
    on_paper = any(field.type is FieldType.BALLOT for field in field_set.fields)
    for field in field_set.fields:
        if (
            field.key in skipped
            or field.options in _ON_A_PAGE_OF_THEIR_OWN
            or field.prefill == _SAID_BY_PLATFORM
            or on_paper
            or (field.visible_if and not holds(field.visible_if, known))
        ):
            continue
        shown.append(field)
        computed = field.type is FieldType.COMPUTED
        known[field.key] = _computed(field, known) if computed else answers.values.get(f"{name}.{field.key}")
    locked = locked_keys(context, shown) | _registered(context, name, shown, known)
    asked = tuple(_asked(context, name, answers, [one for one in shown if one.key not in locked], known))
    steps = tuple([one.question.id for one in asked if one.question.row is None and not one.settled])
    return Part(name, field_set, tuple(shown), known, locked, asked, steps)


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


def _asked(
    context: Context, name: str, answers: Answers, fields: list[Field], known: Mapping[str, object]
) -> Iterator[Asked]:
    for field in fields:
        if field.type in NOT_ASKED:
            continue
        question = Question(f"{name}.{field.key}", name, kind_of(field), field)
        if field.fields:
            yield from _asked_in_rows(answers, question, known)
        value = known[field.key]
        yield Asked(question, value, known, _is_settled(context, question, value))


def _is_settled(context: Context, question: Question, value: object) -> bool:
    """Whether there is nothing left to ask: the card has said it, or it is known from elsewhere and agreed to."""
    if question.id in context.settled:
        return value is not None
    return question.field.prefill in FROM_CARDS and is_settled(context, question.field, value)


def _asked_in_rows(answers: Answers, group: Question, known: Mapping[str, object]) -> Iterator[Asked]:
    kinds = {field.key: kind_of(field) for field in group.field.fields if field.type not in NOT_ASKED}
    for number, row in enumerate(answers.rows(group.id)):
        shown, beside = row_fields(group.field, row, known)
        for field in shown:
            key = field.key
            if key in kinds:
                question = Question(f"{group.id}.{number}.{key}", group.field_set, kinds[key], field, number)
                yield Asked(question, row.get(key), beside)


def _registered(
    context: Context, name: str, fields: list[Field], known: Mapping[str, object]
) -> frozenset[str]:
    """Return the keys of what a register has answered once and for all."""
    return frozenset(
        field.key
        for field in fields
        if field.locked_when_prefilled
        and f"{name}.{field.key}" in context.settled
        and known[field.key] is not None
    )


def _computed(field: Field, known: Mapping[str, object]) -> object:
    """Return the value of a computed field; None for what only the platform or a shared source can say."""
    if ":" in field.source or field.source in ("", "platform"):
        return None
    asked = names(field.source)
    return holds(field.source, known) if all(known.get(name) is not None for name in asked) else None
