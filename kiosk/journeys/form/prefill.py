"""What need not be typed: from the card, from what was given before in this session, from answers of the same form."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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


def begin(context: Context, known: Mapping[str, object] | None = None) -> Answers:
    """Return the answers to begin with: what the card says, what is `known` from elsewhere, by field key, and rows given before.

    It is on the review page, and changeable there unless the catalogue locks it. Values that a field cannot have are left out.
    """
    answers = Answers({path: value for path, _, value in _of_card(context)})
    for part in parts(context, answers):
        for field in part.field_set.fields:
            path = f"{part.name}.{field.key}"
            value = (known or {}).get(field.key)
            if value is None and field.fields:
                value = context.earlier.get(meaning(context, field))
            if value is None or path in answers or field.type in _NEVER_AGAIN:
                continue
            if check(context, field, value, {}) is None:
                answers = answers.with_value(path, value)
    return answers


def given(context: Context, answers: Answers) -> dict[str, object]:
    """Return what was answered, by meaning, to be offered again (`Context.earlier`) in the same session."""
    return {
        meaning(context, field): part.known[field.key]
        for part in parts(context, answers)
        for field in part.fields
        if field.type not in _NEVER_AGAIN and part.known[field.key] is not None
    }


def meaning(context: Context, field: Field) -> str:
    """Return what a field asks for, in one word for all fields that ask for the same; an account is one of its provider."""
    own = f"{context.item.code}.{field.key}" if field.type is FieldType.ACCOUNT_NO else field.key
    return field.same_as or own


@dataclass(frozen=True, slots=True)
class Offer:
    """The value a question page begins with.

    `source` says where one is from that was not entered here: `session` (a matter before), `form` (another question of this
    one); else it is empty.
    """

    value: object = dataclasses.field(default=None, repr=False)
    source: str = ""


_NOTHING = Offer()


def offered(context: Context, answers: Answers, question: Question, known: Mapping[str, object]) -> Offer:
    """Return the value a question page begins with: the answer there is, or one that was given elsewhere or can be worked out."""
    value = answers.value(question.id)
    if value is not None or question.id in answers:
        return Offer(value)
    asked = question.field
    if _OTHER_ANSWER.fullmatch(asked.prefill) and (other := answers.value(asked.prefill)) is not None:
        return Offer(other, "form")
    if question.row is None and (found := _elsewhere(context, answers, question, known)) is not _NOTHING:
        return found
    if asked.prefill == "card" and (said := _of_number(asked, known)) is not None:
        return Offer(said)
    return Offer(asked.default)


def _elsewhere(context: Context, answers: Answers, question: Question, known: Mapping[str, object]) -> Offer:
    """What was given for the same in this form or in a matter before; only what this field can take."""
    asked = question.field
    if asked.type in _NEVER_AGAIN:
        return _NOTHING
    sources = (
        ("form", _alike(context, answers, asked)),
        ("session", context.earlier.get(meaning(context, asked))),
    )
    fitting = (
        Offer(value, source)
        for source, value in sources
        if value is not None and check(context, asked, value, known) is None
    )
    return next(fitting, _NOTHING)


def _alike(context: Context, answers: Answers, asked: Field) -> object:
    """The answer to another question of the form that asks for the same."""
    if not asked.same_as:
        return None
    values = (
        answers.value(f"{part.name}.{one.key}")
        for part in parts(context, answers)
        for one in part.fields
        if one.same_as == asked.same_as
    )
    return next((value for value in values if value is not None), None)


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
