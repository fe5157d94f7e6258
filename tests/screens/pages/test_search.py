"""The search: what is found follows what is typed, also while it is still Pinyin."""

from dataclasses import replace

import pytest

from screens import samples
from screens.views.inputs import Edited, Touched
from tests.screens.conftest import Show
from tests.screens.pages.test_entry import ready
from tests.screens.samples import VIEWS
from tests.screens.shown import LYING, UPRIGHT

MANY = VIEWS["search_many"]


def test_initials_count_before_they_are_characters(show: Show) -> None:
    shown = ready(show(replace(VIEWS["search_empty"])))
    shown.type("jz")
    assert shown.drain() == [Edited("j"), Edited("jz")]
    shown.tap("candidate:0")
    (event,) = shown.drain()
    assert isinstance(event, Edited)
    assert event.text
    assert not event.text.isascii()


def test_what_is_found_is_shown_without_losing_the_keyboard(show: Show) -> None:
    shown = show(VIEWS["search_empty"])
    content = shown.page.content
    shown.show(replace(VIEWS["search_empty"], query="j", tiles=MANY.tiles))
    assert shown.page.content is content
    shown.tap("item.0")
    assert shown.drain() == [Touched("item.0")]


@pytest.mark.parametrize(("size", "most"), [(UPRIGHT, 6), (LYING, 6)])
def test_as_many_as_there_is_room_for_likeliest_first(show: Show, size: object, most: int) -> None:
    shown = show(MANY, size)
    found = [name for name in shown.display.targets() if name.startswith("item.")]
    assert 2 <= len(found) <= most
    assert found == [f"item.{at}" for at in range(len(found))]


def test_nothing_found_is_said(show: Show) -> None:
    view = VIEWS["search_nothing"]
    shown = show(view)
    assert view.nothing_found in shown.texts
    shown.show(replace(view, query=""))
    assert view.nothing_found not in shown.texts


def test_english_types_letters(show: Show) -> None:
    shown = show(samples.views("en")["search_empty"])
    shown.type("id")
    assert shown.drain() == [Edited("i"), Edited("id")]


def test_wiping_drops_what_is_being_composed(show: Show) -> None:
    shown = ready(show(VIEWS["search_empty"]))
    shown.type("jz")
    shown.display.wipe()
    assert shown.page.content._typing.composition.letters == ""
