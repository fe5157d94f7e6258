"""Handwriting made from how characters are written, stroke by stroke: slanted, uneven, trembling; and Pinyin as it is typed."""

import json
import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from pypinyin import lazy_pinyin

from screens.keyboards.pinyin import Composer, Strokes

STROKES = Path(__file__).parent / "strokes" / "node_modules" / "hanzi-writer-data"
SIDE = 1024.0
"""The square that the data is drawn in; its origin is at the lower left, 900 below the top."""

_SEEN = 6
"""Candidates that stand beside each other; more come by a button."""

Point = tuple[float, float]


def written(character: str, hand: int) -> Strokes:
    """A character written by one of many hands, none steady nor neat; of a square of side 1."""
    chance = Random(hand)  # noqa: S311  # so that the same hand writes the same again
    if not STROKES.is_dir():
        pytest.skip("make setup-dev installs how characters are written")
    medians = json.loads((STROKES / f"{character}.json").read_text())["medians"]
    slant, angle = chance.gauss(0, 0.08), chance.gauss(0, 0.07)
    wide, high = 1 + chance.gauss(0, 0.1), 1 + chance.gauss(0, 0.1)

    def leaning(x: float, y: float) -> Point:
        x, y = (x - SIDE / 2) * wide + (y - SIDE / 2) * slant, (y - SIDE / 2) * high
        turned = x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)
        return 0.5 + turned[0] / SIDE * 0.8, 0.5 + turned[1] / SIDE * 0.8

    return tuple(
        tuple(leaning(x, 900 - y) for x, y in _trembling([(x, y) for x, y in median], chance))
        for median in medians
    )


def keys_for(composer: Composer, phrase: str) -> int | None:
    """How many presses a phrase takes that is spelled out and then chosen; None when it cannot be written so."""
    letters = "".join(lazy_pinyin(phrase))
    for letter in letters:
        now = composer.feed(letter)
    pressed, left = len(letters), phrase
    while left:
        fitting = [word for word in now.candidates if left.startswith(word)]
        if not fitting:
            composer.forget()
            return None
        best = max(fitting, key=len)
        pressed += 1 + now.candidates.index(best) // _SEEN
        _, now = composer.choose(now.candidates.index(best))
        left = left.removeprefix(best)
    composer.forget()
    return pressed


def ideal(phrase: str) -> int:
    """How many presses it takes at least: its letters, and one choice."""
    return len("".join(lazy_pinyin(phrase))) + 1


def _trembling(median: list[Point], chance: Random) -> Iterator[Point]:
    """The points of a stroke, close together, with a tremor of about seven thousandths of the square, and off its place."""
    off, long = (chance.gauss(0, 18), chance.gauss(0, 18)), chance.uniform(8, 16)
    middle = [sum(values) / len(median) for values in zip(*median, strict=True)]
    stretched = 1 + chance.gauss(0, 0.05)
    for number, (x, y) in enumerate(_dense(median)):
        phase = number * 2 * math.pi / long
        yield (
            middle[0] + (x - middle[0]) * stretched + off[0] + 7 * math.sin(phase) + chance.gauss(0, 2),
            middle[1] + (y - middle[1]) * stretched + off[1] + 7 * math.cos(phase) + chance.gauss(0, 2),
        )


def _dense(median: list[Point]) -> Iterator[Point]:
    for one, other in pairwise(median):
        steps = max(1, int(math.dist(one, other) / 20))
        for step in range(steps):
            share = step / steps
            yield one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
    yield median[-1]
