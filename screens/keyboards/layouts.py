"""Which keys stand where. A key's name is the character it types, or one of the words below."""

from dataclasses import dataclass

from screens.keyboards import handwriting
from screens.views.entry import Keyboard

DELETE, CLEAR, SPACE, NEWLINE, SHIFT = "delete", "clear", "space", "newline", "shift"
SYMBOLS, LETTERS, CHINESE, HANDWRITING = "symbols", "letters", "chinese", "handwriting"

Row = tuple[str, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows of key names, and how many columns the widest row has."""

    rows: Rows
    columns: float


WEIGHTS = {
    SPACE: 2.5, SHIFT: 1.5, DELETE: 1.5, SYMBOLS: 1.5, LETTERS: 1.5, CHINESE: 1.5, HANDWRITING: 1.5, NEWLINE: 1.5,
}  # fmt: skip
"""Widths of the keys of a letter keyboard that are not 1."""

_LETTER_ROWS: Rows = (tuple("qwertyuiop"), tuple("asdfghjkl"))
_DIGIT_ROWS: Rows = (tuple("123"), tuple("456"), tuple("789"))


def first_of(keyboard: Keyboard) -> str:
    """Return the layout with which a keyboard begins: where nothing reads handwriting, Pinyin."""
    unread = keyboard is Keyboard.HANDWRITING and not handwriting.available()
    return CHINESE if unread else keyboard.value


def layout(name: str, newline: bool = False) -> Layout:
    """Return a layout by its name: that of a `Keyboard`, or "symbols", "letters", "chinese", "handwriting" within them."""
    pads = {
        Keyboard.DIGITS.value: CLEAR,
        Keyboard.DATE.value: CLEAR,
        Keyboard.MONTH.value: CLEAR,
        Keyboard.ID_NUMBER.value: "X",
        Keyboard.DECIMAL.value: ".",
    }
    if name in pads:
        return Layout((*_DIGIT_ROWS, (pads[name], "0", DELETE)), 3)
    tail = (NEWLINE,) if newline else ()
    match name:
        case "symbols":
            rows: Rows = (
                tuple("1234567890"),
                tuple("-/:;()@&#%"),
                ("，", "。", "、", "？", "！", "：", "（", "）", DELETE),
                (LETTERS, CHINESE, SPACE, ".", ",", *tail),
            )
        case "chinese":
            written = (HANDWRITING,) if handwriting.available() else ()
            last = (SYMBOLS, LETTERS, *written, SPACE, "，", "。", *tail)
            rows = (*_LETTER_ROWS, (*"zxcvbnm", DELETE), last)
        case "handwriting":
            rows = ((SYMBOLS, CHINESE, SPACE, "，", "。", *tail, DELETE),)
        case _:
            rows = (
                tuple("1234567890"),
                *_LETTER_ROWS,
                (SHIFT, *"zxcvbnm", DELETE),
                (SYMBOLS, CHINESE, SPACE, ".", "@", *tail),
            )
    return Layout(rows, 10)
