"""The journeys' texts in the resident's language."""

from functools import cache

from config.language import Language
from screens.texts import Words, words


@cache
def speaker(language: Language) -> Words:
    """Return a function that gives the journeys' texts: `say("home-title")` is the text `journey-home-title`.

    Texts without values are remembered; those with values never are, as values may be personal.
    """
    text = words(language.value)

    @cache
    def plain(name: str) -> str:
        return text(f"journey-{name}")

    def say(name: str, **values: object) -> str:
        return text(f"journey-{name}", **values) if values else plain(name)

    return say
