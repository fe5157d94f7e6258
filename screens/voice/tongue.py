"""The languages that pages are spoken in."""

from enum import Enum


class Tongue(Enum):
    """A spoken language; Mandarin and Cantonese are two ways to say what is written in Chinese."""

    MANDARIN = "mandarin"
    CANTONESE = "cantonese"
    ENGLISH = "english"

    @property
    def is_chinese(self) -> bool:
        """Whether it says Chinese characters."""
        return self is not Tongue.ENGLISH


def tongue_of(language: str) -> Tongue:
    """Return how texts of a language tag are spoken unless the resident wants it otherwise: Hong Kong writes Cantonese's way."""
    if language.startswith("zh"):
        return Tongue.CANTONESE if language in ("zh-Hant", "zh-HK", "zh-MO") else Tongue.MANDARIN
    return Tongue.ENGLISH
