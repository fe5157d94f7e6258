"""The language of the pages: two change at one touch, more are chosen by name; on every page, and what was given stays."""

from config.language import Language
from kiosk.journeys.phases.browsing import Attract, Home
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.phases.kinds import Page
from kiosk.journeys.phases.overlays import (
    Adjusting,
    Busy,
    ChoosingLanguage,
    Helping,
    Leaving,
    Listening,
    StillThere,
)
from kiosk.journeys.state import State

_PREFIX = "language."


def change(state: State) -> State:
    """Go on to the other language; offer all by name where there are more than two.

    Where a page waits for the terminal, or the session is over, the next language comes at once: nothing may lie over it.
    """
    offered = state.outside.settings.languages
    if isinstance(state.phase, Attract):
        return change(state.at(Home()))
    if len(offered) <= 2 or isinstance(state.phase, Busy | Goodbye):
        return state.having(language=following(state))
    return _offered(state)


def following(state: State) -> Language:
    """Return the language that comes after that of the session."""
    offered = state.outside.settings.languages
    return offered[(offered.index(state.session.language) + 1) % len(offered)]


def chosen(state: State, beneath: Page | Leaving, touched: str) -> State:
    """Return to the page beneath in the language that was touched (`language.en`); what is none changes nothing."""
    tag = touched.removeprefix(_PREFIX)
    for one in state.outside.settings.languages:
        if one.value == tag and touched.startswith(_PREFIX):
            return state.having(language=one).at(beneath)
    return state


def _offered(state: State) -> State:
    match state.phase:
        case ChoosingLanguage(beneath):
            return state.at(beneath)
        case Adjusting(beneath) | Listening(beneath) | Helping(beneath):
            return state.at(ChoosingLanguage(beneath))
        case StillThere(ChoosingLanguage() as beneath):
            return state.at(beneath)
        case StillThere(beneath):
            return _offered(state.at(beneath))
        case page:
            return state.at(ChoosingLanguage(page))  # type: ignore[arg-type]  # a page, or really leaving: the rest is above
