"""Lines of Chinese and Latin text: where a line may end and what must not begin or end one (禁则处理, GB/T 15834)."""

import re
from collections.abc import Callable, Iterator

Advance = Callable[[str], float]
"""The width of a piece of text."""

NEVER_FIRST = set("，。、；：？！）》」』】〕〉”’…—·％℃,.;:?!)]}%/،؛؟")
NEVER_LAST = set("（《「『【〔〈“‘￥¥([{#")

_BALANCED = 4
_FINE = 0.01
_ORPHAN = 0.2
_UNEQUAL = 0.18
_SIGNS = re.compile("[，。；：！？、）]+(?=.)|[,.;:!?] ")

_LATIN = "[\u0021-\u024f\u0300-\u036f\u2010-\u2013]"
_MEASURES = "小时|小時|分钟|分鐘|毫米|[年月日周週天时時分秒元角张張份件个個位人岁歲次倍步页頁条條笔筆项項字号號层層栋棟房室]"

_PIECES = re.compile(
    f"第? ?{_LATIN}*[0-9] ?(?:{_MEASURES})"  # a number stays with what it counts
    f"|{_LATIN}+"  # Latin letters, digits and signs stay together
    "|[\u0600-\u06ff\u0750-\u077f]+"  # and Arabic ones
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
    """Return no more lines than `break_lines`: two that part at a sign of the sentence, else all about equally long.

    For titles, where a lone last character would shame.
    """
    lines = break_lines(text, width, advance, most + 1)
    if len(lines) > most:
        return break_lines(text, width, advance, most)
    if len(lines) < 2 or len(lines) > _BALANCED or "\n" in text:
        return lines
    if len(lines) == 2 and (parted := _parted(text, width, advance)):
        return parted
    narrow, wide = max(width / len(lines) * 0.8, widest_unit(text, advance)), width
    while wide - narrow > _FINE * width:
        middle = (narrow + wide) / 2
        if len(break_lines(text, middle, advance, len(lines) + 1)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return break_lines(text, wide, advance, most)


def widest_unit(text: str, advance: Advance) -> float:
    """Return the width of the widest piece that is not broken as long as a line can hold it."""
    return max((advance(unit.strip()) for unit in _units(text)), default=0.0)


def _parted(text: str, width: float, advance: Advance) -> list[str]:
    """Two lines that part behind a sign, the more equal the better, or none."""
    best: list[str] = []
    shortest = _UNEQUAL * advance(text)
    for sign in _SIGNS.finditer(text):
        parts = [text[: sign.end()].rstrip(), text[sign.end() :].lstrip()]
        widths = [advance(part) for part in parts]
        if max(widths) <= width and min(widths) > shortest:
            best, shortest = parts, min(widths)
    return best


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
        whole = unit.lstrip()
        *full, line = _pieces_of(whole, width, advance) if advance(whole) > width else [whole]
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
