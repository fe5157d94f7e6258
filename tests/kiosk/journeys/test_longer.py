"""Who needs longer says so once: on the warning, or on the page of the voice; it holds until the session ends."""

import pytest

from kiosk.journeys import deadline
from screens.views.waiting import StillThere
from tests.kiosk.journeys.terminal import Terminal
from tests.kiosk.journeys.test_hearing import speaking


def limit(terminal: Terminal) -> float:
    """How long nothing may happen, with the warning at its end."""
    return (deadline(terminal.state) or 0) + terminal.state.outside.settings.timers.warn


def test_one_touch_on_the_warning_makes_every_page_wait_four_times_as_long() -> None:
    terminal = Terminal().touch("start")
    before = limit(terminal)
    assert terminal.wait().touch("longer").page == "home"
    assert limit(terminal) == pytest.approx(4 * before)
    assert limit(terminal.touch("search")) == pytest.approx(4 * before)


def test_it_is_asked_once() -> None:
    terminal = Terminal().touch("start").wait().touch("longer").wait()
    assert isinstance(terminal.view, StillThere)
    assert terminal.view.secondary is None
    assert terminal.view.primary is not None


def test_it_ends_with_the_session() -> None:
    terminal = Terminal().touch("start").wait().touch("longer")
    patient = limit(terminal)
    terminal.touch("leave", "done", "start")
    assert limit(terminal) == pytest.approx(patient / 4)


def test_it_can_be_said_and_taken_back_where_the_voice_is_chosen() -> None:
    terminal = speaking().touch("voice")
    before = limit(terminal)
    assert limit(terminal.touch("longer")) == pytest.approx(2 * before)  # hearing alone doubles it
    assert limit(terminal.touch("longer")) == pytest.approx(before)


def test_the_warning_can_be_answered_ten_times_in_a_row_and_more() -> None:
    terminal = Terminal().touch("start")
    for _ in range(10):
        assert isinstance(terminal.wait().view, StillThere)
        assert (terminal.view.countdown or 0) >= 20
        assert terminal.touch("go_on").page == "home"
