"""How a session ends: goodbye, and everything personal wiped."""

from dataclasses import replace

from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.printing import Paper
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.ending import Ending, Goodbye
from kiosk.journeys.phases.money import PaymentEnded
from kiosk.journeys.phases.participation import TookPart
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.phases.sending import Finished
from kiosk.journeys.session import Session
from kiosk.journeys.state import State
from kiosk.payment import GOES_BACK, NOTHING_CHARGED, UNKNOWN
from screens.views.inputs import Touched


def end(state: State, ending: Ending) -> State:
    """Say goodbye; the session is gone from here on, only its language and looks stay for the page."""
    wiped = replace(state, session=state.session.afresh(), phase=goodbye(state, ending))
    return wiped.commanding(Wipe)


def goodbye(state: State, ending: Ending) -> Goodbye:
    """Return the goodbye of a session that ends so: what became of it, and what to take along."""
    match state.phase:
        case (
            Finished(printing=Printing(paper=Paper.PRINTED))
            | PaymentEnded(printing=Printing(paper=Paper.PRINTED))
            | TookPart(printing=Printing(paper=Paper.PRINTED))
        ):
            receipt = True
        case _:
            receipt = False
    kept = state.session.kept
    card = state.session.card is not None or bool(kept and kept.applicant)
    return Goodbye(ending, card, receipt, state.session.paper_out)


def of_payment(paid: str) -> Ending:
    """Return what is true of a session that ends after a payment has come to this state."""
    if paid in NOTHING_CHARGED:
        return Ending.NOT_CHARGED
    return Ending.PAYMENT_UNKNOWN if paid == UNKNOWN or paid in GOES_BACK else Ending.PAID


def react(state: State, phase: Goodbye, event: Event) -> State:
    """Rest again when the resident has read it; a card left on the reader is pointed at first."""
    return leave_taken(state, phase) if event == Touched("done") else state


def leave_taken(state: State, phase: Goodbye) -> State:
    """Return to the attract page, as the settings say, but remind once of a card that lies on the reader."""
    if state.outside.card_lies and not phase.reminded:
        return state.at(replace(phase, reminded=True))
    return replace(state, session=Session(), phase=Attract(), extended=0)
