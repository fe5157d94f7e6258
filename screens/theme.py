"""The design system: sizes in millimetres of the real panel, a type scale, colours that can be read by everybody.

Sizes: a capital letter must span 0.7° at 600 mm, which is 7.3 mm (EN 301 549 5.1.4); a target is at least 20 mm
(EN 301 549 and Colle and Hiszem 2004). Colours: every text on its surface reaches 7:1 (WCAG 2.2 AAA), every edge that
tells where a control is reaches 3:1; tests compute both.
"""

from dataclasses import dataclass
from enum import Enum

TARGET_MM = 20.0
GAP_MM = 8.0
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
    HEADING = (13.5, True)
    LABEL = (12.5, True)
    BODY = (11.5, False)
    STRONG = (11.5, True)
    SMALL = (10.0, False)

    @property
    def bold(self) -> bool:
        """Whether it is set in the bold face."""
        return self.value[1]


class Measures:
    """Millimetres in pixels of one panel.

    `mm` is true to the panel. `unit` follows the design: on a smaller panel everything shrinks together (to 0.74, where
    the smallest capital is still 5.4 mm; 508 402.4 asks for 4.8), on a larger one it grows.
    """

    def __init__(self, size: ScreenSize) -> None:
        self.size = size
        self.width = size.width
        self.height = size.height
        self.portrait = size.portrait
        shorter_mm = min(size.width, size.height) / size.density
        self.comfort = min(1.6, max(0.74, shorter_mm / REFERENCE_MM))

    def mm(self, millimetres: float) -> int:
        """Return a length that is true on the panel."""
        return round(millimetres * self.size.density)

    def unit(self, millimetres: float) -> int:
        """Return a length of the design."""
        return round(millimetres * self.size.density * self.comfort)

    def target(self, millimetres: float) -> int:
        """Return a length of the design that never gets too small to hit."""
        return max(self.unit(millimetres), self.mm(TARGET_MM))

    def em(self, role: Type) -> int:
        """Return the font size of a role in pixels."""
        return self.unit(role.value[0])


@dataclass(frozen=True, slots=True)
class Look:
    """Colours that belong together: a surface, what is written on it, its edge, and the surface while pressed."""

    surface: str
    ink: str
    soft: str  # second ink, for hints; it too reaches 7:1
    edge: str
    pressed: str


NAVY = "#0F3D66"
NAVY_DEEP = "#0A2C4D"
WHITE = "#FFFFFF"
INK = "#14202E"
SOFT = "#3B4858"
EDGE = "#75869B"
MIST = "#F1F4F8"
LINE = "#CCD5E0"  # hairlines between things that are told apart otherwise
KAPOK = "#C8281E"  # the city's flower, in the emblem only

PAGE = Look(MIST, INK, SOFT, LINE, MIST)
HEADER = Look(NAVY, WHITE, "#DCE8F5", NAVY, NAVY_DEEP)
HEADER_TOOL = Look(NAVY, WHITE, WHITE, "#9DB9D6", "#1D5285")
SHEET = Look(WHITE, INK, SOFT, LINE, WHITE)
CONTROL = Look(WHITE, INK, SOFT, EDGE, "#D6E4F3")
CHOSEN = Look("#E3EEFA", INK, "#34414F", NAVY, "#CBDFF3")
LEAD = Look("#E3EEFA", INK, "#34414F", NAVY, "#CBDFF3")
PRIMARY = Look(NAVY, WHITE, WHITE, NAVY, "#185790")
SECONDARY = Look(WHITE, NAVY, NAVY, NAVY, "#D6E4F3")
QUIET = Look(WHITE, INK, SOFT, EDGE, "#DDE4EC")
DISABLED = Look("#E4E8ED", "#3B4653", "#3B4653", "#7A8695", "#D9DEE5")
KEY = Look(WHITE, INK, "#2C3846", EDGE, "#BFD6EE")
KEY_QUIET = Look("#DCE4ED", INK, "#2C3846", EDGE, "#BFD6EE")
NEUTRAL = Look("#E6EEF7", "#0F3358", "#2C4059", "#5F7FA3", "#E6EEF7")
GOOD = Look("#E4F3E8", "#0B4A24", "#1D4A2E", "#3F8558", "#E4F3E8")
WARNING = Look("#FFF1CC", "#4F3300", "#553C0E", "#A8761A", "#FFF1CC")
BAD = Look("#FCE8E6", "#7A1410", "#75231F", "#B9504A", "#FCE8E6")

LOOKS: dict[str, Look] = {name: look for name, look in tuple(globals().items()) if isinstance(look, Look)}
CONTROLS = (
    "HEADER_TOOL",
    "CONTROL",
    "LEAD",
    "CHOSEN",
    "PRIMARY",
    "SECONDARY",
    "QUIET",
    "DISABLED",
    "KEY",
    "KEY_QUIET",
)
"""Names of the looks whose edge says where to press."""


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
