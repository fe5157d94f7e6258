"""The end of a session: what somebody thinks of it, and the goodbye."""

from kiosk.journeys.onward import STARS
from kiosk.journeys.pages.frame import bare, leave, spoken
from kiosk.journeys.phases.ending import Goodbye, Satisfaction
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker, words_of
from screens.views.choices import Choice, Option
from screens.views.frame import Action
from screens.views.outcome import Goodbye as GoodbyeView

_ICONS = {"card": "idcard", "receipt": "receipt", "document": "document", "phone": "phone"}


def goodbye(state: State, phase: Goodbye) -> GoodbyeView:
    """Return the goodbye: what became of what was entered, and what to take along."""
    say = speaker(state.session.language)
    left = state.outside.card_lies
    taken = {
        "card": phase.card or left,
        "receipt": phase.receipt,
        "document": phase.document,
        "phone": True,
    }
    things = [thing for thing, there in taken.items() if there]
    lead = say("goodbye-card-left" if left else f"goodbye-{phase.ending.value}")
    return GoodbyeView(
        page="goodbye.card" if left else "goodbye",
        title=say("goodbye-title"),
        lead=lead,
        lines=tuple(say(f"goodbye-{thing}") for thing in things),
        icons=tuple(_ICONS[thing] for thing in things),
        countdown=round(state.outside.settings.timers.goodbye),
        primary=Action("done", say("done")),
        speech=spoken(lead, say("goodbye-title")),
        **bare(state),
    )


def satisfaction(state: State, phase: Satisfaction) -> Choice:
    """Five levels, none chosen beforehand, and skipping as large as any of them."""
    say, language = words_of(state.session.language, "cases"), state.session.language
    item = state.outside.catalogue.by_code.get(phase.item)
    names = {one.code: one.label(language) for one in state.outside.catalogue.option_lists["rating"]}
    levels = tuple(Option(f"stars:{code}", names[code]) for code in STARS)
    return Choice(
        page="rate",
        title=say("rate"),
        lead=say("rate-lead", item=item.name(language)) if item else "",
        options=(*levels, Option("skip", say("rate-skip"))),
        why=say("rate-anonymous"),
        speech=spoken(say("rate"), say("rate-anonymous")),
        leave=leave(state),
        **bare(state),
    )
