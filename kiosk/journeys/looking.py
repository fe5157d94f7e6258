"""The chapter of looking up: from the question to the sheet, and the ways back and out."""

from kiosk.events import Event
from kiosk.journeys import lookup
from kiosk.journeys.closing import end
from kiosk.journeys.lookup import Lookup
from kiosk.journeys.onward import conclude, may_go_on
from kiosk.journeys.phases.agency import ConfirmingRevocation
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.phases.lookups import Found, LookingUp, NotFound
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward
from kiosk.journeys.state import State
from screens.views.inputs import Touched


def react(state: State, phase: Lookup, event: Event) -> State:  # noqa: PLR0911  # one a kind of event
    """Return what an event makes of looking something up."""
    match phase, event:
        case LookingUp(), _:
            return lookup.react_waiting(state, phase, event)
        case Found(), Touched("another") if may_go_on(state):
            return conclude(state, Ending.LOOKED, another=True)
        case ((Found() | NotFound()), Touched("done")):
            return end(state, Ending.LOOKED)
        case ((Found() | NotFound()), Touched("back")):
            return _back(state, phase)
        case NotFound(_, link, list_), Touched("again"):
            return lookup.ask(state, link, list_)
        case Found(sheet, list_), Touched("revoke") if sheet.revoke:
            return state.at(ConfirmingRevocation(sheet, list_))
        case Found(), _:
            return lookup.react_found(state, phase, event)
        case _:
            return state


def _back(state: State, phase: Found | NotFound) -> State:
    """Go back to the list, else to what was asked before."""
    return state.at(Found(phase.list_)) if phase.list_ else backward(state, Stage.LOOKUP)
