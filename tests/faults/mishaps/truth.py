"""What a visit must say in the end, by what was really done: worked out of commands and answers, not of the journey's own mind.

The four truthful sentences: done (or kept here, and sent) · nothing was taken · it is not known. Which one is owed follows
from what the queue, the till and the ballot box answered.
"""

from enum import Enum
from functools import cache

from kiosk.commands.documents import PrintDocument
from kiosk.commands.money import MakeOrder
from kiosk.commands.participation import PutAnswer
from kiosk.commands.sending import Record
from kiosk.events.money import OrderChanged, OrderMade
from kiosk.events.participation import AnswerIn, AnswerNotIn
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Delivered, NotRecorded, Recorded
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.session import Session
from kiosk.payment import NOTHING_CHARGED, OPEN, PAID
from screens.views.inputs import Touched
from screens.views.menus import Attract as AttractPage
from screens.views.outcome import Outcome, OutcomeKind
from tests.faults.mishaps.visits import JOURNEYS, Visit, turns
from tests.kiosk.journeys.terminal import AGENT, CARD, Terminal


class Sentence(Enum):
    """The truthful sentences; `PAPER` is that of documents: one may lie in the printer."""

    DONE = "done or saved"
    NOTHING = "nothing was taken"
    UNKNOWN = "not known: do not do it again"
    PAPER = "a paper may be out"


OF_ENDING = {
    Ending.LOOKED: Sentence.NOTHING,
    Ending.LEFT: Sentence.NOTHING,
    Ending.TIMED_OUT: Sentence.NOTHING,
    Ending.TAKEN_ALONG: Sentence.NOTHING,
    Ending.NOT_CHARGED: Sentence.NOTHING,
    Ending.KEPT: Sentence.DONE,
    Ending.PAID: Sentence.DONE,
    Ending.CAST: Sentence.DONE,
    Ending.UNKNOWN: Sentence.UNKNOWN,
    Ending.PAYMENT_UNKNOWN: Sentence.UNKNOWN,
    Ending.CAST_UNKNOWN: Sentence.UNKNOWN,
    Ending.PAPER_LEFT: Sentence.PAPER,
}


def owed(visit: Visit) -> Sentence:
    """Return the sentence that is true of a visit."""
    happened = visit.events
    if any(isinstance(event, Recorded) for event in happened):
        return Sentence.DONE
    if visit.commanded(Record) and not any(isinstance(event, NotRecorded) for event in happened):
        return Sentence.UNKNOWN
    if any(isinstance(event, OrderMade) for event in happened):
        return _of_payment(visit)
    if visit.commanded(PutAnswer):
        return _of_answer(visit)
    return _of_paper(visit)


@cache
def usually(name: str) -> Sentence:
    """Return how a journey ends when nothing goes wrong."""
    return owed(turns(name)[-1].resumed().carry_on(JOURNEYS[name].whom))


def _of_payment(visit: Visit) -> Sentence:
    said = [event.state for event in visit.events if isinstance(event, OrderChanged)]
    known = [state for state in said if state not in OPEN]
    if not known or known[-1] not in PAID | NOTHING_CHARGED:
        return Sentence.UNKNOWN
    return Sentence.DONE if known[-1] in PAID else Sentence.NOTHING


def _of_answer(visit: Visit) -> Sentence:
    if any(isinstance(event, AnswerIn) for event in visit.events):
        return Sentence.DONE
    out = any(isinstance(event, AnswerNotIn) for event in visit.events)
    return Sentence.NOTHING if out else Sentence.UNKNOWN


def _of_paper(visit: Visit) -> Sentence:
    """A document is out unless the printer has proved otherwise; once the resident has taken it nothing is left to say."""
    printed = {command.id for command in visit.commanded(PrintDocument)}
    ends = {event.command: event.paper for event in visit.events if isinstance(event, PrintEnded)}
    may_be_out = any(ends.get(command) is not Paper.FAILED for command in printed)
    taken = Touched("taken") in visit.events
    return Sentence.PAPER if may_be_out and not taken else Sentence.NOTHING


def assert_truthful(visit: Visit) -> None:
    """The visit has ended: what was said last is true, no outcome on the way was a lie, attract shows nothing of anybody."""
    said = [phase.ending for phase in visit.goodbyes]
    true = {owed(visit)} | ({Sentence.DONE} if visit.matters else set())
    assert {OF_ENDING[one] for one in said[-1:]} <= true, f"{said} was said, true is: {true}"
    assert said
    for page in visit.outcomes:
        _assert_outcome(visit, page)
    assert_clean(visit)


def _assert_outcome(visit: Visit, page: Outcome) -> None:
    """No page calls done what is not."""
    kept = any(isinstance(event, Recorded) for event in visit.events)
    arrived = any(isinstance(event, Delivered) for event in visit.events)
    if page.page.startswith(("outcome.done", "outcome.granted", "outcome.late")):
        assert arrived
        assert page.reference
    if page.kind is OutcomeKind.SAVED:
        assert kept
        assert page.reference
    if page.page == "outcome.not_charged":
        assert not visit.commanded(MakeOrder) or owed(visit) is Sentence.NOTHING


def assert_clean(visit: Terminal) -> None:
    """Nobody is in session, and nothing of anybody is left in the state or on the page."""
    assert isinstance(visit.state.phase, Attract)
    assert visit.state.session == Session()
    page = visit.view
    assert isinstance(page, AttractPage)
    for person in (CARD, AGENT):
        assert person.name not in str(page)
        assert person.id_number not in str(page)
