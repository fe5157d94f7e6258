"""The languages of the terminal."""

from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC


class Language(Enum):
    """A language a resident can choose; the value is its BCP 47 tag. Chinese is the first language.

    Traditional Chinese is worded as in Hong Kong and Macau. Uyghur was not reviewed by a speaker: settings offer it only
    on terminals for training.
    """

    CHINESE = "zh-Hans"
    TRADITIONAL = "zh-Hant"
    ENGLISH = "en"
    UYGHUR = "ug"

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese characters."""
        return self in (Language.CHINESE, Language.TRADITIONAL)

    @property
    def own_name(self) -> str:
        """Its name in the language itself, by which those who read nothing else find it."""
        return _OWN_NAMES[self]

    @property
    def on_paper(self) -> "Language":
        """The language of papers for who reads it: printers have letters for Chinese and English only."""
        return Language.CHINESE if self is Language.UYGHUR else self


_OWN_NAMES = {
    Language.CHINESE: "简体中文",
    Language.TRADITIONAL: "繁體中文",
    Language.ENGLISH: "English",
    Language.UYGHUR: "ئۇيغۇرچە",
}


def told_in(language: Language) -> Language:
    """Return in which of the two languages that people write texts in (Chinese, English) something is told."""
    return Language.ENGLISH if language is Language.ENGLISH else Language.CHINESE


def in_language(language: Language, chinese: str, english: str) -> str:
    """Return what people wrote in two languages (names of services, places) for who reads one of four.

    Traditional characters stand for the simplified ones, word by word (OpenCC); Uyghur gets the Chinese. A text that is
    missing in one of the two is given in the other.
    """
    if told_in(language) is Language.ENGLISH:
        return english or chinese
    written = chinese or english
    return traditional(written) if language is Language.TRADITIONAL else written


@lru_cache(maxsize=8192)
def traditional(chinese: str) -> str:
    """Return simplified Chinese in the characters of Hong Kong. Only for what is published: what it was given stays in memory."""
    converted: str = _converter("s2hk").convert(chinese)
    return converted.translate(_AS_PRINTED)


def simplified(chinese: str) -> str:
    """Return what somebody wrote in traditional characters in simplified ones, in which things have their names; kept nowhere."""
    converted: str = _converter("hk2s").convert(chinese)
    return converted


@cache
def _converter(way: str) -> "OpenCC":
    from opencc import OpenCC  # noqa: PLC0415  # only where somebody reads it: its tables take 80 ms

    return OpenCC(way)


_AS_PRINTED = str.maketrans("説户羣啓", "說戶群啟")
"""Forms that Hong Kong's own public notices prefer to those of the table."""
