"""Answers to choose from, and boxes to tick."""

from collections.abc import Callable
from enum import Enum

from screens.stage import Stage
from screens.theme import Type
from screens.views.choices import Option
from screens.views.reading import Check
from screens.widgets.control import Control
from screens.widgets.element import Element
from screens.widgets.images import Disc, Icon
from screens.widgets.surface import rounded
from screens.widgets.text import Text


class Marking(Enum):
    """What a press on an option does, said by its mark."""

    RING = "ring"  # chooses this one
    BOX = "box"  # adds it or takes it away
    ARROW = "arrow"  # chooses it and goes on at once


class OptionButton(Control):
    """An answer with a mark that shows whether it is chosen, in a form as well as in colour."""

    def __init__(
        self, stage: Stage, option: Option, marking: Marking, tap: Callable[[], None], role: Type = Type.LABEL
    ) -> None:
        super().__init__(
            stage, option.id, stage.palette.chosen if option.selected else stage.palette.control, tap
        )
        unit = stage.measures.unit
        self._padding, self._gap = unit(7), unit(5)
        plain = marking is Marking.ARROW and not option.selected
        self._mark = None if plain else Mark(stage, option.selected, square=marking is Marking.BOX)
        self._arrow = Icon(stage, "next", unit(10), self.look.soft) if marking is Marking.ARROW else None
        self._icon = Disc(stage, option.icon, unit(20)) if option.icon else None
        self._words = [Text(stage, option.label, role, self.look.ink, most=4)]
        if option.hint:
            self._words.append(Text(stage, option.hint, Type.SMALL, self.look.soft, most=3))
        for element in (self._mark, self._icon, self._arrow, *self._words):
            if element is not None:
                self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height of the words."""
        return max(self._height(width) + self.measures.unit(11), self.measures.target(31))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the mark, the icon and the words."""
        super().place(x, y, width, height)
        left = x + self._padding
        for element in (self._mark, self._icon):
            if element is not None:
                side = element.fit(0)
                element.place(left, y + (height - side) / 2, side, side)
                left += side + self._gap
        if self._arrow:
            side = self._arrow.fit(0)
            self._arrow.place(x + width - self._padding - side, y + (height - side) / 2, side, side)
        room, top = self._room(width), y + (height + self._height(width)) / 2
        for words in self._words:
            high = words.fit(room)
            words.place(left, top - high, room, high)
            top -= high

    def _height(self, width: float) -> float:
        return sum(words.fit(self._room(width)) for words in self._words)

    def _room(self, width: float) -> float:
        beside = (self._mark, self._icon, self._arrow)
        taken = sum(element.fit(0) + self._gap for element in beside if element is not None)
        return width - 2 * self._padding - taken


class Mark(Element):
    """A ring or a box; filled and ticked when chosen."""

    def __init__(self, stage: Stage, chosen: bool, square: bool) -> None:
        super().__init__(stage)
        self._chosen = chosen
        self._square = square
        self._side = stage.measures.unit(11)
        self._tick = Icon(stage, "check", self._side * 0.72, stage.palette.on_strong) if chosen else None
        if self._tick:
            self.add_widget(self._tick)

    def fit(self, _width: float) -> float:
        """Return its side."""
        return self._side

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the tick inside."""
        super().place(x, y, width, height)
        if self._tick:
            self._tick.place(x, y, width, height)

    def paint(self) -> None:
        """Draw the ring or box."""
        radius = self.measures.unit(2.2) if self._square else self._side / 2
        rounded(
            self.x,
            self.y,
            self._side,
            self._side,
            self.stage.palette.strong if self._chosen else self.stage.palette.edge,
            radius,
        )
        if not self._chosen:
            stroke = self.measures.unit(0.9)
            inner = self._side - 2 * stroke
            rounded(
                self.x + stroke, self.y + stroke, inner, inner, self.stage.palette.on_strong, radius - stroke
            )


class CheckButton(OptionButton):
    """A box to tick with its sentence."""

    def __init__(self, stage: Stage, check: Check, tap: Callable[[], None]) -> None:
        option = Option(check.id, check.label, selected=check.ticked)
        super().__init__(stage, option, Marking.BOX, tap, role=Type.STRONG)
