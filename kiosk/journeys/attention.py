"""Pages over the page: do you really want to leave, are you still there."""

from dataclasses import replace
from typing import assert_never

from kiosk.events import Event
from kiosk.journeys.closing import end
from kiosk.journeys.phases import (
    Attract,
    CodeChecking,
    CodeSending,
    Delivering,
    Ending,
    Goodbye,
    Leaving,
    Recording,
    StillThere,
)
from kiosk.journeys.state import State
from screens.views import Touched


def leave(state: State) -> State:
    """Leave: at once when nothing would be lost, else after asking. While the queue is at work nobody can leave."""
    phase = state.phase
    match phase:
        case Attract() | Goodbye() | Recording() | Delivering():
            return state
        case Leaving() | StillThere() | CodeSending() | CodeChecking():
            return end(state, ending(state))
        case _:
            return state.at(Leaving(phase)) if state.session.would_lose else end(state, ending(state))


def ending(state: State) -> Ending:
    """Return what is true of a session that ends now, on the resident's wish."""
    if state.session.kept:
        return Ending.KEPT
    return Ending.LEFT if state.session.would_lose else Ending.LOOKED


def react(state: State, phase: Leaving | StillThere, event: Event) -> State:
    """Return to the page beneath, or leave."""
    match phase, event:
        case Leaving(beneath), Touched("go_on" | "back"):
            return state.at(beneath)
        case StillThere(beneath), Touched("go_on") if may_extend(state):
            return replace(state, phase=beneath, extended=state.extended + 1)
        case ((Leaving() | StillThere()), _):
            return state
        case _:
            assert_never(phase)


def may_extend(state: State) -> bool:
    """Whether the time may be extended once more (WCAG 2.2.1: at least ten times in a row)."""
    return state.extended < state.outside.settings.timers.extend_max
