"""The checklist of materials."""

from kiosk.events import Event
from kiosk.journeys.case import needs
from kiosk.journeys.materials import Way
from kiosk.journeys.phases.form import Capturing, Papers, Target
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward, forward
from kiosk.journeys.stages import papers_complete
from kiosk.journeys.state import State
from screens.views.inputs import Touched


def react(state: State, _phase: Papers, event: Event) -> State:
    """Return what an event makes of the checklist."""
    match event:
        case Touched("next") if papers_complete(state):
            return forward(state.having(papers_seen=True), Stage.MATERIALS)
        case Touched("back"):
            return backward(state, Stage.MATERIALS)
        case Touched(id) if id.startswith("take."):
            return _take(state, id.removeprefix("take."))
        case _:
            return state


def _take(state: State, key: str) -> State:
    wanted = any(need.key == key and need.way is Way.CAMERA for need in needs(state))
    return state.at(Capturing(Target(material=key))) if wanted else state
