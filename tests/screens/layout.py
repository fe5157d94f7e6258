"""What a page looks like as plain data: its targets and texts, screen after screen where it scrolls."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from screens import samples
from screens.appearance import Appearance
from tests.screens.samples import PANELS
from tests.screens.shown import Shown

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Line:
    """A text as it is drawn: its box, the box of what it lies on, and whether it was cut."""

    said: str
    box: Box
    within: Box
    cut: bool
    scrolls: bool
    capital: float


@dataclass(frozen=True)
class Screenful:
    """One screen of a page. Boxes are x, y, width, height in pixels, origin at the upper left."""

    targets: dict[str, Box]
    lines: tuple[Line, ...]


Pages = dict[str, tuple[Screenful, ...]]
_WALKED: dict[tuple[str, str, Appearance], Pages] = {}


def walk(window: Any, panel: str, language: str, appearance: Appearance) -> Pages:
    """Return every sample on a panel in a language and an appearance; shown once for each test process."""
    if (panel, language, appearance) not in _WALKED:
        shown = Shown(window, PANELS[panel])
        pages: Pages = {}
        for name, view in samples.views(language).items():
            shown.show(replace(view, appearance=appearance))
            pages[name] = tuple(_screens(shown))
        shown.close()
        _WALKED[panel, language, appearance] = pages
    return _WALKED[panel, language, appearance]


def _screens(shown: Shown) -> Iterator[Screenful]:
    yield _screenful(shown)
    screens = 1
    while "scroll_down" in shown.display.targets():
        shown.tap("scroll_down")
        yield _screenful(shown)
        screens += 1
        assert screens < 20, "the page does not end"


def _screenful(shown: Shown) -> Screenful:
    return Screenful(shown.display.targets(), tuple(_lines(shown)))


def _lines(shown: Shown) -> Iterator[Line]:
    from screens.widgets.pane import Pane  # noqa: PLC0415  # after the window
    from screens.widgets.text import Text  # noqa: PLC0415  # after the window

    height = shown.display.height
    for element in shown.display.walk(restrict=True):
        if not isinstance(element, Text) or not element.text or element.width <= 1:
            continue
        panes = [parent for parent in _parents(element) if isinstance(parent, Pane)]
        shift = panes[0].offset if panes else 0.0
        x, low, wide, high = element.inked()
        box = (x, height - low - shift - high, wide, high)
        cut = element.lines[-1].endswith("…") and not element.text.endswith("…")
        holder = _holder(element)
        within = (holder.x, height - holder.y - holder.height - shift, holder.width, holder.height)
        yield Line(
            element.text,
            box,
            within,
            cut,
            bool(panes),
            element.em * 0.733 / shown.display._measures.size.density,
        )


def _holder(text: Any) -> Any:
    """What a text must not stick out of: the nearest control, card, badge or field, else the content or page."""
    from screens.pages.content import Content  # noqa: PLC0415  # after the window
    from screens.pages.frame import Frame  # noqa: PLC0415  # after the window
    from screens.widgets.badges import Badge  # noqa: PLC0415  # after the window
    from screens.widgets.card import Card  # noqa: PLC0415  # after the window
    from screens.widgets.control import Control  # noqa: PLC0415  # after the window
    from screens.widgets.field import Field  # noqa: PLC0415  # after the window

    holders = (Control, Card, Badge, Field, Content, Frame)
    parents = list(_parents(text))
    return next((parent for parent in parents if isinstance(parent, holders)), parents[-1])


def _parents(element: Any) -> Iterator[Any]:
    from screens.widgets.element import Element  # noqa: PLC0415  # after the window

    parent = element.parent
    while isinstance(parent, Element):
        yield parent
        parent = parent.parent
