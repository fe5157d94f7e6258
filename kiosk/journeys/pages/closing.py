"""The goodbye."""

from kiosk.journeys.pages.frame import bare, spoken
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
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
