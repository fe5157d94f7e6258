"""What is wrong with the texts of a page: not translated, or written with characters that the typeface lacks."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

from screens.gallery.findings import Finding

CHINESE = re.compile("[\u3400-\u9fff]")
_KEPT = (
    ".value",
    ".example",
    "tools.1.label",
)  # what people are called, and the way back to one's own language
_BOTH = {"untouchable"}  # pages that say everything in two languages: nobody can choose one there
_OWN_NAMES = {"简体中文", "繁體中文", "语言"}
_NOWHERE = "\U0010ffff"


def texts(value: object, path: str = "") -> dict[str, str]:
    """Return every text of a view by where it stands."""
    found: dict[str, str] = {}
    if is_dataclass(value):
        parts = [(one.name, getattr(value, one.name)) for one in fields(value)]
    elif isinstance(value, tuple):
        parts = [(str(at), one) for at, one in enumerate(value)]
    else:
        return {}
    for name, part in parts:
        found |= {f"{path}.{name}": part} if isinstance(part, str) else texts(part, f"{path}.{name}")
    return found


def untranslated(view: object, chinese: object) -> Iterator[Finding]:
    """Yield texts that a page lacks, or has in Chinese, beside the same page in Chinese."""
    if getattr(view, "page", "") in _BOTH:
        return
    said, source = texts(view), texts(chinese)
    for path, text in source.items():
        if bool(said.get(path)) != bool(text) and not path.endswith(".hint"):
            yield Finding("missing translation", f"{path}: {text}")
    for path, text in said.items():
        if CHINESE.search(text) and not path.endswith(_KEPT) and text not in _OWN_NAMES:
            yield Finding("missing translation", f"{path}: {text}")


def missing_glyphs(said: str, font: Path) -> Iterator[Finding]:
    """Yield characters of a text that the typeface in a file does not have."""
    for character in sorted(set(said) - set(" \n")):
        if _shape(character, font) == _shape(_NOWHERE, font):
            yield Finding("missing glyph", f"{character} U+{ord(character):04X} in {said}")


@cache
def _shape(character: str, font: Path) -> bytes:
    return bytes(_typeface(font).getmask(character))


@cache
def _typeface(font: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font), 24)
