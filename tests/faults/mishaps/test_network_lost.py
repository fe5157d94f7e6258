"""The network is lost, at any moment of any journey: kept here where the item may wait, else nothing was taken; money and votes are asked for, never repeated."""

import pytest

from kiosk.commands.money import MakeOrder
from kiosk.commands.participation import PutAnswer
from kiosk.commands.sending import Record
from kiosk.events.participation import AnswerIn
from kiosk.events.sending import Delivered
from kiosk.events.world import NetworkChanged
from kiosk.journeys.phases.form import Asking
from kiosk.journeys.phases.money import PayChoice, Paying
from kiosk.journeys.phases.participation import PuttingIn
from screens.views.outcome import OutcomeKind
from tests.faults.mishaps.truth import Sentence, assert_truthful, owed
from tests.faults.mishaps.visits import JOURNEYS, Moment, Visit, at, moments, turns
from tests.faults.mishaps.worlds import without_platform
from tests.kiosk.journeys.terminal import CATALOGUE, willing

LOST = (NetworkChanged(online=False),)
PLATFORM_IS_AWAY = without_platform("offline")
PAY = "pay, without signing in"


def lost(name: str, moment: Moment) -> Visit:
    """Lose the network, and do what the pages still offer."""
    visit = moment.resumed(PLATFORM_IS_AWAY, LOST)
    return visit.carry_on(JOURNEYS[name].whom)


@pytest.mark.parametrize("name", JOURNEYS)
def test_whoever_walks_away_then_hears_the_truth(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed(PLATFORM_IS_AWAY, LOST).give_up())


@pytest.mark.parametrize("name", JOURNEYS)
def test_whoever_goes_on_hears_the_truth_and_what_may_not_wait_is_never_taken(name: str) -> None:
    for moment in turns(name):
        visit = lost(name, moment)
        assert_truthful(visit)
        handed_in = [command for command in moment.commands if isinstance(command, Record)]
        assert _may_wait(name) or visit.commanded(Record) == handed_in


def _may_wait(name: str) -> bool:
    """Whether it may be kept here; of what is asked of a case only papers that are missing may."""
    item = JOURNEYS[name].item
    return CATALOGUE.by_code[item].offline.mode == "provisional" if item else name == "supplement"


@pytest.mark.parametrize("name", ["apply", "supplement", "report", "for the family"])
def test_what_may_wait_is_finished_and_saved_here(name: str) -> None:
    visit = lost(name, at(name, Asking))
    assert owed(visit) is Sentence.DONE
    assert [page.kind for page in visit.outcomes][-1] is OutcomeKind.SAVED
    assert len(visit.commanded(Record)) == 1
    assert not any(isinstance(event, Delivered) for event in visit.events)


def test_no_order_is_made_and_an_open_one_is_not_called_failed() -> None:
    assert not lost(PAY, at(PAY, PayChoice)).commanded(MakeOrder)
    visit = lost(PAY, at(PAY, Paying))
    assert owed(visit) is Sentence.UNKNOWN
    assert visit.outcomes[-1].kind is OutcomeKind.PAYMENT_UNKNOWN
    assert "不要重复付款" in visit.outcomes[-1].sentence + visit.outcomes[-1].title


def test_an_answer_that_may_be_in_is_asked_for_and_never_put_in_twice() -> None:
    visit = lost("vote", at("vote", PuttingIn))
    assert len(visit.commanded(PutAnswer)) == 1
    assert owed(visit) is Sentence.UNKNOWN
    back = at("vote", PuttingIn).resumed(PLATFORM_IS_AWAY)
    assert back.page == "outcome.fate_unknown"
    back.answer = willing
    back.touch("again")
    assert any(isinstance(event, AnswerIn) for event in back.events)
    assert len(back.commanded(PutAnswer)) == 1
    assert_truthful(back.give_up())
