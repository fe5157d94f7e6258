"""A card stays on the reader: nothing goes on before it is lifted, the end points at it, names nobody, and blocks nobody."""

import pytest

from kiosk.events.cards import CardFailed, CardLifted, CardPresented, CardReading
from kiosk.journeys.phases.opening import PresentingCard
from screens.views.card import PresentCard
from screens.views.outcome import Goodbye
from tests.faults.mishaps.truth import assert_clean, assert_truthful
from tests.faults.mishaps.visits import JOURNEYS, Visit, at, each, moments
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD

LAID = (CardReading(), CardPresented(CARD))


@pytest.mark.parametrize("name", JOURNEYS)
def test_at_every_moment_it_is_pointed_at_in_the_end(name: str) -> None:
    for moment in moments(name):
        visit = moment.resumed().post(*LAID)
        assert_truthful(visit.give_up())
        assert visit.goodbyes[-1].reminded, moment.page


def test_nothing_goes_on_before_it_is_lifted() -> None:
    for name, moment in each(lambda one: isinstance(one.state.phase, PresentingCard)):
        visit = moment.resumed().post(*LAID)
        page = visit.view
        assert isinstance(page, PresentCard), name
        assert page.primary is None
        assert CARD.name not in str(page)


def left(name: str = "apply") -> Visit:
    """A resident has gone while their card lies there: the page that points at it."""
    visit = at(name, PresentingCard).resumed().post(*LAID)
    for _ in range(9):
        if visit.page == "goodbye.card":
            return visit
        visit.wait()
    raise AssertionError(f"nobody is told of the card on {visit.page}")


def test_the_page_that_points_at_it_names_nobody() -> None:
    page = left().view
    assert isinstance(page, Goodbye)
    assert "身份证" in page.lead
    assert CARD.name not in str(page)
    assert CARD.id_number not in str(page)


def test_lifted_it_is_at_rest_and_left_lying_the_next_person_is_served_all_the_same() -> None:
    lifted = left().post(CardLifted())
    assert lifted.page == "goodbye"
    assert_clean(lifted.wait())
    forgotten = left().give_up()
    assert_clean(forgotten)
    Resident(forgotten.post(CardLifted())).terminal.open("CP-001")
    assert forgotten.page == "guide"


def test_a_card_that_cannot_be_read_is_pointed_at_too() -> None:
    visit = at("apply", PresentingCard).resumed().post(CardFailed("CARD_READ_FAILED", "ask_resident"))
    assert_truthful(visit.give_up())
    assert visit.goodbyes[-1].reminded
