"""The display as keys meet it: rows to walk through, a ring around what the focus is on, pages that scroll to it."""

from collections.abc import Iterator

from kivy.graphics import Color, InstructionGroup, Line

from screens.display import Display
from screens.focus import Rows
from screens.palettes import Palette
from screens.texts import words
from screens.theme import channels
from screens.views import AnyView
from screens.views.entry import Entry
from screens.voice import keys
from screens.voice.page import stops
from screens.widgets.control import Control
from screens.widgets.element import Element
from screens.widgets.keyboard import Keys
from screens.widgets.pane import Pane

_RING_MM, _AWAY_MM = 1.6, 1.2


class Focusing:
    """What can be pressed on a display's page, and the ring that says where the focus is: two lines, seen on any ground."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._ring = InstructionGroup()
        display.canvas.after.add(self._ring)

    def rows(self) -> Rows:
        """Return all that can be pressed, in reading order: the content, a keyboard's rows, then the ways on and back."""
        view = self._display.view
        if view is None:
            return ()
        there = {element.target for element in self._controls()}
        single = [(part,) for part in stops(view, words(view.language)) if part.target in there]
        ways = _ways(view)
        at = next((number for number, (part,) in enumerate(single) if part.target in ways), len(single))
        return (*single[:at], *self._keys(view), *single[at:])

    def mark(self, targets: tuple[str, ...], nth: int = 0) -> None:
        """Draw the ring around these, as one, and scroll to where they are; of several with one id, around the `nth`."""
        self._ring.clear()
        marked = [element for element in self._controls() if element.target in targets]
        if not marked:
            return
        if len(targets) == 1:
            marked = marked[min(nth, len(marked) - 1) :][:1]
        self._scroll_to(marked[0])
        boxes = [self._display.box_of(element) for element in marked]
        left, low = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
        self._draw(left, low, right - left, top - low, marked[0].stage.palette)

    def press(self, target: str) -> None:
        """Do what a finger would there."""
        for element in self._controls():
            if element.target == target:
                element.tap()
                return

    def _controls(self) -> Iterator["Control"]:
        for element in self._display.walk(restrict=True):
            if getattr(element, "target", "") and hasattr(element, "tap"):
                yield element

    def _keys(self, view: AnyView) -> Rows:
        say, hidden = words(view.language), isinstance(view, Entry) and view.masked
        boards = (element for element in self._display.walk(restrict=True) if isinstance(element, Keys))
        return tuple(
            tuple(keys.key(target, face, say, hidden=hidden) for target, face in row)
            for board in boards
            for row in board.faces()
        )

    def _scroll_to(self, element: Element) -> None:
        panes = (one for one in self._display.walk(restrict=True) if isinstance(one, Pane))
        pane = next((one for one in panes if element in one.walk(restrict=True)), None)
        if pane is None:
            return
        low, top = element.y + pane.offset, element.top + pane.offset
        if low < pane.y:
            pane.roll(pane.y - low)
        elif top > pane.top:
            pane.roll(pane.top - top)

    def _draw(self, x: float, y: float, width: float, height: float, palette: Palette) -> None:
        thick = self._display.mm(_RING_MM)
        for colour, out in ((palette.on_strong, 0.0), (palette.page.ink, thick)):
            away = self._display.mm(_AWAY_MM) + out
            box = (x - away, y - away, width + 2 * away, height + 2 * away)
            self._ring.add(Color(*channels(colour)))
            self._ring.add(
                Line(rectangle=_within(box, self._display.size, thick), width=thick / 2, joint="miter")
            )


def _ways(view: AnyView) -> set[str]:
    ways = (view.secondary, view.back, view.leave, view.primary, *view.tools)
    return {way.id for way in ways if way}


def _within(
    box: tuple[float, float, float, float], size: tuple[float, float], edge: float
) -> tuple[float, ...]:
    left, low = max(box[0], edge / 2), max(box[1], edge / 2)
    right, top = min(box[0] + box[2], size[0] - edge / 2), min(box[1] + box[3], size[1] - edge / 2)
    return left, low, right - left, top - low
