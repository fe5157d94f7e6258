"""Finding items by what a resident types: Chinese, pinyin, pinyin initials (`sbk`), English words, or a code."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from config.catalogue import Catalogue, Item


class Rank(IntEnum):
    """How well an item fits what was typed; the best first."""

    CODE = 0
    SHORT_NAME = 1
    CHINESE = 2
    INITIALS = 3
    PINYIN = 4
    ENGLISH = 5
    NOTHING = 6


def find(catalogue: Catalogue, query: str, limit: int = 20) -> tuple[Item, ...]:
    """Return at most `limit` items that fit what was typed, the best first, then in the order of the catalogue.

    Nothing typed finds nothing. Spaces, punctuation, small and capital letters and full-width letters make no difference. Pinyin
    needs the search terms of a published catalogue (`config.catalogue.publish`).
    """
    words = _words(unicodedata.normalize("NFKC", query))
    if not words:
        return ()
    ranked = ((_rank(item, "".join(words), words), item) for item in catalogue.items)
    found = sorted((pair for pair in ranked if pair[0] is not Rank.NOTHING), key=lambda pair: pair[0])
    return tuple(item for _, item in found[:limit])


def _rank(item: Item, joined: str, words: tuple[str, ...]) -> Rank:
    if joined == "".join(_known(item.code)):
        return Rank.CODE
    if joined in item.short_zh:
        return Rank.SHORT_NAME
    if any(joined in "".join(_known(text)) for text in (item.name_zh, *item.keywords_zh)):
        return Rank.CHINESE
    return _spelled(item, joined, words) if joined.isascii() else Rank.NOTHING


def _spelled(item: Item, joined: str, words: tuple[str, ...]) -> Rank:
    """The rank of letters: initials are as long as the Chinese they stand for, English words stand in the names."""
    english = {*_known(item.short_en), *_known(item.name_en)}
    lengths = {len(text) for text in (item.short_zh, item.name_zh, *item.keywords_zh)}
    spelled = [term for term in item.search if term.startswith(joined) and term not in english]
    if any(len(term) in lengths for term in spelled):
        return Rank.INITIALS
    if spelled:
        return Rank.PINYIN
    if all(any(term.startswith(word) for term in english) for word in words):
        return Rank.ENGLISH
    return Rank.NOTHING


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without what stands between them."""
    return tuple(re.findall(r"\w+", text.lower()))


@lru_cache(maxsize=4096)
def _known(text: str) -> tuple[str, ...]:
    """The words of a text of the catalogue; what residents type is never kept."""
    return _words(text)
