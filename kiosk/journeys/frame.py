"""What every page has: site, language tool, banners, leave."""

from typing import TypedDict

from config.language import Language
from kiosk.journeys.outside import Outside
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views import Action, Banner, Tone


class Frame(TypedDict):
    """The parts of a view that do not depend on the page."""

    site: str
    banners: tuple[Banner, ...]
    tools: tuple[Action, ...]
    language: str


def frame(state: State) -> Frame:
    """Return the frame of every page."""
    language = state.session.language
    say = speaker(language)
    return {
        "site": site_name(state.outside, language),
        "banners": banners(state.outside, language),
        "tools": (Action("language", say("language")),),
        "language": language.value,
    }


def site_name(outside: Outside, language: Language) -> str:
    """Return the name of the place."""
    site = outside.settings.site
    return site.name_en if language is Language.ENGLISH else site.name_zh


def banners(outside: Outside, language: Language) -> tuple[Banner, ...]:
    """Return the news that every page shows: training, no network."""
    say = speaker(language)
    shown: list[Banner] = []
    if outside.settings.training:
        shown.append(Banner(Tone.NEUTRAL, say("banner-training")))
    if not outside.online:
        shown.append(Banner(Tone.WARNING, say("banner-offline")))
    return tuple(shown)


def leave(state: State) -> Action:
    """Return the way out that every page between attract and goodbye has."""
    return Action("leave", speaker(state.session.language)("leave"))


def back(state: State) -> Action:
    """Return the way back."""
    return Action("back", speaker(state.session.language)("back"))
