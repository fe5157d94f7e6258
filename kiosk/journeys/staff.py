"""The staff's page: found only by whoever searches for the sign # and the terminal's number, opened by a PIN.

There is no corner to tap and no key to hold: nobody comes here who does not mean to. Without a PIN in the signed settings
there is no way in at all.
"""

from typing import assert_never

from kiosk.commands.staff import AdmitStaff
from kiosk.events import Event
from kiosk.events.staff import StaffAdmitted, StaffRefused
from kiosk.journeys.phases.browsing import Home, Searching
from kiosk.journeys.phases.staff import AdmittingStaff, Staff, StaffInside, StaffPin
from kiosk.journeys.state import State
from kiosk.journeys.typed import digits
from screens.views.inputs import Edited, Touched

SIGN = "#"
LONGEST_PIN = 12


def is_asked_for(state: State, query: str) -> bool:
    """Whether what is searched for is the way in."""
    outside = state.outside
    asked = query.strip().replace("＃", SIGN).upper()
    return bool(outside.settings.staff.pin) and asked == f"{SIGN}{outside.terminal_id}".upper()


def react(state: State, phase: Staff, event: Event) -> State:
    """Return what an event makes of the staff's page."""
    match phase:
        case StaffPin():
            return _typing(state, phase, event)
        case AdmittingStaff():
            return _admitting(state, phase, event)
        case StaffInside():
            return state.at(Home()) if event == Touched("back") else state
        case _:
            assert_never(phase)


def unanswered(state: State) -> State:
    """Return the state when nothing was said of the PIN in time."""
    return state.at(StaffPin(trouble="silent"))


def _typing(state: State, phase: StaffPin, event: Event) -> State:
    match event:
        case Edited(text):
            return state.at(StaffPin(digits(text, LONGEST_PIN)))
        case Touched("back"):
            return state.at(Searching())
        case Touched("next") if phase.digits:
            state = state.commanding(lambda number: AdmitStaff(number, phase.digits))
            return state.at(AdmittingStaff(state.issued))
        case _:
            return state


def _admitting(state: State, phase: AdmittingStaff, event: Event) -> State:
    match event:
        case StaffAdmitted(command, report) if command == phase.command:
            return state.at(StaffInside(report))
        case StaffRefused(command, wait) if command == phase.command:
            return state.at(StaffPin(trouble="later" if wait else "wrong", wait=wait))
        case _:
            return state
