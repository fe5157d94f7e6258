"""How a resident hears the pages: in which tongue, how fast, how loud, and whether the screen shows them too."""

from dataclasses import dataclass
from enum import Enum


class Tongue(Enum):
    """A spoken language; Mandarin and Cantonese are two ways to say what is written in Chinese."""

    MANDARIN = "mandarin"
    CANTONESE = "cantonese"
    ENGLISH = "english"
    UYGHUR = "uyghur"

    @property
    def is_chinese(self) -> bool:
        """Whether it says Chinese characters."""
        return self in (Tongue.MANDARIN, Tongue.CANTONESE)


class Pace(Enum):
    """How fast; the value is words a minute."""

    SLOWEST = 95
    SLOW = 125
    USUAL = 160
    FAST = 210
    FASTEST = 290


class Volume(Enum):
    """How loud; the value is per cent of what the sound card gives."""

    SOFTEST = 15
    SOFT = 35
    USUAL = 60
    LOUD = 80
    LOUDEST = 100


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a resident chose. `chinese` is how Chinese is said, None: as the writing suggests.

    With `blank` the screen shows nothing: only the resident, in headphones, knows what is asked.
    """

    chinese: Tongue | None = None
    pace: Pace = Pace.USUAL
    volume: Volume = Volume.USUAL
    blank: bool = False


def tongue_of(language: str, chinese: Tongue | None = None) -> Tongue:
    """Return how texts of a language tag are spoken: Chinese as the resident wants it, else as where it is written so."""
    if language.startswith("zh"):
        return chinese or (Tongue.CANTONESE if language in ("zh-Hant", "zh-HK", "zh-MO") else Tongue.MANDARIN)
    return Tongue.UYGHUR if language == "ug" else Tongue.ENGLISH
