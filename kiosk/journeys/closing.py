"""How a session ends: goodbye, and everything personal wiped."""

from dataclasses import replace

from kiosk.commands import Wipe
from kiosk.events import Event
from kiosk.journeys.phases import Attract, Ending, Goodbye
from kiosk.journeys.session import Session
from kiosk.journeys.state import State
from screens.views import Touched


def end(state: State, ending: Ending) -> State:
    """Say goodbye; the session is gone from here on, only its language stays for the page."""
    wiped = replace(state, session=Session(language=state.session.language), phase=Goodbye(ending))
    return wiped.commanding(Wipe)


def goodbye(state: State, _phase: Goodbye, event: Event) -> State:
    """Rest again."""
    return rest(state) if event == Touched("done") else state


def rest(state: State) -> State:
    """Return to the attract page, in Chinese."""
    return replace(state, session=Session(), phase=Attract())
