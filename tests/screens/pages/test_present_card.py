"""The pictures of the reader take turns."""

from dataclasses import replace

from screens.appearance import Appearance
from tests.screens.conftest import Show
from tests.screens.samples import VIEWS


def test_the_card_moves_until_it_lies(show: Show) -> None:
    shown = show(VIEWS["card_waiting"])
    drawing = shown.page.content._drawing
    assert drawing._name == "reader_waiting_0"
    shown.until(lambda: drawing._name == "reader_waiting_1")
    shown.show(VIEWS["card_reading"])
    assert shown.page.content._drawing._name == "reader_reading_0"


def test_a_page_that_went_moves_nothing(show: Show) -> None:
    shown = show(VIEWS["card_waiting"])
    content = shown.page.content
    shown.show(VIEWS["home"])
    assert not content._ticking.is_triggered


def test_nothing_changes_more_than_three_times_a_second() -> None:
    from screens.pages.present_card import STEP_SECONDS  # noqa: PLC0415  # after the window

    assert STEP_SECONDS >= 1 / 3  # WCAG 2.2, 2.3.1: the only picture that moves by itself


def test_for_who_wants_pictures_still_it_does_not_move(show: Show) -> None:
    shown = show(replace(VIEWS["card_waiting"], appearance=Appearance(still=True)))
    assert shown.page.content._ticking is None
    shown.show(VIEWS["home"])
