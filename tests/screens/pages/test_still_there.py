"""Countdowns run down by the clock that was handed in."""

from dataclasses import replace

from tests.screens.conftest import Show
from tests.screens.samples import VIEWS


def test_the_number_runs_down_and_stops_at_nought(show: Show) -> None:
    shown = show(VIEWS["still_there"])
    assert "30" in shown.texts
    shown.now += 12
    shown.until(lambda: "18" in shown.texts)
    shown.now += 100
    shown.until(lambda: "0" in shown.texts)


def test_a_page_that_returns_by_itself_says_when(show: Show) -> None:
    shown = show(VIEWS["outcome_done"])
    assert "45 秒后自动返回" in shown.texts
    shown.now += 5
    shown.until(lambda: "40 秒后自动返回" in shown.texts)


def test_it_runs_on_while_the_page_is_brought_up_to_date(show: Show) -> None:
    view = VIEWS["outcome_done"]
    shown = show(view)
    shown.now += 5
    shown.until(lambda: "40 秒后自动返回" in shown.texts)
    shown.show(replace(view, paper=None))
    assert "40 秒后自动返回" in shown.texts
    shown.show(replace(view, paper=None, countdown=60))
    assert "60 秒后自动返回" in shown.texts
    shown.show(replace(view, paper=None, countdown=None))
    assert not [text for text in shown.texts if "自动返回" in text]


def test_a_page_that_went_counts_no_more(show: Show) -> None:
    shown = show(VIEWS["still_there"])
    countdown = shown.page.content._countdown
    shown.show(VIEWS["home"])
    shown.now += 10
    shown.frames(30)
    assert countdown.left == 30
