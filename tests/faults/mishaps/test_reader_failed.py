"""The card reader fails: before signing in other ways are shown, or the guide says so; after it everything goes on."""

import pytest

from kiosk.events.scanning import CodeScanned
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys.phases.opening import PresentingCard
from kiosk.journeys.phases.sending import Reviewing
from screens.views.reading import Article
from tests.faults.mishaps.truth import assert_truthful, owed, usually
from tests.faults.mishaps.visits import JOURNEYS, Visit, at, moments, turns
from tests.kiosk.journeys.terminal import Terminal

FAILED = (DeviceChanged(DeviceClass.CARD_READER, working=False, code="NO_ANSWER"),)
WITHOUT_OTHER_WAYS = (
    *FAILED,
    DeviceChanged(DeviceClass.CHIP_READER, working=False, code="NO_ANSWER"),
    DeviceChanged(DeviceClass.SCANNER, working=False, code="NO_ANSWER"),
)


@pytest.mark.parametrize("name", JOURNEYS)
def test_whoever_walks_away_then_hears_the_truth(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed(happened=FAILED).give_up())


@pytest.mark.parametrize("name", JOURNEYS)
def test_after_signing_in_it_ends_as_it_would_have(name: str) -> None:
    for moment in turns(name)[1:2]:
        assert owed(moment.resumed(happened=FAILED).carry_on(JOURNEYS[name].whom)) is usually(name)


def test_the_guide_says_it_where_no_other_way_is_left() -> None:
    page = Terminal().post(*WITHOUT_OTHER_WAYS).open("MZ-001").view
    assert isinstance(page, Article)
    assert page.primary is None or not page.primary.enabled
    other = Terminal().post(*FAILED, DeviceChanged(DeviceClass.SCANNER, working=True)).open("MZ-001").view
    assert other.primary
    assert other.primary.enabled


def test_whoever_waits_at_the_reader_then_takes_another_way() -> None:
    visit: Visit = at("apply", PresentingCard).resumed(happened=FAILED)
    visit.post(CodeScanned("a code"))
    assert visit.page == "card.confirm"
    assert_truthful(visit.give_up())
    assert at("apply", Reviewing).resumed(happened=FAILED).page == "review"
