"""The languages of the terminal."""

from enum import Enum


class Language(Enum):
    """A language a resident can choose; the value is its BCP 47 tag. Chinese is the first language."""

    CHINESE = "zh-Hans"
    ENGLISH = "en"
