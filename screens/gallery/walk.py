"""What a page looks like as plain data: its targets and texts, screen after screen where it scrolls.

Import it after `screens.environment.prepare`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from screens.display import Box, Display
from screens.pages.content import Content
from screens.pages.frame import Frame
from screens.widgets.badges import Badge
from screens.widgets.card import Card
from screens.widgets.control import Control
from screens.widgets.element import Element
from screens.widgets.field import Field
from screens.widgets.images import Icon
from screens.widgets.pane import Pane
from screens.widgets.text import Text

CAPITAL_EM = 0.733
"""How high a capital letter of Noto Sans is, in ems."""

_HOLDERS = (Control, Card, Badge, Field, Content, Frame)
_MOST_SCREENS = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A text as it is drawn: its box, the box of what it lies on, whether it was cut, its capital letters in millimetres."""

    said: str
    box: Box
    within: Box
    cut: bool
    scrolls: bool
    capital: float


@dataclass(frozen=True, slots=True)
class Screenful:
    """One screen of a page. Boxes are x, y, width, height in pixels, origin at the upper left."""

    targets: dict[str, Box]
    lines: tuple[Line, ...]


@contextmanager
def unpainted() -> Iterator[None]:
    """Within it, pages are placed and not drawn: where things stand is known without a pixel, in half the time."""
    before = Element.repaint
    Element.repaint = _draw_nothing  # type: ignore[method-assign]  # only this tool wants pages that nobody sees
    try:
        yield
    finally:
        Element.repaint = before  # type: ignore[method-assign]


def _draw_nothing(self: Element) -> None:  # it takes the place of a method
    """Draw nothing."""


def screenfuls(display: Display) -> Iterator[Screenful]:
    """Yield what is shown, then turn to the next screen, until the page ends."""
    yield Screenful(display.targets(), tuple(_lines(display)))
    pane = next((element for element in display.walk(restrict=True) if isinstance(element, Pane)), None)
    for _ in range(_MOST_SCREENS):
        if pane is None or "scroll_down" not in display.targets():
            return
        pane.turn(1)
        yield Screenful(display.targets(), tuple(_lines(display)))
    raise AssertionError(f"the page {display.page} does not end")


def _lines(display: Display) -> Iterator[Line]:
    for element in display.walk(restrict=True):
        if isinstance(element, Text) and element.text and element.width > 1:
            yield _line(element, display.height)


def _line(text: Text, height: float) -> Line:
    parents = list(_parents(text))
    pane = next((parent for parent in parents if isinstance(parent, Pane)), None)
    shift = pane.offset if pane else 0.0
    x, low, wide, high = text.inked()
    holder = next((parent for parent in parents if isinstance(parent, _HOLDERS)), parents[-1])
    return Line(
        text.text,
        (x, height - low - shift - high, wide, high),
        (holder.x, height - holder.y - holder.height - shift, holder.width, holder.height),
        text.lines[-1].endswith("…") and not text.text.endswith("…"),
        pane is not None,
        text.em * CAPITAL_EM / text.measures.size.density,
    )


def _parents(element: Element) -> Iterator[Element]:
    parent = element.parent
    while isinstance(parent, Element):
        yield parent
        parent = parent.parent


def inked(display: Display) -> tuple[dict[str, Box], dict[str, Box], dict[str, Box]]:
    """Return the boxes of texts, of marks and of the targets that are wholly to be seen, by what they are."""
    texts: dict[str, Box] = {}
    marks: dict[str, Box] = {}
    for element in display.walk(restrict=True):
        if isinstance(element, (Text, Icon)) and (box := _wholly_seen(element, display.height)):
            if isinstance(element, Icon):
                marks[f"icon {element.name}"] = box
            elif element.text.strip():
                texts[element.text] = box
    return texts, marks, {name: box for name, box in display.targets().items() if box[2] < display.width}


@contextmanager
def unlettered(display: Display) -> Iterator[None]:
    """Within it, the page that is shown lacks its texts and icons."""
    written = [element for element in display.walk(restrict=True) if isinstance(element, (Text, Icon))]
    for element in written:
        element.canvas.before.clear()
    try:
        yield
    finally:
        for element in written:
            element.repaint()


def _wholly_seen(element: Text | Icon, height: float) -> Box | None:
    """Return the box of what is not scrolled away, nor near where it would be."""
    pane = next((parent for parent in _parents(element) if isinstance(parent, Pane)), None)
    shift = pane.offset if pane else 0.0
    x, low, wide, high = (
        element.inked()
        if isinstance(element, Text) and element.text
        else (element.x, element.y, element.width, element.height)
    )
    low += shift
    if pane and not pane.y + pane.faded <= low <= low + high <= pane.top - pane.faded:
        return None
    return (x, height - low - high, wide, high)
