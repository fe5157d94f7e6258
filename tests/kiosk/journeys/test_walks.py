"""The walks of `tests.kiosk.journeys.walks`, some steps of them; the million is walked apart."""

import pytest

from tests.kiosk.journeys.terminal import CARD
from tests.kiosk.journeys.walks import Walk, assert_masked


def test_the_promises_hold_at_every_step() -> None:
    walk = Walk(seed=7)
    walk.go(2_000)
    assert walk.steps >= 2_000
    assert walk.sessions > 40
    assert len(walk.met) > 40
    assert len(walk.walker.ids) > 200


def test_a_name_that_is_said_is_found() -> None:
    with pytest.raises(AssertionError, match=CARD.name):
        assert_masked("nothing", f"a card of {CARD.name}")
