"""What is asked, in which order, what comes next, and what is still missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.checks import check
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.prefill import is_settled, locked_keys
from kiosk.journeys.form.question import NOT_ASKED, Question, kind_of
from kiosk.journeys.form.rows import is_empty, row_name
from kiosk.journeys.form.scope import Part, part, parts, row_fields


class _Place(NamedTuple):
    """A question with its value and the values beside it."""

    question: Question
    value: object
    known: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ToSign:
    """A signature the form needs; `signer` is the name of another adult, empty for whoever applies."""

    path: str
    field: Field
    signer: str


def questions(context: Context, answers: Answers) -> tuple[Question, ...]:
    """Return every question of the form as it applies now, in order; the fields of rows stand before their list."""
    return tuple(place.question for place in _places(context, answers))


def find(context: Context, answers: Answers, question_id: str) -> Question | None:
    """Return the question with an id; None when it is not asked (any more)."""
    return next((one for one in questions(context, answers) if one.id == question_id), None)


def following(context: Context, answers: Answers, question: Question | None = None) -> Question | None:
    """Return the question to ask after one (or first, without one); None at the end of the form.

    Passed over are what the card has said and what is already answered in a row: both can be changed, the one from the
    review page, the other from its list. After a question that is not asked any more comes the first one without an
    answer, so that a walk always comes to its end.
    """
    places = tuple(_places(context, answers))
    ids = [place.question.id for place in places]
    if question is None or question.id in ids:
        left = places[ids.index(question.id) + 1 :] if question else places
    else:
        left = tuple(place for place in places if place.question.id not in answers)
    return next((place.question for place in left if _is_met(context, answers, place)), None)


def missing(context: Context, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that still lack a valid answer; a row without any value does not exist yet."""
    return tuple(
        place.question
        for place in _places(context, answers)
        if not _in_empty_row(answers, place.question)
        and check(context, place.question.field, place.value, place.known) is not None
    )


def signatures(context: Context, answers: Answers) -> tuple[ToSign, ...]:
    """Return the signatures the form needs; with those of other adults, one a row."""
    found = []
    for one in parts(context, answers):
        for field in one.fields:
            path = f"{one.name}.{field.key}"
            if field.type is FieldType.SIGNATURE:
                found.append(ToSign(path, field, ""))
            for number, row in enumerate(answers.rows(path) if field.fields else ()):
                found += [
                    ToSign(f"{path}.{number}.{inner.key}", inner, row_name(field.fields, row))
                    for inner in field.fields
                    if inner.type is FieldType.SIGNATURE and not is_empty(row)
                ]
    return tuple(found)


def group_path(question: Question) -> str:
    """Return the path of the repeated group that a question stands in; its own when it stands for itself."""
    return ".".join(question.id.split(".")[:2])


def row_faults(context: Context, answers: Answers, group: Question) -> frozenset[int]:
    """Return the numbers of the rows of a repeated group in which something is missing or wrong."""
    around = part(context, answers, group.field_set)
    return frozenset(
        place.question.row
        for place in _row_places(answers, group, around)
        if place.question.row is not None
        and check(context, place.question.field, place.value, place.known) is not None
    )


def known_beside(context: Context, answers: Answers, question: Question) -> Mapping[str, object]:
    """Return the values of the fields beside a question, by key, and of the case."""
    around = part(context, answers, question.field_set)
    if question.row is None:
        return around.known
    path = group_path(question)
    group = next(field for field in around.fields if path == f"{question.field_set}.{field.key}")
    row = answers.rows(path)[question.row]
    return row_fields(group, row, around.known)[1]


def _is_met(context: Context, answers: Answers, place: _Place) -> bool:
    question = place.question
    if question.row is None:
        return not is_settled(context, question.field, place.value)
    return question.id not in answers or check(context, question.field, place.value, place.known) is not None


def _in_empty_row(answers: Answers, question: Question) -> bool:
    if question.row is None:
        return False
    return is_empty(answers.rows(group_path(question))[question.row])


def _places(context: Context, answers: Answers) -> Iterator[_Place]:
    for one in parts(context, answers):
        locked = locked_keys(context, one.fields)
        for field in one.fields:
            if field.type in NOT_ASKED or field.key in locked:
                continue
            path = f"{one.name}.{field.key}"
            question = Question(path, one.name, kind_of(field), field)
            if field.fields:
                yield from _row_places(answers, question, one)
            yield _Place(question, one.known[field.key], one.known)


def _row_places(answers: Answers, group: Question, around: Part) -> Iterator[_Place]:
    kinds = {field.key: kind_of(field) for field in group.field.fields if field.type not in NOT_ASKED}
    for number, row in enumerate(answers.rows(group.id)):
        shown, known = row_fields(group.field, row, around.known)
        for field in shown:
            key = field.key
            if key in kinds:
                question = Question(f"{group.id}.{number}.{key}", group.field_set, kinds[key], field, number)
                yield _Place(question, row.get(key), known)
