"""How each type of field is typed: which keyboard, how long, how many lines."""

import re
from dataclasses import dataclass

from config.catalogue import Field, FieldType
from config.language import Language
from kiosk.journeys.form.checks.quantities import scale_of
from kiosk.journeys.form.documents import CITIZEN, RESIDENCE_PERMIT
from screens.views.entry import Keyboard

_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_ENDS_AS_NUMBER = re.compile(r"(?<!文)号$|号码$|编号$")
_MOST_DIGITS, _ONE_LINE = 9, 100


@dataclass(frozen=True, slots=True)
class Shape:
    """What an entry opens with."""

    keyboard: Keyboard
    max_length: int
    lines: int = 1


_CITIZEN = Shape(Keyboard.ID_NUMBER, 18)
_PERMIT = Shape(Keyboard.LATIN, 30)
_FIXED = {
    FieldType.MOBILE: Shape(Keyboard.DIGITS, 11),
    FieldType.PHONE: Shape(Keyboard.DIGITS, 18),
    FieldType.BANK_CARD: Shape(Keyboard.DIGITS, 19),
    FieldType.USCC: Shape(Keyboard.LATIN, 18),
    FieldType.PERMIT_NUMBER: _PERMIT,
    FieldType.PLATE: Shape(Keyboard.CHINESE, 8),
    FieldType.DATE: Shape(Keyboard.DATE, 10),
    FieldType.DATE_RANGE: Shape(Keyboard.DATE, 10),
    FieldType.MONTH: Shape(Keyboard.MONTH, 7),
}


_INSTEAD_OF_PINYIN = {Language.ENGLISH: Keyboard.LATIN, Language.TRADITIONAL: Keyboard.HANDWRITING}


def shape_of(field: Field, kind: object = None, letters: bool = False) -> Shape:
    """Return how a field is typed. `kind` is the kind of document its number is for, `letters` asks for letters."""
    match field.type:
        case FieldType.ID_NUMBER:
            return _PERMIT if letters or kind not in (None, CITIZEN, RESIDENCE_PERMIT) else _CITIZEN
        case FieldType.INTEGER | FieldType.DECIMAL | FieldType.MONEY:
            return _number(field)
        case FieldType.LONG_TEXT:
            return Shape(Keyboard.CHINESE, field.max_len, lines=4)
        case FieldType.ACCOUNT_NO:
            return Shape(Keyboard.LATIN, field.max_len)
        case other:
            return _FIXED.get(other, _text(field))


def first_keyboard(keyboard: Keyboard, language: Language) -> Keyboard:
    """Return what opens for who reads `language` instead of Pinyin: letters in English, the pad where Pinyin is not taught.

    All can be changed.
    """
    return _INSTEAD_OF_PINYIN.get(language, keyboard) if keyboard is Keyboard.CHINESE else keyboard


def _number(field: Field) -> Shape:
    whole = len(str(field.max)) if isinstance(field.max, int) else _MOST_DIGITS
    if field.type is FieldType.INTEGER:
        return Shape(Keyboard.DIGITS, whole)
    return Shape(Keyboard.DECIMAL, whole + 1 + scale_of(field))


def _text(field: Field) -> Shape:
    return Shape(_keyboard_for_text(field), field.max_len, lines=2 if field.max_len > _ONE_LINE else 1)


def _keyboard_for_text(field: Field) -> Keyboard:
    """Return where a text begins: what is called a number has digits and letters; both keyboards can be changed."""
    label = _BRACKET.sub("", field.label_zh)
    if "后四位" in label:
        return Keyboard.ID_NUMBER
    number = field.mask == "id" or field.pattern or _ENDS_AS_NUMBER.search(label)
    return Keyboard.LATIN if number else Keyboard.CHINESE
