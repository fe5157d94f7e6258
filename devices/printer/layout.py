"""A receipt laid out for the width of the paper: a pure function, the same for every driver and simulator."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from devices.printer import Feed, Line, Pair, QrCode, Receipt, ReceiptPart, Rule
from devices.printer.charset import clean, columns

#: Columns of 12 dots (203 dots an inch) on the printable width: 72 mm of 80 mm paper, 48 mm of 58 mm paper.
COLUMNS = {80: 48, 58: 32}

#: What is left of a receipt after laying out: every line fits, and pairs have become lines.
Row = Line | Rule | QrCode | Feed

#: From line to line: 36 dots of 1/203 inch, which leaves half a character's height between lines to the tired eye.
LINE_DOTS = 36
LINE_MM = LINE_DOTS * 25.4 / 203

_NEVER_FIRST = set("、，。．；：？！…—～·）〕】》〉」』”’％℃,.;:?!)]}%")
_NEVER_LAST = set("（〔【《〈「『“‘([{￥")
_GUTTER = 2
_ONE_CHARACTER = 2
_INDENT = "  "


def lay_out(receipt: Receipt, width: int) -> tuple[Row, ...]:
    """Return the rows of a receipt on paper of `width` columns, wrapped and without control characters."""
    rows: list[Row] = []
    for are_pairs, group in groupby(receipt.parts, lambda part: isinstance(part, Pair)):
        parts = list(group)
        pairs = [part for part in parts if isinstance(part, Pair)]
        rows += _pairs(pairs, width) if are_pairs else _rows(parts, width)
    return tuple(rows)


def height_mm(rows: Iterable[Row]) -> float:
    """Return about how much paper the rows take; an estimate from above, for the time that printing needs."""
    return sum(_height(row) for row in rows)


def _height(row: Row) -> float:
    match row:
        case Line(size=size):
            return LINE_MM * 1.4 * size
        case Rule():
            return LINE_MM
        case QrCode():
            return 48.0  # a symbol of 25 mm or more, and room for a long address
        case Feed(lines=lines):
            return LINE_MM * lines


def _rows(parts: Iterable[ReceiptPart], width: int) -> Iterator[Row]:
    for part in parts:
        if isinstance(part, Line):
            yield from _line(part, width)
        elif not isinstance(part, Pair):
            yield part


def _line(line: Line, width: int) -> Iterator[Line]:
    """A word that cannot be broken well at the line's size is better smaller than broken anywhere."""
    paragraphs = [clean(paragraph) for paragraph in line.text.splitlines()] or [""]
    words = [piece for paragraph in paragraphs for unit in _units(paragraph) for piece in _hyphenated(unit)]
    too_big = any(columns(word) > width // line.size for word in words)
    size = 1 if too_big else line.size
    for paragraph in paragraphs:
        for text in wrap(paragraph, width // size):
            yield replace(line, text=text, size=size)


def _pairs(pairs: Sequence[Pair], width: int) -> Iterator[Line]:
    """Labels in a column of their own; labels too long for one stand above their values."""
    labels = max(columns(clean(pair.label)) for pair in pairs) + _GUTTER
    beside = labels <= width * 2 // 5
    indent = " " * labels if beside else _INDENT
    for pair in pairs:
        label = clean(pair.label)
        lines = [indent + text for text in wrap(clean(pair.value), width - len(indent))]
        if beside:
            lines[0] = label + lines[0][columns(label) :]
        elif label:
            lines[:0] = wrap(label, width)
        yield from (Line(text.rstrip()) for text in lines)


def wrap(text: str, width: int) -> list[str]:
    """Return clean `text` in lines of at most `width` columns (two or more); at least one, perhaps empty, line.

    Breaks between Chinese characters and at spaces, keeps Latin words and numbers whole when they fit a line, keeps
    closing punctuation with what it closes and opening punctuation with what it opens, and leaves no character alone.
    """
    lines = _filled(text, width)
    if len(lines) > 1 and columns(lines[-1]) <= _ONE_CHARACTER < width - _ONE_CHARACTER:
        shorter = _filled(text, width - _ONE_CHARACTER)
        return shorter if len(shorter) == len(lines) else lines
    return lines


def _filled(text: str, width: int) -> list[str]:
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


def _hyphenated(unit: str) -> list[str]:
    """Split a number or word behind its hyphens."""
    return re.findall(r"[^-]*-+|[^-]+", unit)


def _pieces(unit: str, width: int) -> list[str]:
    """Break a unit that is longer than a line: behind hyphens where it can be, else wherever the line is full."""
    pieces = [""]
    for part in _hyphenated(unit):
        if columns(pieces[-1] + part) > width:
            pieces.append("")
        for character in part:
            if columns(pieces[-1] + character) > width:
                pieces.append("")
            pieces[-1] += character
    return [piece for piece in pieces if piece]
