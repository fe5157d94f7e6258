"""What is asked, in which order, what comes next, and what is still missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from config.catalogue import Field, FieldType
from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.checks import check
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.part import Asked, row_fields
from kiosk.journeys.form.question import Question
from kiosk.journeys.form.rows import is_empty, row_name
from kiosk.journeys.form.scope import part, parts


@dataclass(frozen=True, slots=True)
class ToSign:
    """A signature the form needs; `signer` is the name of another adult, empty for whoever applies."""

    path: str
    field: Field
    signer: str


def questions(context: Context, answers: Answers) -> tuple[Question, ...]:
    """Return every question of the form as it applies now, in order; the fields of rows stand before their list."""
    return tuple(one.question for one in _asked(context, answers))


def sections(context: Context, answers: Answers) -> tuple[str, ...]:
    """Return the parts of the form that are asked: its field sets; in a form of one field set, each question.

    What a card may say all at once counts as one part, so that the number of steps does not shrink by many when it is laid.
    """
    asked = [part for part in parts(context, answers) if part.steps]
    if len(asked) != 1 or all(field.prefill == "card" for field in asked[0].fields):
        return tuple(part.name for part in asked)
    return asked[0].steps


def find(context: Context, answers: Answers, question_id: str) -> Question | None:
    """Return the question with an id; None when it is not asked (any more)."""
    return next((one for one in questions(context, answers) if one.id == question_id), None)


def following(context: Context, answers: Answers, question: Question | None = None) -> Question | None:
    """Return the question to ask after one (or first, without one); None at the end of the form.

    Passed over are what the card has said and what is already answered in a row: both can be changed, the one from the
    review page, the other from its list. After a question that is not asked any more comes the first one without an
    answer, so that a walk always comes to its end.
    """
    asked = _asked(context, answers)
    ids = [one.question.id for one in asked]
    if question is None or question.id in ids:
        left = asked[ids.index(question.id) + 1 :] if question else asked
    else:
        left = [one for one in asked if one.question.id not in answers]
    return next((one.question for one in left if _is_met(context, answers, one)), None)


def missing(context: Context, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that still lack a valid answer; a row without any value does not exist yet."""
    return tuple(
        one.question
        for one in _asked(context, answers)
        if not _in_empty_row(answers, one.question)
        and check(context, one.question.field, one.value, one.known) is not None
    )


def signatures(context: Context, answers: Answers) -> tuple[ToSign, ...]:
    """Return the signatures the form needs; with those of other adults, one a row."""
    found: list[ToSign] = []
    for one in parts(context, answers):
        for field in one.fields:
            if field.type is FieldType.SIGNATURE:
                found.append(ToSign(f"{one.name}.{field.key}", field, ""))
            elif field.fields:
                found += _of_rows(answers, f"{one.name}.{field.key}", field)
    return tuple(found)


def group_path(question: Question) -> str:
    """Return the path of the repeated group that a question stands in; its own when it stands for itself."""
    return ".".join(question.id.split(".")[:2])


def row_faults(context: Context, answers: Answers, group: Question) -> frozenset[int]:
    """Return the numbers of the rows of a repeated group in which something is missing or wrong."""
    return frozenset(
        one.question.row
        for one in part(context, answers, group.field_set).asked
        if one.question.row is not None
        and group_path(one.question) == group.id
        and check(context, one.question.field, one.value, one.known) is not None
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


def _of_rows(answers: Answers, path: str, group: Field) -> Iterator[ToSign]:
    signed = [field for field in group.fields if field.type is FieldType.SIGNATURE]
    for number, row in enumerate(answers.rows(path) if signed else ()):
        if not is_empty(row):
            signer = row_name(group.fields, row)
            yield from (ToSign(f"{path}.{number}.{field.key}", field, signer) for field in signed)


def _is_met(context: Context, answers: Answers, one: Asked) -> bool:
    question = one.question
    if question.row is None:
        return not one.settled
    return question.id not in answers or check(context, question.field, one.value, one.known) is not None


def _in_empty_row(answers: Answers, question: Question) -> bool:
    if question.row is None:
        return False
    return is_empty(answers.rows(group_path(question))[question.row])


def _asked(context: Context, answers: Answers) -> list[Asked]:
    return [one for part in parts(context, answers) for one in part.asked]
