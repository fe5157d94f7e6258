"""The goodbye."""

from kiosk.journeys.pages.frame import bare, spoken
from kiosk.journeys.phases import Goodbye
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views import Action
from screens.views import Goodbye as GoodbyeView


def goodbye(state: State, phase: Goodbye) -> GoodbyeView:
    """Return the goodbye: what became of what was entered, and what to take along."""
    say = speaker(state.session.language)
    left = state.outside.card_lies
    taken = {"goodbye-card": phase.card or left, "goodbye-receipt": phase.receipt, "goodbye-phone": True}
    things = [say(thing) for thing, there in taken.items() if there]
    lead = say("goodbye-card-left" if left else f"goodbye-{phase.ending.value}")
    return GoodbyeView(
        page="goodbye.card" if left else "goodbye",
        title=say("goodbye-title"),
        lead=lead,
        lines=tuple(things),
        countdown=round(state.outside.settings.timers.goodbye),
        primary=Action("done", say("done")),
        speech=spoken(lead, say("goodbye-title")),
        **bare(state),
    )
