"""The design system: sizes in millimetres of the real panel, a type scale; its colours are in `screens.palettes`.

A capital letter must span 0.7° at 600 mm, which is 7.3 mm (EN 301 549 5.1.4); a target is at least 20 mm
(EN 301 549 and Colle and Hiszem 2004).
"""

import math
from dataclasses import dataclass
from enum import Enum

from screens.appearance import TextSize

TARGET_MM = 20.0
ELDER_TARGET_MM = 25.0
GAP_MM = 8.0
KEYS_GAP_MM = 4.0
REFERENCE_MM = 336.0  # the shorter side of a 27-inch panel, for which the design is drawn


@dataclass(frozen=True, slots=True)
class ScreenSize:
    """A panel: pixels, and the visible width in millimetres."""

    width: int
    height: int
    width_mm: float

    @property
    def density(self) -> float:
        """Pixels a millimetre."""
        return self.width / self.width_mm

    @property
    def portrait(self) -> bool:
        """Whether the panel stands upright."""
        return self.height > self.width


class Type(Enum):
    """The type scale: size of the em square in millimetres on the reference panel, and whether it is bold.

    A capital letter of Noto Sans is 0.733 em: `BODY` gives 8.1 mm, `SMALL` 7.3 mm.
    """

    DISPLAY = (40.0, True)
    HERO = (30.0, True)
    TITLE = (20.0, True)
    LABEL = (12.5, True)
    BODY = (11.5, False)
    STRONG = (11.5, True)
    SMALL = (10.0, False)

    @property
    def bold(self) -> bool:
        """Whether it is set in the bold face."""
        return self.value[1]


_SMALLER_MM = (20.0, 12.5, 11.5, 10.0)


class Measures:
    """Millimetres in pixels of one panel.

    `mm` is true to the panel. `unit` follows the design: on a smaller panel everything shrinks together (to 0.74, where
    the smallest capital is still 5.4 mm; 508 402.4 asks for 4.8), on a larger one it grows.
    """

    def __init__(self, size: ScreenSize, text: TextSize = TextSize.STANDARD, *, elder: bool = False) -> None:
        self.size = size
        self.elder = elder
        self.text = text
        self.width = size.width
        self.height = size.height
        self.portrait = size.portrait
        shorter_mm = min(size.width, size.height) / size.density
        self.comfort = min(1.6, max(0.74, shorter_mm / REFERENCE_MM))

    @property
    def reach(self) -> int:
        """How high above the lower edge somebody reaches who sits, in pixels: 40 % of a tall panel, 60 % of a wide one."""
        return round(self.height * (0.4 if self.portrait else 0.6))

    def mm(self, millimetres: float) -> int:
        """Return a length that is true on the panel."""
        return round(millimetres * self.size.density)

    def unit(self, millimetres: float) -> int:
        """Return a length of the design."""
        return round(millimetres * self.size.density * self.comfort)

    def target(self, millimetres: float) -> int:
        """Return a length of the design that never gets too small to hit."""
        return max(self.unit(millimetres), self.least_target)

    @property
    def least_target(self) -> int:
        """The side of the smallest target: 20 mm, 25 in the mode for the old."""
        return math.ceil((ELDER_TARGET_MM if self.elder else TARGET_MM) * self.size.density)

    @property
    def apart(self) -> int:
        """How far what can be touched stands from each other, but keys of a keyboard: 8 mm, true on every panel."""
        return math.ceil(GAP_MM * self.size.density) + 1  # what is placed is rounded to pixels

    @property
    def beside_keys(self) -> int:
        """How far the keys of a keyboard stand from other things where everything must be low: 4 mm."""
        return math.ceil(KEYS_GAP_MM * self.size.density)

    def em(self, role: Type) -> int:
        """Return the font size of a role in pixels."""
        return self.letters(role.value[0])

    def letters(self, millimetres: float) -> int:
        """Return the size of letters of the design at the size of text that was chosen; none grows beyond a title."""
        return self.unit(max(millimetres, min(millimetres * self.text.value, Type.TITLE.value[0])))

    def smaller(self, most: float) -> int:
        """Return the largest of a few font sizes that is at most so many pixels: a size once used costs 2.5 MiB."""
        return next(
            (size for step in _SMALLER_MM if (size := self.unit(step)) <= most), self.unit(_SMALLER_MM[-1])
        )


def channels(colour: str, alpha: float = 1.0) -> tuple[float, float, float, float]:
    """Return a colour "#RRGGBB" as red, green, blue and alpha, 0..1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue, alpha


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1..21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels(colour)[:3]
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
