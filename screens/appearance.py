"""How a resident sees the pages: one of five sizes of text, one of five themes."""

from dataclasses import dataclass
from enum import Enum


class TextSize(Enum):
    """Five sizes of text; the value is the factor of what is read. The first is made to be read by everybody at 600 mm."""

    STANDARD = 1.0
    LARGE = 1.15
    LARGER = 1.3
    HUGE = 1.45
    LARGEST = 1.6

    @property
    def number(self) -> int:
        """Its place from the smallest, counted from 1: as the settings name it."""
        return list(TextSize).index(self) + 1


class Theme(Enum):
    """Five sets of colours; the value is the name in the settings and of the text that describes it."""

    CLEAR = "clear"  # the design as it is drawn
    WHITE = "white"  # black on white
    BLACK = "black"  # white on black
    YELLOW = "yellow"  # yellow on black
    WARM = "warm"  # brown on cream: less glare


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a resident chose. With `reach`, all there is to touch is low: for who sits, or is small.

    `elder` is the mode for the old (长辈版): fewer things, and targets of 25 mm. `still`: nothing moves by itself.
    """

    size: TextSize = TextSize.STANDARD
    theme: Theme = Theme.CLEAR
    reach: bool = False
    elder: bool = False
    still: bool = False


AS_DRAWN = Appearance()
"""The design as it is drawn."""
