"""How long each phase may last, and what happens then."""

from kiosk.journeys.closing import end, rest
from kiosk.journeys.phases import Attract, Ending, Goodbye, Home, Searching, Shelf
from kiosk.journeys.state import State


def deadline(state: State) -> float | None:
    """Return the seconds after which the phase ends by itself; None exactly when nobody is in session."""
    timers = state.outside.settings.timers
    match state.phase:
        case Attract():
            return None
        case Goodbye():
            return timers.goodbye
        case Home() | Shelf() | Searching():
            return timers.signed_out


def timed_out(state: State) -> State:
    """Return what the phase becomes when its time is over."""
    return rest(state) if isinstance(state.phase, Goodbye) else end(state, Ending.LOOKED)
