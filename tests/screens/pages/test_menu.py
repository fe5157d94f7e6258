"""A long shelf: what is not in sight yet has its place, and is drawn when it comes into sight."""

from dataclasses import replace
from typing import Any

from screens import samples
from screens.views.menus import Menu, Section, Tile

MANY = 90


def _shelf() -> Menu:
    sample = samples.views("zh-Hans")["department"]
    assert isinstance(sample, Menu)
    tiles = tuple(
        Tile(f"item.{at}", f"第{at:02}项", "当场办结", "apply", ("可离线办理",)) for at in range(MANY)
    )
    return replace(sample, sections=(Section("", tiles),))


def _said(shown: Any) -> set[str]:
    return {text for text in shown.texts if text.startswith("第") and text.endswith("项")}


def test_only_what_is_in_sight_is_drawn_and_everything_comes_into_sight(show: Any) -> None:
    shown = show(_shelf())
    first = _said(shown)
    assert 0 < len(first) < MANY / 3
    touchable = {name.removeprefix("item.") for name in shown.display.targets() if name.startswith("item.")}
    assert {f"第{int(number):02}项" for number in touchable} <= first
    for _ in range(30):
        if "scroll_down" not in shown.display.targets():
            break
        shown.tap("scroll_down")
    assert len(_said(shown)) == MANY


def test_a_tile_is_as_high_before_it_is_drawn_as_afterwards(show: Any) -> None:
    shown = show(_shelf())
    before = shown.display.targets()
    shown.tap("scroll_down")
    shown.tap("scroll_up")
    assert shown.display.targets() == before
