"""Every view has its page."""

import pytest

from screens.pages import build
from tests.screens.conftest import Show
from tests.screens.samples import VIEWS


def test_the_resting_page_has_no_frame(show: Show) -> None:
    shown = show(VIEWS["choice_one"])
    with pytest.raises(TypeError, match="no frame"):
        build._content(VIEWS["attract"], shown.page.stage)


def test_a_row_and_an_added_row_post(show: Show) -> None:
    shown = show(VIEWS["listing_household"])
    for name in ("change.2", "add"):
        shown.tap(name)
    assert [event.id for event in shown.drain()] == ["change.2", "add"]  # type: ignore[union-attr]  # touches


def test_a_box_posts_and_is_never_ticked_by_itself(show: Show) -> None:
    shown = show(VIEWS["privacy"])
    shown.tap("consent.sensitive")
    assert [event.id for event in shown.drain()] == ["consent.sensitive"]  # type: ignore[union-attr]  # a touch
    marks = [element for element in shown.display.walk(restrict=True) if type(element).__name__ == "Mark"]
    assert [mark._chosen for mark in marks] == [True, False]
