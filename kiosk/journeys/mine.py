"""One's own cases: asking for them, and the way back to the one of which something was asked."""

from dataclasses import replace

from kiosk.commands.cases import FindCases
from kiosk.journeys import acts
from kiosk.journeys.phases.cases import CaseOpen, FindingCases
from kiosk.journeys.state import State


def find(state: State) -> State:
    """Ask the platform for the cases of whoever signed in."""
    number = state.session.id_number
    state = state.commanding(lambda id_: FindCases(id_, number))
    return state.at(FindingCases(state.issued))


def back(state: State) -> State:
    """Return to the case of which something was to be asked; what was entered for it is dropped."""
    about = state.session.about
    place = about.place if about else 0
    return replace(state, session=acts.carried(state.session), phase=CaseOpen(place))
