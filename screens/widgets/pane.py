"""A window onto something higher than the room for it: dragged by a finger, or turned by two big buttons.

The buttons stand below it whenever something is hidden, with how many screens there are, so that nobody has to guess
that there is more.
"""

import math

from kivy.graphics import Color, PopMatrix, PushMatrix, Rectangle, ScissorPop, ScissorPush, Translate

from screens.stage import Stage
from screens.theme import Type, channels
from screens.views.frame import Action
from screens.widgets.button import Button, Rank
from screens.widgets.element import Element
from screens.widgets.surface import fade
from screens.widgets.text import Text

_FADE_MM = 9.0


class Pane(Element):
    """Shows an element that needs `needed` pixels; `offset` is how many of them lie above the window."""

    def __init__(self, stage: Stage, inside: Element, offset: float = 0.0) -> None:
        super().__init__(stage)
        self.inside = inside
        self.offset = offset
        self.needed = 0.0
        self._room = 0.0
        self._high = 0.0
        self._put_off: list[Element] = []
        with self.canvas.before:
            self._scissor = ScissorPush(x=0, y=0, width=1, height=1)
            PushMatrix()
            self._move = Translate(0, 0)
        with self.canvas.after:
            PopMatrix()
            ScissorPop()
            Color(*channels(stage.palette.page.surface))
            self._above = Rectangle(texture=fade(), size=(0, 0))
            self._below = Rectangle(texture=fade(), size=(0, 0))
        self.add_widget(inside)
        self.pager: Pager | None = None

    @property
    def hidden(self) -> float:
        """How many pixels do not fit."""
        return max(0.0, self._high - self._room)

    @property
    def faded(self) -> float:
        """How many pixels at its edges fade out where something is hidden."""
        return self.measures.unit(_FADE_MM) if self.hidden else 0.0

    def repaint(self) -> None:
        """Keep the window and the movement; there is nothing else to draw."""

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Show as much as there is room for; what is lower than the room fills it."""
        super().place(x, y, width, height)
        self._room = self.height
        self._high = max(self.needed, self._room)
        self.inside.place(x, y + height - self._high, width, self._high)
        self._put_off = [element for element in self.inside.walk(restrict=True) if element.put_off]
        self._scissor.x, self._scissor.y = self.x, self.y
        self._scissor.width, self._scissor.height = self.width, self.height
        self.roll(0.0)

    def roll(self, pixels: float) -> None:
        """Move what is inside up by so many pixels, as far as it goes."""
        self.offset = round(min(self.hidden, max(0.0, self.offset + pixels)))
        self._move.y = self.offset
        self._reveal()
        high = self.measures.unit(_FADE_MM)
        self._above.pos, self._above.size = (self.x, self.top - high), (self.width, high * (self.offset > 0))
        below = high * (self.hidden - self.offset >= 1)
        self._below.pos, self._below.size = (self.x, self.y + below), (self.width, -below)
        if self.pager is not None:
            self.pager.refresh()

    def _reveal(self) -> None:
        low, high = self.y - self.offset, self.top - self.offset
        seen = [element for element in self._put_off if element.y < high and element.top > low]
        for element in seen:
            element.reveal()
            self._put_off.remove(element)

    @property
    def screens(self) -> int:
        """How many screens what is inside takes."""
        return 1 + math.ceil(self.hidden / self._turn - 0.01)

    @property
    def screen(self) -> int:
        """Which of them is shown, counted from 1."""
        return 1 + math.ceil(self.offset / self._turn - 0.01)

    def turn(self, ways: int) -> None:
        """Go one screen down (1) or up (-1)."""
        self.roll(ways * self._turn)

    @property
    def _turn(self) -> float:
        overlap = self.measures.target(22)  # what is touched is whole on one screen or the other
        return max(self._room - overlap, self._room * 0.5, 1.0)


class Pager(Element):
    """The buttons below a pane."""

    def __init__(self, stage: Stage, pane: Pane) -> None:
        super().__init__(stage)
        self._pane = pane
        self._state: tuple[int, int] | None = None

    def fit(self, _width: float) -> float:
        """Return the height of a button."""
        return self.measures.target(21)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the buttons and the number of the screen between them."""
        super().place(x, y, width, height)
        self._state = None
        self.refresh()

    def hide(self) -> None:
        """Nothing is hidden: take the buttons away."""
        self.clear_widgets()
        self._state = None

    def refresh(self) -> None:
        """Show which screen it is."""
        state = (self._pane.screen, self._pane.screens)
        if state == self._state:
            return
        self._state = state
        self.clear_widgets()
        words = self.stage.words
        side = self.width * 0.39
        if state[0] > 1:
            self._button("scroll_up", words("widget-see-above"), "up", -1, self.left, side)
        if state[0] < state[1]:
            self._button(
                "scroll_down", words("widget-see-below"), "down", 1, self.left + self.width - side, side
            )
        number = Text(
            self.stage,
            words("widget-screen-of", number=state[0], total=state[1]),
            Type.STRONG,
            self.stage.palette.page.soft,
            align="center",
        )
        self.add_widget(number)
        room = self.width - 2 * side
        high = number.fit(room)
        number.place(self.left + side, self.y + (self.height - high) / 2, room, high)

    def _button(self, target: str, label: str, icon: str, ways: int, x: float, width: float) -> None:  # noqa: PLR0917  # one of two
        button = Button(
            self.stage,
            Action(target, label),
            Rank.SECONDARY,
            lambda: self._pane.turn(ways),
            icon=icon,
            height_mm=21,
        )
        self.add_widget(button)
        button.place(x, self.y, width, self.height)
