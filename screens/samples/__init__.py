"""Sample views of every type with realistic texts, for the gallery and the tests. The people in them do not exist."""

from screens.samples import (
    asking,
    capturing,
    cards,
    caring,
    choosing,
    ending,
    finding,
    guiding,
    hearing,
    listing,
    paying,
    resting,
    signing,
)
from screens.views import AnyView

_PARTS = (
    resting,
    finding,
    guiding,
    hearing,
    choosing,
    asking,
    cards,
    capturing,
    signing,
    listing,
    paying,
    ending,
    caring,
)


def views(language: str) -> dict[str, AnyView]:
    """Return sample views by a name for each, in a language ("zh-Hans", "zh-Hant", "en" or "ug")."""
    found: dict[str, AnyView] = {}
    for part in _PARTS:
        found.update(part.views(language))
    return found
