"""What is wrong with a page, from where things stand on it: nothing is drawn for it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from screens.appearance import Appearance
from screens.theme import ELDER_TARGET_MM, TARGET_MM, Measures, ScreenSize

if TYPE_CHECKING:
    from screens.gallery.walk import Screenful

Box = tuple[float, float, float, float]

APART_MM = 8.0
BESIDE_KEYS_MM, KEYS_APART_MM = 4.0, 1.5
CAPITAL_MM = 4.8  # 508 402.4
DEGREES, DISTANCE_MM = (
    0.7,
    600.0,
)  # EN 301 549 5.1.4, for who stands before the reference panel or a larger one
REACH = {True: 0.6, False: 0.4}
"""What part of an upright panel, and of a lying one, is above the reach of who sits."""

_ROUNDING_MM = 0.1
_SLACK = 2.0
"""Pixels by which boxes may touch: they are rounded."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: its kind, and what it is about in words."""

    kind: str
    what: str


def layout_findings(screen: "Screenful", size: ScreenSize, looks: Appearance) -> Iterator[Finding]:
    """Yield what is wrong with where things stand on a screen of a page."""
    yield from small_targets(screen, size.density, ELDER_TARGET_MM if looks.elder else TARGET_MM)
    yield from close_targets(screen, size.density)
    yield from targets_off_panel(screen, size)
    if looks.reach:
        yield from targets_out_of_reach(screen, size)
    yield from cut_texts(screen)
    yield from texts_sticking_out(screen)
    yield from texts_over_texts(screen)
    yield from small_letters(screen, size)


def small_targets(screen: "Screenful", density: float, target_mm: float) -> Iterator[Finding]:
    """Yield targets that are too small; ten keys beside each other need no more than 20 mm, there is no room for it."""
    for name, (_x, _y, wide, high) in screen.targets.items():
        least = TARGET_MM if is_key(name) else target_mm
        if min(wide, high) / density < least - _ROUNDING_MM:
            yield Finding("small target", f"{name} {wide / density:.1f} × {high / density:.1f} mm")


def close_targets(screen: "Screenful", density: float) -> Iterator[Finding]:
    """Yield pairs of targets that stand too near each other; what lies on a page that is all one target does not count."""
    for (one, first), (other, second) in combinations(screen.targets.items(), 2):
        least = (APART_MM, BESIDE_KEYS_MM, KEYS_APART_MM)[is_key(one) + is_key(other)]
        gap = apart(first, second) / density
        if gap < least - _ROUNDING_MM and not (contains(first, second) or contains(second, first)):
            yield Finding("close targets", f"{one}, {other} {gap:.1f} mm")


def targets_off_panel(screen: "Screenful", size: ScreenSize) -> Iterator[Finding]:
    """Yield targets that are not wholly on the panel."""
    whole = (0.0, 0.0, float(size.width), float(size.height))
    for name, box in screen.targets.items():
        if sticking_out(box, whole) > 1:
            yield Finding("target off the panel", name)


def targets_out_of_reach(screen: "Screenful", size: ScreenSize) -> Iterator[Finding]:
    """Yield targets above the reach of who sits; a page that is all one target is reached."""
    highest = size.height * REACH[size.portrait]
    for name, (_x, y, _wide, high) in screen.targets.items():
        if y < highest - _SLACK and high < size.height:
            yield Finding("out of reach", f"{name} {(size.height - y) / size.density:.0f} mm above the edge")


def cut_texts(screen: "Screenful") -> Iterator[Finding]:
    """Yield texts that end in an ellipsis of ours."""
    for line in screen.lines:
        if line.cut:
            yield Finding("text cut off", line.said)


def texts_sticking_out(screen: "Screenful") -> Iterator[Finding]:
    """Yield texts that leave what they lie on."""
    for line in screen.lines:
        if sticking_out(line.box, line.within) > _SLACK:
            yield Finding(
                "text sticks out", f"{line.said} by {sticking_out(line.box, line.within):.0f} pixels"
            )


def texts_over_texts(screen: "Screenful") -> Iterator[Finding]:
    """Yield texts that lie on others."""
    for one, other in combinations(screen.lines, 2):
        if one.scrolls == other.scrolls and apart(one.box, other.box) < -_SLACK:
            yield Finding("text on text", f"{one.said} / {other.said}")


def small_letters(screen: "Screenful", size: ScreenSize) -> Iterator[Finding]:
    """Yield texts whose capital letters are too small at arm's length; a small panel shows less than 0.7° of them."""
    degrees = DEGREES if Measures(size).comfort >= 1 else 0.0
    for line in screen.lines:
        if line.capital < CAPITAL_MM or arc(line.capital + _ROUNDING_MM) < degrees:
            yield Finding("small letters", f"{line.said} {line.capital:.1f} mm, {arc(line.capital):.2f}°")


def arc(millimetres: float) -> float:
    """Return the degrees of arc that a length spans at arm's length."""
    return math.degrees(millimetres / DISTANCE_MM)


def is_key(name: str) -> bool:
    """Whether a target is a key of a keyboard."""
    return name.startswith("key:")


def apart(one: Box, other: Box) -> float:
    """Return the gap between two boxes; less than 0 when they overlap."""
    across = max(one[0], other[0]) - min(one[0] + one[2], other[0] + other[2])
    down = max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3])
    return max(across, down)


def contains(box: Box, other: Box) -> bool:
    """Whether a box holds another."""
    return sticking_out(other, box) <= 0


def sticking_out(box: Box, within: Box) -> float:
    """Return by how many pixels a box leaves another."""
    return max(
        within[0] - box[0],
        within[1] - box[1],
        box[0] + box[2] - within[0] - within[2],
        box[1] + box[3] - within[1] - within[3],
    )
