"""What need not be typed: from the card, from what was given before in this session, from answers of the same form."""

import re
from collections.abc import Iterator, Mapping

from config.catalogue import Field, FieldType
from config.catalogue.identifiers import birth_date_of, is_citizen_number
from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.card import FROM_CARDS, card_value
from kiosk.journeys.form.checks import check
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.question import NOT_ASKED, Question
from kiosk.journeys.form.scope import guardian_applies, parts

_NEVER_AGAIN = NOT_ASKED | {FieldType.BOOLEAN, FieldType.LONG_TEXT, FieldType.PHOTO, FieldType.FILE}
"""What each application asks afresh: consents, accounts of what happened, pictures."""

_OTHER_ANSWER = re.compile(r"[a-z_]+\.[a-z_]+")


def begin(context: Context, earlier: Mapping[str, object] | None = None) -> Answers:
    """Return the answers to begin with: what the card says, and values given `earlier` in the session, by field key.

    What was given earlier is offered again on its page; what the card says is on the review page, and changeable there
    unless the catalogue locks it. Values that a field cannot have are left out.
    """
    answers = Answers({path: value for path, _, value in _of_card(context)})
    for part in parts(context, answers):
        for field in part.field_set.fields:
            path = f"{part.name}.{field.key}"
            value = (earlier or {}).get(field.key)
            if value is None or path in answers or field.type in _NEVER_AGAIN:
                continue
            if check(context, field, value, {}) is None:
                answers = answers.with_value(path, value)
    return answers


def given(context: Context, answers: Answers) -> dict[str, object]:
    """Return what was answered, by field key, to be offered again by `begin` in the same session."""
    return {
        field.key: part.known[field.key]
        for part in parts(context, answers)
        for field in part.fields
        if field.type not in _NEVER_AGAIN and part.known[field.key] is not None
    }


def offered(answers: Answers, question: Question, known: Mapping[str, object]) -> object:
    """Return the value a question page begins with: the answer there is, or one that can be guessed from others."""
    value = answers.value(question.id)
    if value is not None or question.id in answers:
        return value
    field = question.field
    if _OTHER_ANSWER.fullmatch(field.prefill):
        return answers.value(field.prefill)
    if field.prefill == "card":
        return _of_number(field, known)
    return field.default


def _of_card(context: Context) -> Iterator[tuple[str, Field, object]]:
    """Return paths, fields and values that the card gives; none for row fields, which are about other people."""
    for part in parts(context, Answers()):
        of_holder = part.name == "guardian" and guardian_applies(context)
        for field in part.fields:
            named = of_holder and field.type in (FieldType.NAME, FieldType.ID_NUMBER)
            value = card_value(context, field) if field.prefill in FROM_CARDS or named else None
            if value is not None:
                yield f"{part.name}.{field.key}", field, value


def _of_number(field: Field, known: Mapping[str, object]) -> object:
    """Return the date of birth or the sex that a citizen's number, typed for lack of a card, already says."""
    numbers = (value for value in known.values() if isinstance(value, str) and is_citizen_number(value))
    number = next(numbers, None)
    if number is None:
        return None
    if field.type is FieldType.DATE:
        born = birth_date_of(number)
        return born.isoformat() if born else None
    return "12"[1 - int(number[16]) % 2] if field.options == "gender" else None
