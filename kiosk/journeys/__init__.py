"""What a resident meets, in which order, in which words: a pure state machine without I/O, clock or window.

`start` gives the first state, `step` the next one and what it commands, `view` what to show, `deadline` how long it may
last. Nothing personal outlives the session: it is all in `State.session`, which the end of the session drops.
"""

from dataclasses import replace
from datetime import date

from config.catalogue import Catalogue
from config.language import Language
from config.settings import Settings
from kiosk.commands import Command
from kiosk.events import Event, TimedOut
from kiosk.journeys import browse, browse_pages, closing, closing_pages, timing
from kiosk.journeys.outside import learn, look
from kiosk.journeys.phases import Attract, Ending, Goodbye, Home, Searching, Shelf
from kiosk.journeys.session import Session
from kiosk.journeys.state import State
from kiosk.journeys.timing import deadline
from screens.views import AnyView, Drawn, Edited, Touched

__all__ = ["State", "deadline", "start", "step", "view"]


def start(settings: Settings, catalogue: Catalogue, today: date, terminal_id: str = "") -> State:
    """Return the state of a terminal where nobody is in session."""
    return State(look(settings, catalogue, today, terminal_id), Session(), Attract())


def step(state: State, event: Event) -> tuple[State, tuple[Command, ...]]:
    """Return the state after an event, and what it commands; the same object when nothing changed."""
    before = state
    outside = learn(state.outside, event)
    if outside is not state.outside:
        state = replace(state, outside=outside)
    state = _react(state, event)
    if type(state.phase) is not type(before.phase) or isinstance(event, Touched | Edited | Drawn):
        state = replace(state, entered=before.entered + 1)
    commands = state.commands
    return (replace(state, commands=()) if commands else state), commands


def _react(state: State, event: Event) -> State:  # noqa: PLR0911  # one a phase
    match event:
        case TimedOut(entered):
            return timing.timed_out(state) if entered == state.entered and deadline(state) else state
        case Touched("language"):
            other = Language.CHINESE if state.session.language is Language.ENGLISH else Language.ENGLISH
            return replace(state, session=replace(state.session, language=other))
        case Touched("leave") if not isinstance(state.phase, Attract | Goodbye):
            return closing.end(state, Ending.LOOKED)
    match state.phase:
        case Attract() as phase:
            return browse.attract(state, phase, event)
        case Home() as phase:
            return browse.home(state, phase, event)
        case Shelf() as phase:
            return browse.shelf(state, phase, event)
        case Searching() as phase:
            return browse.searching(state, phase, event)
        case Goodbye() as phase:
            return closing.goodbye(state, phase, event)


def view(state: State) -> AnyView:
    """Return the page."""
    match state.phase:
        case Attract() as phase:
            return browse_pages.attract(state, phase)
        case Home() as phase:
            return browse_pages.home(state, phase)
        case Shelf() as phase:
            return browse_pages.shelf(state, phase)
        case Searching() as phase:
            return browse_pages.searching(state, phase)
        case Goodbye() as phase:
            return closing_pages.goodbye(state, phase)
