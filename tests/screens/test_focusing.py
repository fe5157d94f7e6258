"""The ring on the real window: every page's controls by keys alone, in sight where the focus is."""

from collections.abc import Callable
from dataclasses import replace

from screens.hearing import Hearing
from screens.views.inputs import Edited, Touched
from tests.screens.pixels import colours
from tests.screens.samples import VIEWS
from tests.screens.shown import Shown

Show = Callable[..., Shown]


def test_every_control_is_walked_to_and_in_sight(show: Show) -> None:
    from screens.focusing import Focusing  # noqa: PLC0415  # only after the window
    from screens.widgets.control import Control  # noqa: PLC0415

    shown = show()
    focusing = Focusing(shown.display)
    for name in (
        "home",
        "search",
        "privacy",
        "choice_long",
        "entry_pin",
        "entry_chinese",
        "entry_latin",
        "listing_review",
        "capture",
        "adjust",
    ):
        shown.show(VIEWS[name])
        rows = focusing.rows()
        drawn = {one.target for one in shown.display.walk(restrict=True) if isinstance(one, Control)}
        assert {part.target for row in rows for part in row} == {
            target for target in drawn if not target.startswith("scroll_")
        }, name
        for row in rows:
            focusing.mark(tuple(part.target for part in row))
            assert all(part.target in shown.display.targets() for part in row), (name, row)


def test_keys_type_a_number(show: Show) -> None:
    from screens.focusing import Focusing  # noqa: PLC0415  # only after the window
    from screens.navigator import Navigator  # noqa: PLC0415

    shown = show(VIEWS["entry_code"])
    navigator = Navigator(Focusing(shown.display), shown.posted.append)
    navigator.show(VIEWS["entry_code"])
    for key in ("down", "confirm", "down", "confirm"):
        navigator.press(key)
    assert shown.drain() == [Edited("2")]


def test_the_ring_can_be_seen_and_goes_with_the_focus(show: Show) -> None:
    from screens.focusing import Focusing  # noqa: PLC0415  # only after the window

    shown = show(VIEWS["choice_one"])
    focusing = Focusing(shown.display)
    x, y, _, height = shown.display.targets()["accident"]
    strip = (x - shown.display.mm(2.5), shown.display.height - y - height, shown.display.mm(2.4), height)
    assert len(colours(shown, strip)) == 1
    focusing.mark(("accident",))
    assert len(colours(shown, strip)) >= 3  # the ground and both lines
    focusing.mark(())
    assert len(colours(shown, strip)) == 1


def test_a_blank_screen_shows_nothing_and_is_not_touched(show: Show) -> None:
    from screens.focusing import Focusing  # noqa: PLC0415  # only after the window

    shown = show(VIEWS["choice_one"])
    at = shown.middle("accident")
    shown.show(replace(VIEWS["choice_one"], hearing=Hearing(blank=True)))
    shown.finger("down", at)
    shown.finger("up", at)
    assert shown.drain() == []
    Focusing(shown.display).press("accident")
    assert shown.drain() == [Touched("accident")]
    shown.show(VIEWS["choice_one"])
    shown.tap("accident")
    assert shown.drain() == [Touched("accident")]
