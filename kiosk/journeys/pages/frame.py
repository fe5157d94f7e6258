"""What every page has: site, item, step, tools, banners, ways back and out."""

from typing import TypedDict

from devices.card_reader import Card
from kiosk.journeys.attention import may_adjust, may_get_help
from kiosk.journeys.hearing import may_hear
from kiosk.journeys.languages import following
from kiosk.journeys.onward import may_go_on
from kiosk.journeys.pages.progress import step_of
from kiosk.journeys.plan import Stage
from kiosk.journeys.session import Agent
from kiosk.journeys.state import State
from kiosk.journeys.wording import site_name, speaker, words_of
from kiosk.organisation import BY_LETTER, Organisation
from kiosk.receipts import masked_name
from screens.appearance import Appearance
from screens.hearing import Hearing
from screens.views.frame import Action, Banner, Step, Tone


class Bare(TypedDict):
    """The frame of a page without ways back or out."""

    site: str
    banners: tuple[Banner, ...]
    tools: tuple[Action, ...]
    language: str
    appearance: Appearance
    hearing: Hearing | None


class Working(Bare):
    """The frame of a page on which the resident waits."""

    item: str


class Outer(Bare):
    """The frame of a page before an application begins."""

    leave: Action
    back: Action


class Inner(Outer):
    """The frame of a page of an application."""

    item: str
    step: Step | None


def bare(state: State) -> Bare:
    """Return the frame of attract, goodbye and what has ways of its own."""
    language = state.session.language
    return {
        "site": site_name(state.outside.settings.site, language),
        "banners": banners(state),
        "tools": tools(state),
        "language": language.value,
        "appearance": state.appearance,
        "hearing": state.session.hearing,
    }


def working(state: State) -> Working:
    """Return the frame of a page on which the resident waits."""
    return {**bare(state), "item": state.item.name(state.session.language)}


def outer(state: State) -> Outer:
    """Return the frame of a page before an application begins."""
    return {**bare(state), "leave": leave(state), "back": back(state)}


def inner(state: State, stage: Stage | None, path: str = "") -> Inner:
    """Return the frame of a page of an application; `path` is that of the question that is asked."""
    step = step_of(state, stage, path) if stage else None
    return {**outer(state), "item": state.item.name(state.session.language), "step": step}


def banners(state: State) -> tuple[Banner, ...]:
    """Return the news that every page shows: training, no network and what that means here."""
    say = speaker(state.session.language)
    shown: list[Banner] = []
    if state.outside.settings.training:
        shown.append(Banner(Tone.NEUTRAL, say("banner-training")))
    if state.session.agent:
        shown.append(Banner(Tone.NEUTRAL, _acting(state, state.session.agent)))
    if state.session.stays and state.session.card and not state.session.plan:
        shown.append(Banner(Tone.NEUTRAL, say("banner-stays", name=masked_holder(state.session.card))))
    if state.session.organisation:
        shown.append(Banner(Tone.NEUTRAL, _representing(state, state.session.organisation)))
    if not state.outside.online:
        shown.append(Banner(Tone.WARNING, say(_offline(state))))
    return tuple(shown)


def tools(state: State) -> tuple[Action, ...]:
    """Return the small actions of the header: how pages are heard and how they look, where that can be chosen now, and the language.

    In the mode for the old, help stands where others find how pages look; it leads there, too.
    """
    say = speaker(state.session.language)
    elder = state.appearance.elder
    display = (Action("display", say("display")),) if may_adjust(state) and not elder else ()
    help_ = (Action("help", say("help")),) if may_get_help(state) and elder else ()
    voice = (Action("voice", say("voice")),) if may_hear(state) else ()
    return *help_, *voice, *display, *_language(state)


def _language(state: State) -> tuple[Action, ...]:
    """The other language by its name; where there are more, the word for it, which the sign of a globe stands before."""
    offered = state.outside.settings.languages
    if len(offered) > 2:
        return (Action("language", speaker(state.session.language)("language")),)
    return (Action("language", following(state).own_name),) if len(offered) == 2 else ()


def masked_holder(card: Card | None) -> str:
    """Return the name on a card as pages show it, "" without one."""
    return masked_name(card.name or card.english_name) if card else ""


def leave(state: State) -> Action:
    """Return the way out."""
    return Action("leave", speaker(state.session.language)("leave"))


def another(state: State) -> Action | None:
    """Return the way to another matter of the same resident."""
    return Action("another", speaker(state.session.language)("another")) if may_go_on(state) else None


def back(state: State) -> Action:
    """Return the way back."""
    return Action("back", speaker(state.session.language)("back"))


def spoken(*sentences: str) -> tuple[str, ...]:
    """Return what the voice says; what is empty is not said."""
    return tuple(filter(None, sentences))


def _acting(state: State, agent: Agent) -> str:
    """Who acts for whom, as far as both have laid their card."""
    say, card = words_of(state.session.language, "agency"), state.session.card
    name = masked_holder(agent.card)
    if card is None:
        return say("banner", agent=name)
    return say("banner-for", agent=name, resident=masked_holder(card))


def _representing(state: State, organisation: Organisation) -> str:
    """For which organisation it is, who acts for it, and how far they may."""
    language = state.session.language
    say = words_of(language, "organisation")
    by_letter = organisation.authority == BY_LETTER
    return say(
        "banner-letter" if by_letter else "banner",
        name=organisation.name.said(language),
        uscc=organisation.uscc,
        operator=masked_holder(state.session.card),
        scope=organisation.scope.said(language),
        until=organisation.until,
    )


def _offline(state: State) -> str:
    """What a lost network means: for the item that is being applied for, or in general."""
    if state.session.kept:
        return "banner-offline-saved"
    if not state.session.plan:
        return "banner-offline"
    return "banner-offline-kept" if state.item.offline.mode == "provisional" else "banner-offline-stopped"
