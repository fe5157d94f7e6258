"""The catalogue as terminals receive it: JSON with search terms, so that a terminal needs no table of pinyin."""

import re

from pypinyin import Style, lazy_pinyin

from config.catalogue.model import Catalogue, Item


def to_json(catalogue: Catalogue) -> str:
    """Return the catalogue as JSON, each item with its search terms."""
    items = tuple(item.model_copy(update={"search": search_terms(item)}) for item in catalogue.items)
    return catalogue.model_copy(update={"items": items}).model_dump_json(by_alias=True, exclude_defaults=True)


def search_terms(item: Item) -> tuple[str, ...]:
    """Return what an item is found by, in lower case: Chinese names, pinyin initials, pinyin, English words."""
    texts = (item.short_zh, *item.keywords_zh, item.name_zh)
    initials = (_spelled(text, Style.FIRST_LETTER) for text in texts)
    pinyin = (_spelled(text, Style.NORMAL) for text in texts)
    words = re.findall(r"[a-z0-9]+", f"{item.short_en} {item.name_en}".lower())
    return tuple(dict.fromkeys((*texts, *initials, *pinyin, *words)))


def _spelled(text: str, style: Style) -> str:
    return "".join(lazy_pinyin(re.sub(r"\W", "", text), style=style)).lower()
