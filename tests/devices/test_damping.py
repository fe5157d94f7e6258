"""What is shown about a device that comes and goes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.damping import UNSTEADY, WORKING, Condition, Damping

GONE = Condition(working=False, code="DEVICE_GONE")
SILENT = Condition(working=False, code="READER_SILENT")
HELD = Condition(working=False, code=UNSTEADY)


def test_nothing_is_known_at_first() -> None:
    assert Damping().shown(0) is None
    assert Damping().due() == math.inf


def test_working_is_shown_at_once() -> None:
    damping = Damping()
    damping.observe(WORKING, 5)
    assert damping.shown(5) == WORKING
    assert damping.due() == math.inf


def test_a_blip_is_not_shown() -> None:
    damping = Damping()
    damping.observe(WORKING, 0)
    damping.observe(GONE, 5)
    assert damping.shown(5.9) == WORKING
    assert damping.due() == 6
    damping.observe(WORKING, 5.9)
    assert damping.shown(7) == WORKING


def test_a_failure_that_lasts_is_shown_after_a_second() -> None:
    damping = Damping()
    damping.observe(WORKING, 0)
    damping.observe(GONE, 5)
    assert damping.shown(6) == GONE
    assert damping.due() == math.inf
    damping.observe(WORKING, 9)
    assert damping.shown(9) == WORKING


def test_a_device_that_is_not_there_from_the_start_is_shown_after_a_second() -> None:
    damping = Damping()
    damping.observe(GONE, 0)
    assert damping.shown(0.5) is None
    assert damping.shown(1) == GONE


def test_another_reason_of_the_same_failure_is_shown_without_waiting_anew() -> None:
    damping = Damping()
    damping.observe(GONE, 0)
    damping.observe(SILENT, 0.9)
    assert damping.shown(1) == SILENT
    damping.observe(GONE, 4)
    assert damping.due() <= 4
    assert damping.shown(4) == GONE


def flapping() -> Damping:
    damping = Damping()
    for second in range(0, 6, 2):
        damping.observe(WORKING, second)
        damping.observe(GONE, second + 1)
    return damping


def test_a_flapping_device_is_held_unsteady() -> None:
    damping = flapping()
    assert damping.shown(5) == HELD
    damping.observe(WORKING, 6)
    assert damping.shown(15.9) == HELD
    assert damping.due() == 16


def test_a_flapping_device_that_stays_away_is_shown_as_gone() -> None:
    damping = flapping()
    assert damping.shown(14.9) == HELD
    assert damping.due() == 15
    assert damping.shown(15) == GONE


def test_a_device_that_calmed_down_is_trusted_again() -> None:
    damping = flapping()
    damping.observe(WORKING, 6)
    assert damping.shown(16) == WORKING
    damping.observe(GONE, 17)
    damping.observe(WORKING, 17.5)
    assert damping.shown(17.5) == WORKING


def test_rare_failures_are_not_flapping() -> None:
    damping = Damping()
    for minute in range(0, 600, 60):
        damping.observe(WORKING, minute)
        damping.observe(GONE, minute + 30)
    assert damping.shown(599) == GONE


@given(st.lists(st.tuples(st.floats(0, 5), st.sampled_from([WORKING, GONE, SILENT])), max_size=30))
def test_whatever_happens_the_truth_is_shown_in_the_end(history: list[tuple[float, Condition]]) -> None:
    damping, now = Damping(), 0.0
    for pause, condition in history:
        now += pause
        damping.observe(condition, now)
        shown = damping.shown(now)
        assert shown is None or shown.working <= (condition.working or damping.due() < math.inf)
    damping.observe(WORKING, now)
    assert damping.shown(now + 10.001) == WORKING
    assert damping.due() == math.inf


@pytest.mark.parametrize("condition", [WORKING, GONE])
def test_due_tells_when_to_look_again(condition: Condition) -> None:
    damping = flapping()
    damping.observe(condition, 6)
    before = damping.shown(6)
    due = damping.due()
    assert damping.shown(due - 0.001 if due < math.inf else 1000) == before
