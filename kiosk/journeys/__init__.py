"""What a resident meets, in which order, in which words: a pure state machine without I/O, clock or window.

`start` gives the first state, `step` the next one and what it commands, `view` what to show, `deadline` how long it may
last (None exactly when nobody is in session). A state's `entered` changes whenever its deadline starts anew. Nothing
personal outlives the session: it is all in `State.session` and `State.phase`, which the end of the session drops.

    outside, session, phases   the facts, the resident, where the journey is: together a `State`
    plan, stages, route        the catalogue's flow as stages; which are done; the way forward and back
    browse … closing           one module for each chapter: what an event makes of a page
    pages                      one module for each chapter: what is shown
    timing, attention          deadlines, "still there?", leaving
    payload, paperwork         what is sealed for the platform; what is printed
"""

from datetime import date

from config.catalogue import Catalogue
from config.settings import Settings
from config.working_days import NOT_KNOWN, WorkingDays
from kiosk.journeys.outside import look
from kiosk.journeys.pages import view
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.session import Session
from kiosk.journeys.state import State
from kiosk.journeys.stepping import step
from kiosk.journeys.timing import deadline

__all__ = ["State", "deadline", "start", "step", "view"]


def start(
    settings: Settings,
    catalogue: Catalogue,
    today: date,
    terminal_id: str,
    working_days: WorkingDays = NOT_KNOWN,
) -> State:
    """Return the state of a terminal where nobody is in session; network and devices are taken to work."""
    outside = look(settings, catalogue, today, terminal_id, working_days)
    return State(outside, Session(), Attract())
