"""How an application opens: what a lost network means, the privacy notice with its boxes."""

from dataclasses import replace

from kiosk.events import Event
from kiosk.journeys.consent import boxes
from kiosk.journeys.phases.opening import Consent, OfflineNotice
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward, forward
from kiosk.journeys.state import State
from screens.views.inputs import Touched


def react(state: State, phase: OfflineNotice | Consent, event: Event) -> State:
    """Return what an event makes of the pages before the first question."""
    match phase, event:
        case OfflineNotice(), Touched("next"):
            return forward(state, Stage.OFFLINE_NOTICE)
        case OfflineNotice(), Touched("back"):
            return backward(state, Stage.OFFLINE_NOTICE)
        case Consent(), Touched("next") if state.session.ticked.issuperset(boxes(state)):
            return forward(state.having(consented=True), Stage.CONSENT)
        case Consent(), Touched("back"):
            return backward(state, Stage.CONSENT)
        case Consent(), Touched(box) if box in boxes(state):
            return _toggled(state, box)
        case _:
            return state


def _toggled(state: State, box: str) -> State:
    """Tick or untick a box; taking a tick away takes the consent away."""
    session = state.session
    return replace(state, session=replace(session, ticked=session.ticked ^ {box}, consented=False))
