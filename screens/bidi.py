"""Lines with Arabic letters: in which order their pieces are seen, and which of them are letters that join.

The order is that of the Unicode bidirectional algorithm (UAX #9), by `python-bidi`; the letters are joined by HarfBuzz,
which SDL2_ttf carries. `python-bidi` is loaded when the first such line comes; its module in Python, which also turns brackets round.
"""

import re
from dataclasses import dataclass

_LETTER = "[\u0600-\u06ff\u0750-\u077f]"
_ARABIC = re.compile(_LETTER)
_RUNS = re.compile(f"{_LETTER}+(?: +{_LETTER}+)*|(?:(?!{_LETTER}).)+")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line: `joined` letters, to be drawn from right to left, or others, from left to right."""

    text: str
    joined: bool


def has_arabic(text: str) -> bool:
    """Whether a text has letters that join."""
    return _ARABIC.search(text) is not None


def pieces(text: str) -> list[Run]:
    """Return the pieces of a text as they are written, for measuring."""
    return [Run(found, has_arabic(found)) for found in _RUNS.findall(text)]


def seen(line: str, *, mirrored: bool) -> list[Run]:
    """Return the pieces of a line from left to right as they are seen; `mirrored` where pages are read from the right."""
    from bidi.algorithm import get_display  # noqa: PLC0415  # only where such letters are shown

    visual = get_display(line, base_dir="R" if mirrored else "L")
    return [
        Run(
            run.text[::-1] if run.joined else run.text, run.joined
        )  # joined letters are turned back: they are shaped
        for run in pieces(visual)
    ]
