"""Somebody walks away, at any moment of any journey: what was done is done, what was not is gone, and nothing is left to see."""

import pytest

from kiosk.commands.money import CloseOrder
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.journeys.phases.ending import Goodbye
from kiosk.journeys.phases.money import Paying
from tests.faults.mishaps.truth import assert_truthful
from tests.faults.mishaps.visits import JOURNEYS, each, moments


@pytest.mark.parametrize("name", JOURNEYS)
def test_at_every_moment_the_end_is_truthful_and_clean(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed().give_up())


@pytest.mark.parametrize("name", JOURNEYS)
def test_at_every_moment_when_nobody_answers_either(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed(lambda _: None).give_up())


@pytest.mark.parametrize("name", JOURNEYS)
def test_who_leaves_by_the_button_hears_the_same(name: str) -> None:
    for moment in moments(name):
        assert_truthful(moment.resumed().leave())


def test_before_it_is_kept_nothing_is_stored() -> None:
    for name, moment in each(lambda one: Record not in map(type, one.commands)):
        assert not moment.resumed(lambda _: None).give_up().commanded(Record), (name, moment.page)


def test_a_code_that_can_be_paid_is_closed_first() -> None:
    found = each(lambda one: isinstance(one.state.phase, Paying))
    assert len(found) == 2
    for _, moment in found:
        assert moment.resumed(lambda _: None).give_up().commanded(CloseOrder)


def test_the_wipe_comes_once_whatever_the_moment() -> None:
    for name, moment in each(lambda one: not isinstance(one.state.phase, Goodbye)):
        visit = moment.resumed().give_up()
        assert len(visit.commanded(Wipe)) == 1, (name, moment.page)
