"""Which keys stand where. A key's name is the character it types, or one of the words below."""

from dataclasses import dataclass

from screens.views.entry import Keyboard

DELETE, CLEAR, SPACE, NEWLINE, SHIFT = "delete", "clear", "space", "newline", "shift"
SYMBOLS, LETTERS, CHINESE = "symbols", "letters", "chinese"

Row = tuple[str, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows of key names, and how many columns the widest row has."""

    rows: Rows
    columns: float


WEIGHTS = {SPACE: 4.0, SHIFT: 1.5, DELETE: 1.5, SYMBOLS: 1.5, LETTERS: 1.5, CHINESE: 1.5, NEWLINE: 1.5}
"""Widths of the keys of a letter keyboard that are not 1."""

_LETTER_ROWS: Rows = (tuple("qwertyuiop"), tuple("asdfghjkl"))
_DIGIT_ROWS: Rows = (tuple("123"), tuple("456"), tuple("789"))


def layout(name: str, newline: bool = False) -> Layout:
    """Return a layout by its name: that of a `Keyboard`, or "symbols", "letters", "chinese" within them."""
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
            rows = (*_LETTER_ROWS, (*"zxcvbnm", DELETE), (SYMBOLS, LETTERS, SPACE, "，", "。", *tail))
        case _:
            rows = (
                tuple("1234567890"),
                *_LETTER_ROWS,
                (SHIFT, *"zxcvbnm", DELETE),
                (SYMBOLS, CHINESE, SPACE, ".", "@", *tail),
            )
    return Layout(rows, 10)
