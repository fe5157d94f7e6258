"""Which characters a Chinese receipt printer's own font has, how wide they print, and what must never reach it."""

import unicodedata

#: C0 and C1 controls, format characters (bidi overrides), lone surrogates, private use, unassigned, separators.
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean(text: str) -> str:
    """Return `text` as one line without anything that could steer a printer; whitespace of any kind is a space."""
    spaced = (" " if character.isspace() else character for character in unicodedata.normalize("NFC", text))
    return "".join(character for character in spaced if unicodedata.category(character) not in _UNPRINTABLE)


def in_font(character: str) -> bool:
    """Tell whether the printer's font has it: ASCII, or a character of GBK (what 24-dot Chinese fonts carry)."""
    if character.isascii():
        return True
    try:
        return len(character.encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def columns(text: str) -> int:
    """Return how many columns of 12 dots the text takes: ASCII one, whatever is in GBK two, as the font has them.

    Characters outside the font are drawn by us in the same grid: accents on nothing, narrow letters on one column.
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character):
        return 0
    if in_font(character) or unicodedata.east_asian_width(character) in {"W", "F", "A"}:
        return 2
    return 1
