"""Lines of Chinese and Latin text: where a line may end and what must not begin or end one (禁则处理, GB/T 15834)."""

import re
from collections.abc import Callable, Iterator

Advance = Callable[[str], float]
"""The width of a piece of text."""

NEVER_FIRST = set("，。、；：？！）》」』】〕〉”’…—·％℃,.;:?!)]}%/")
NEVER_LAST = set("（《「『【〔〈“‘￥¥([{#")

_BALANCED = 4
_FINE = 0.01
_ORPHAN = 0.12

_PIECES = re.compile(
    "[\u0021-\u024f\u0300-\u036f\u2010-\u2013]+"  # Latin letters, digits and signs stay together
    "| +"
    "|.[\u0300-\u036f\u20d0-\u20ff]*"
)


def break_lines(text: str, width: float, advance: Advance, most: int = 200) -> list[str]:
    """Return the lines of a text no wider than `width`, at most `most` of them (the last then ends with an ellipsis).

    A word or number is broken only when it alone is wider than a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        for line in _paragraph(paragraph, width, advance):
            lines.append(line)
            if len(lines) > most:
                return [*lines[: most - 1], _shortened(lines[most - 1], width, advance)]
    return lines


def balanced(text: str, width: float, advance: Advance, most: int = 200) -> list[str]:
    """Return no more lines than `break_lines`, all about equally long: for titles, where a lone last character shames."""
    lines = break_lines(text, width, advance, most)
    if len(lines) < 2 or len(lines) > _BALANCED or "\n" in text:
        return lines
    narrow, wide = width / len(lines) * 0.8, width
    while wide - narrow > _FINE * width:
        middle = (narrow + wide) / 2
        if len(break_lines(text, middle, advance, most)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return break_lines(text, wide, advance, most)


def unorphaned(text: str, width: float, advance: Advance, most: int = 200) -> list[str]:
    """Return the lines of `break_lines`, with no last line of only a character or two."""
    lines = break_lines(text, width, advance, most)
    if len(lines) < 2 or not lines[-1] or advance(lines[-1]) > width * _ORPHAN:
        return lines
    for share in (0.97, 0.94, 0.91, 0.88, 0.85):
        other = break_lines(text, width * share, advance, most)
        if len(other) > len(lines):
            return lines
        if advance(other[-1]) > width * _ORPHAN:
            return other
    return lines


def shorten(text: str, width: float, advance: Advance) -> str:
    """Return the text on one line, ended by an ellipsis when it is too wide."""
    return text if advance(text) <= width else _shortened(text, width, advance)


def _shortened(line: str, width: float, advance: Advance) -> str:
    while line and advance(line + "…") > width:
        line = line[:-1]
    return line.rstrip() + "…"


def _paragraph(paragraph: str, width: float, advance: Advance) -> Iterator[str]:
    line, used = "", 0.0
    for unit in _units(paragraph):
        wide = advance(unit)
        if used + wide <= width:
            line, used = line + unit, used + wide
            continue
        if line.strip():
            yield line.rstrip()
        unit = unit.lstrip()
        *full, line = _pieces_of(unit, width, advance) if advance(unit) > width else [unit]
        yield from full
        used = advance(line)
    yield line.rstrip()


def _units(paragraph: str) -> Iterator[str]:
    """Pieces that stay on one line: a character with the signs that cling to it, a word with the space before it."""
    unit = ""
    for piece in _PIECES.findall(paragraph):
        if unit and not (piece[0] in NEVER_FIRST or unit[-1] in NEVER_LAST or unit.isspace()):
            yield unit
            unit = ""
        unit += piece
    if unit:
        yield unit


def _pieces_of(unit: str, width: float, advance: Advance) -> list[str]:
    pieces, piece, used = [], "", 0.0
    for character in unit:
        wide = advance(character)
        if piece and used + wide > width:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + character, used + wide
    return [*pieces, piece]
