"""Everything once more before it is sent, and the signature."""

from dataclasses import replace
from itertools import pairwise
from math import dist

from kiosk.events import Event
from kiosk.events.lookups import SheetFound
from kiosk.journeys import asking
from kiosk.journeys.phases.form import Papers
from kiosk.journeys.phases.sending import Reviewing, Signing
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward, forward
from kiosk.journeys.signatures import unsigned
from kiosk.journeys.state import State
from screens.views.inputs import Drawn, Stroke, Touched

_SHORTEST = 0.2
"""How long a signature is at least, in widths of the pad: less is a slip of the finger."""


def react(state: State, phase: Reviewing | Signing, event: Event) -> State:
    """Return what an event makes of the last pages before sending."""
    match phase:
        case Reviewing():
            return _reviewing(state, phase, event)
        case Signing() if event == Touched("window"):
            later = may_sign_later(state) and may_send(state)
            return _signed(state, replace(phase, strokes=())) if later else state
        case Signing():
            return _signing(state, phase, event)


def may_send(state: State) -> bool:
    """Whether the application can be handed in now: with a network, or where the item may wait for one."""
    return state.outside.online or state.item.offline.mode == "provisional"


def may_sign_later(state: State) -> bool:
    """Whether who cannot draw may sign at the window, helped by the staff; a mandate is given here or not at all."""
    return state.session.agent is None


def _reviewing(state: State, phase: Reviewing, event: Event) -> State:
    match event:
        case SheetFound(command, sheet) if command == phase.asked:
            return state.at(replace(phase, similar=sheet))
        case Touched("next") if may_send(state):
            return forward(state.having(signed={}), Stage.REVIEW)
        case Touched("back"):
            return backward(state, Stage.REVIEW)
        case Touched("change.materials"):
            return state.at(Papers())
        case Touched(id) if id.startswith("change:"):
            return asking.change(state, id.removeprefix("change:")) or state
        case _:
            return state


def _signing(state: State, phase: Signing, event: Event) -> State:
    match event:
        case Drawn(strokes):
            return state.at(replace(phase, strokes=strokes, trouble=""))
        case Touched("clear"):
            return state.at(replace(phase, strokes=(), trouble=""))
        case Touched("back"):
            return backward(state.having(signed={}), Stage.SIGNATURE)
        case Touched("next") if not is_signature(phase.strokes):
            return state.at(replace(phase, trouble="sign-short"))
        case Touched("next") if may_send(state):
            return _signed(state, phase)
        case _:
            return state


def _signed(state: State, phase: Signing) -> State:
    """Keep the signature (no strokes: it is given at the window); the next adult signs, or the application is handed in."""
    state = state.having(signed={**state.session.signed, phase.name: phase.strokes})
    following = unsigned(state)
    if following:
        return state.at(Signing(following.name, following.signer))
    return forward(state, Stage.SIGNATURE)


def is_signature(strokes: tuple[Stroke, ...]) -> bool:
    """Whether enough was drawn to be a name."""
    return sum(_length(stroke) for stroke in strokes) >= _SHORTEST


def _length(stroke: Stroke) -> float:
    return sum(dist(one, other) for one, other in pairwise(stroke))
