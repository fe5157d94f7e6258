"""The platform answers with errors (5xx, refusals), at any moment: what may wait is kept here, nothing is called failed that may be done."""

import pytest

from kiosk.commands.sending import Record
from kiosk.journeys.phases.sending import Recording
from screens.views.outcome import OutcomeKind
from tests.faults.mishaps.truth import Sentence, assert_truthful, owed
from tests.faults.mishaps.visits import JOURNEYS, at, moments, turns
from tests.faults.mishaps.worlds import without_platform

PLATFORM_FAILS = without_platform("refused")


@pytest.mark.parametrize("name", JOURNEYS)
def test_whoever_walks_away_then_hears_the_truth(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed(PLATFORM_FAILS).give_up())


@pytest.mark.parametrize("name", JOURNEYS)
def test_whoever_goes_on_as_far_as_it_goes_hears_the_truth(name: str) -> None:
    for moment in turns(name)[1:]:
        assert_truthful(moment.resumed(PLATFORM_FAILS).carry_on(JOURNEYS[name].whom))


@pytest.mark.parametrize("name", ["apply", "report", "for an organisation"])
def test_what_was_handed_in_is_saved_here_and_sent_later(name: str) -> None:
    visit = at(name, Recording).resumed(PLATFORM_FAILS).carry_on()
    assert owed(visit) is Sentence.DONE
    assert visit.outcomes[-1].kind is OutcomeKind.SAVED
    assert len(visit.commanded(Record)) == 1
