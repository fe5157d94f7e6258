"""The pages at the end."""

from kiosk.journeys.frame import frame
from kiosk.journeys.phases import Ending, Goodbye
from kiosk.journeys.state import State
from kiosk.journeys.wording import speaker
from screens.views import Action
from screens.views import Goodbye as GoodbyeView


def goodbye(state: State, phase: Goodbye) -> GoodbyeView:
    """Return the goodbye: what became of what was entered, and what to take along."""
    say = speaker(state.session.language)
    belongings: tuple[str, ...] = (say("goodbye-card"), say("goodbye-phone"))
    if phase.ending is Ending.DONE:
        belongings = (say("goodbye-card"), say("goodbye-receipt"), say("goodbye-phone"))
    return GoodbyeView(
        page="goodbye",
        title=say("goodbye-title"),
        lead=say(f"goodbye-{phase.ending.value.replace('_', '-')}"),
        lines=belongings,
        countdown=round(state.outside.settings.timers.goodbye),
        primary=Action("done", say("done")),
        **frame(state),
    )
