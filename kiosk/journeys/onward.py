"""What comes when a matter is done: it may be rated, another one may be begun, or the session ends."""

from dataclasses import replace

from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.sending import Delivered
from kiosk.journeys import form
from kiosk.journeys.case import answers, context, with_answers
from kiosk.journeys.closing import goodbye
from kiosk.journeys.form import Answers
from kiosk.journeys.phases.browsing import Home
from kiosk.journeys.phases.documents import DocumentEnded
from kiosk.journeys.phases.ending import Ending, Goodbye, Satisfaction
from kiosk.journeys.phases.money import PaymentEnded
from kiosk.journeys.phases.sending import Finished
from kiosk.journeys.plan import Stage
from kiosk.journeys.recording import record
from kiosk.journeys.session import Rated
from kiosk.journeys.state import State
from kiosk.payment import GOES_BACK, NOTHING_CHARGED, UNKNOWN
from screens.views.inputs import Touched

RATING = "CP-012"
"""The item of the catalogue that takes what somebody thinks of a service."""

STARS = ("5", "4", "3", "2", "1")
"""The five levels, by the codes of the catalogue, the best first."""

_ASKED = "SC-26"
"""The page by which a flow of the catalogue asks for it."""


def may_go_on(state: State) -> bool:
    """Whether another matter can follow in the same session: for oneself; whoever acts for others has a way of their own."""
    return state.session.agent is None and state.session.organisation is None


def given(state: State) -> dict[str, object]:
    """Return what the resident has given so far for themselves, by meaning, to be offered again in a matter that follows."""
    if not may_go_on(state):
        return {}
    now = form.given(context(state), answers(state)) if state.session.answers else {}
    return {**state.session.given, **now}


def conclude(state: State, ending: Ending, *, another: bool = False) -> State:
    """Leave a matter that is done, to begin `another` or for good; what was done may be rated first.

    Everything personal is gone before anybody is asked what they think: only who stays for another matter keeps who they are.
    """
    after = Home() if another else goodbye(state, ending)
    staying = replace(state.session, given=given(state)).staying()
    left = replace(state, session=staying if another else state.session.afresh())
    if not is_rated(state):
        return over(left, after)
    item = state.session.item
    return left.having(item=item).at(Satisfaction(item, after))


def is_rated(state: State) -> bool:
    """Whether somebody is asked what they think: the catalogue wants it, it was done, and it can be kept."""
    catalogue, item = state.outside.catalogue, state.item
    asked = item.rating and _ASKED in catalogue.flows.get(item.flow, ()) and RATING in catalogue.by_code
    return asked and not state.outside.closed and _is_done(state)


def react(state: State, phase: Satisfaction, event: Event) -> State:
    """Return what an event makes of the page that asks what somebody thinks."""
    match event:
        case Touched("skip"):
            return over(state, phase.after)
        case Touched(id) if id.startswith("stars:") and id.removeprefix("stars:") in STARS:
            return _sent(state, phase, id.removeprefix("stars:"))
        case _:
            return state


def over(state: State, after: Goodbye | Home) -> State:
    """Go where the resident was going before they were asked."""
    session = state.session.for_next() if isinstance(after, Home) else state.session.afresh()
    return replace(state, session=session, phase=after).commanding(Wipe)


def _sent(state: State, phase: Satisfaction, stars: str) -> State:
    """Have it kept, without a name; how that ends changes nothing for the resident."""
    rated = Rated(phase.item, phase.after)
    session = replace(state.session.for_next(), item=RATING, plan=(Stage.SUBMIT,), rated=rated)
    return record(with_answers(replace(state, session=session), Answers({"rating.stars": stars})))


def _is_done(state: State) -> bool:
    kept = state.session.kept
    match state.phase:
        case Finished(fate=Delivered()):
            return kept is not None and kept.act is None
        case PaymentEnded(state=paid):
            return paid not in NOTHING_CHARGED and paid not in GOES_BACK and paid != UNKNOWN
        case DocumentEnded(taken=taken):
            return taken
        case _:
            return False
