"""Sample views of every type with realistic texts, for the gallery and the tests. The people in them do not exist."""

from screens.samples import asking, doing, telling
from screens.views import AnyView


def views(language: str) -> dict[str, AnyView]:
    """Return sample views by a name for each, in a language."""
    found: dict[str, AnyView] = {}
    for part in (telling.views(language), asking.views(language), doing.views(language)):
        found.update(part)
    return found
