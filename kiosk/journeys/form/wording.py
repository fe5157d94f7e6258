"""The words of the questions: written ones from `screens/texts`, else the labels of the catalogue."""

import re
from functools import cache

from config.catalogue import Field, FieldType
from config.language import Language
from kiosk.journeys.form.context import Context
from kiosk.journeys.form.question import Question
from kiosk.journeys.wording import words_of
from screens.texts import MissingTextError, Words, words

_BRACKET = re.compile(r"\s*[（(]([^（）()]*)[）)]$")
_MEASURED = (FieldType.INTEGER, FieldType.DECIMAL)


def speaker(context: Context) -> Words:
    """Return the texts in the resident's language: `say("next")` is the text `form-next`."""
    return words_of(context.language, "form")


def title(context: Context, question: Question) -> str:
    """Return the question in words a resident understands; without such words the label."""
    written = about(context.language, "ask", question)
    if written:
        return written
    label = name(question.field, context.language)
    asks = question.field.type is FieldType.BOOLEAN and question.field.must_be is None
    return speaker(context)("whether", label=label) if asks else label


def name(field: Field, language: Language) -> str:
    """Return the label without the unit that follows it in brackets."""
    label = field.label(language)
    return _BRACKET.sub("", label) if field.type in _MEASURED else label


def unit(field: Field, language: Language) -> str:
    """Return what a number counts: the bracket of its label, yuan for money; empty when it says nothing."""
    if field.type is FieldType.MONEY:
        return words_of(language, "form")("yuan")
    bracket = _BRACKET.search(field.label(language)) if field.type in _MEASURED else None
    return bracket[1] if bracket else ""


def about(language: Language, what: str, question: Question) -> str:
    """Return a text of its own for a question (`ask`, `why`, `example`, `yes`, …); empty when there is none."""
    return optional(language, f"form-{what}-{question.field_set}-{question.field.key}")


def of_type(language: Language, what: str, question: Question) -> str:
    """Return the text for a question, else that for its type of field; empty when there is neither."""
    return about(language, what, question) or optional(language, f"form-{what}-{question.field.type.value}")


@cache
def optional(language: Language, message_id: str) -> str:
    """Return a text that need not exist; empty when it does not."""
    try:
        return words(language.value)(message_id)
    except MissingTextError:
        return ""
