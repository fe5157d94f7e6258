"""Text from anywhere made safe to draw: no control signs, no halves of characters, an end."""

import re
import unicodedata

LONG = 2000
"""The most characters of one text that are drawn; a page of a guide has some 600."""

_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_LATIN_QUOTES = str.maketrans("‘’“”", "''\"\"")
_SPACES = str.maketrans({"\t": " ", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n", "\r": "\n"})
_MOST_MARKS = 3


def clean(text: str, limit: int = LONG) -> str:
    """Return the text as it can be drawn, with at most `limit` characters (then an ellipsis).

    Line ends stay. Lone surrogates become U+FFFD (the font library raises on them), control and direction signs
    vanish (they could turn a text around), and a character keeps at most three marks above or below it. Curly quotes
    of a text without Chinese become straight: the Chinese font draws them a full square wide.
    """
    bounded = text[: limit * 2].replace("\r\n", "\n").translate(_SPACES)
    kept: list[str] = []
    marks = 0
    for character in bounded:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if category == "Cs":
            kept.append("\ufffd")
        elif character == "\n" or (category not in ("Cc", "Cf", "Co", "Cn") and marks <= _MOST_MARKS):
            kept.append(character)
    said = "".join(kept)
    if len(said) > limit or len(text) > len(bounded) * 2:
        said = said[: limit - 1] + "…"
    return said if _CJK.search(said) else said.translate(_LATIN_QUOTES)


def one_line(text: str, limit: int = 200) -> str:
    """Return the text cleaned and on one line."""
    return " ".join(clean(text, limit).split("\n"))
