"""A receipt laid out for the width of the paper: a pure function, the same for every driver and simulator."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from devices.printer import Align, Feed, Line, Pair, QrCode, Receipt, Rule
from devices.printer.charset import clean, columns

#: Columns of 12 dots (203 dots an inch) on the printable width: 72 mm of 80 mm paper, 48 mm of 58 mm paper.
COLUMNS = {80: 48, 58: 32}

#: What is left of a receipt after laying out: every line fits, and pairs have become lines.
Row = Line | Rule | QrCode | Feed

#: Line feed of the font in millimetres: 30 dots.
LINE_MM = 3.75

_NEVER_FIRST = set("、，。．；：？！…—～·）〕】》〉」』”’％℃,.;:?!)]}%")
_NEVER_LAST = set("（〔【《〈「『“‘([{￥")
_INDENT = "  "


def lay_out(receipt: Receipt, width: int) -> tuple[Row, ...]:
    """Return the rows of a receipt on paper of `width` columns, wrapped and without control characters."""
    return tuple(row for part in receipt.parts for row in _rows(part, width))


def height_mm(rows: Iterable[Row]) -> float:
    """Return about how much paper the rows take; an estimate from above, for the time that printing needs."""
    return sum(_height(row) for row in rows)


def _height(row: Row) -> float:
    match row:
        case Line(size=size):
            return LINE_MM * 1.2 * size
        case Rule():
            return LINE_MM
        case QrCode():
            return 48.0  # a symbol of 25 mm or more, and room for a long address
        case Feed(lines=lines):
            return LINE_MM * lines


def _rows(part: Line | Pair | Rule | QrCode | Feed, width: int) -> Iterator[Row]:
    match part:
        case Line():
            yield from _line(part, width)
        case Pair():
            yield from _pair(part, width)
        case Rule() | QrCode() | Feed():
            yield part


def _line(line: Line, width: int) -> Iterator[Line]:
    """A word that fits the paper but not in the line's size is better smaller than broken (a reference number)."""
    paragraphs = [clean(paragraph) for paragraph in line.text.splitlines()] or [""]
    words = [unit for paragraph in paragraphs for unit in _units(paragraph)]
    too_big = any(columns(word) > width // line.size for word in words)
    size = 1 if too_big else line.size
    for paragraph in paragraphs:
        for text in wrap(paragraph, width // size):
            yield replace(line, text=text, size=size)


def _pair(pair: Pair, width: int) -> Iterator[Line]:
    label, value = clean(pair.label), clean(pair.value)
    gap = width - columns(label) - columns(value)
    if gap >= 1:
        yield Line(label + " " * gap + value)
        return
    yield from (Line(text) for text in wrap(label, width))
    yield from (Line(_INDENT + text, align=Align.LEFT) for text in wrap(value, width - len(_INDENT)))


def wrap(text: str, width: int) -> list[str]:
    """Return clean `text` in lines of at most `width` columns (two or more); at least one, perhaps empty, line.

    Breaks between Chinese characters and at spaces, keeps Latin words and numbers whole when they fit a line, and
    keeps closing punctuation with what it closes and opening punctuation with what it opens.
    """
    lines: list[str] = []
    current = ""
    for unit in _units(text):
        if columns(current + unit) <= width:
            current += unit
            continue
        pieces = _pieces(unit, width)
        lines += [current, *pieces[:-1]] if current else pieces[:-1]
        current = pieces[-1].lstrip()  # a space where the line is broken is not printed
    filled = [line.rstrip() for line in (*lines, current)]
    return filled if filled[-1] or len(filled) == 1 else filled[:-1]


def _units(text: str) -> list[str]:
    """Split into what should not be broken: words, single Chinese characters with their punctuation, spaces."""
    units: list[str] = []
    for character in text:
        if units and _sticks(units[-1], character):
            units[-1] += character
        else:
            units.append(character)
    return units


def _sticks(unit: str, character: str) -> bool:
    if character == " " or unit == " ":
        return False
    narrow = columns(character) < 2 and columns(unit[-1]) < 2
    return narrow or character in _NEVER_FIRST or unit[-1] in _NEVER_LAST


def _pieces(unit: str, width: int) -> list[str]:
    """Break a unit that is longer than a line wherever the line is full."""
    pieces = [""]
    for character in unit:
        if columns(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
