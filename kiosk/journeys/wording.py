"""The journeys' texts in the resident's language, and the names that texts are made with."""

from functools import cache

from config.catalogue import Catalogue, Item
from config.catalogue.model import Limit
from config.language import Language, in_language
from config.settings import Site
from screens.texts import Words, words


def speaker(language: Language) -> Words:
    """Return a function that gives the journeys' texts: `say("home-title")` is the text `journey-home-title`."""
    return words_of(language, "journey")


@cache
def words_of(language: Language, chapter: str) -> Words:
    """Return a function that gives the texts whose ids begin with the name of a chapter.

    Texts without values are remembered; those with values never are, as values may be personal.
    """
    text = words(language.value)

    @cache
    def plain(name: str) -> str:
        return text(f"{chapter}-{name}")

    def say(text_name: str, /, **values: object) -> str:
        return text(f"{chapter}-{text_name}", **values) if values else plain(text_name)

    return say


def picked(language: Language, chinese: str, english: str) -> str:
    """Return what is written in the language; the other when there is nothing."""
    return in_language(language, chinese, english)


def site_name(site: Site, language: Language) -> str:
    """Return the name of the place."""
    return picked(language, site.name_zh, site.name_en)


def where_else(site: Site, language: Language) -> str:
    """Return where a person can be asked, as exactly as the settings know it."""
    window = picked(language, site.window_zh, site.window_en)
    say = speaker(language)
    if window:
        return say("where-window", window=window, hotline=site.hotline)
    return say("where", hotline=site.hotline)


def office(catalogue: Catalogue, item: Item, language: Language) -> str:
    """Return who decides about an item: a department, else one of the providers (the catalogue's rules want one of both)."""
    for department in catalogue.departments:
        if department.code == item.owner:
            return picked(language, department.full_zh, department.full_en)
    return next(one.name(language) for one in catalogue.providers if one.code == item.owner)


def limit(value: Limit, language: Language) -> str:
    """Return a time limit in words: 10个工作日, 1 working day, 即时."""
    return duration(value.value, value.unit, language)


@cache
def duration(value: int, unit: str, language: Language) -> str:
    """Return a time in one of the units of a `Limit`, in words."""
    return speaker(language)(f"limit-{unit}", value=value)


def listed(language: Language, words_: tuple[str, ...]) -> str:
    """Return words as a list in a sentence."""
    return (", " if language is Language.ENGLISH else "、").join(words_)
