"""Large things to choose from: tiles, options, boxes to tick."""

from collections.abc import Callable
from enum import Enum

from screens import theme
from screens.stage import Stage
from screens.theme import Look, Type
from screens.views import Check, Option, Tile
from screens.widgets.control import Control
from screens.widgets.element import Element
from screens.widgets.images import Icon
from screens.widgets.surface import rounded
from screens.widgets.text import Text

_BADGE_GAP_MM = 2.5


class Badge(Element):
    """A short word on a small surface."""

    def __init__(self, stage: Stage, text: str, look: Look) -> None:
        super().__init__(stage)
        self._look = look
        self._text = Text(stage, text, Type.SMALL, look.ink, align="center", most=1)
        self._padding = stage.measures.unit(3)
        self.add_widget(self._text)

    def natural_width(self) -> float:
        """Return the width of the word and its padding."""
        return self._text.natural_width() + 2 * self._padding

    def fit(self, _width: float) -> float:
        """Return the height of the word."""
        return self._text.fit(self._text.natural_width()) + self.measures.unit(0.6)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the word in the middle."""
        super().place(x, y, width, height)
        self._text.place(x + self._padding, y, width - 2 * self._padding, height)

    def paint(self) -> None:
        """Draw the small surface."""
        rounded(self.x, self.y, self.width, self.height, self._look.surface, self.measures.unit(2))


class Badges(Element):
    """Badges in a line, in as many lines as they need."""

    def __init__(self, stage: Stage, badges: tuple[Badge, ...], centred: bool = False) -> None:
        super().__init__(stage)
        self._badges = badges
        self._gap = stage.measures.unit(_BADGE_GAP_MM)
        self._centred = centred
        for badge in badges:
            self.add_widget(badge)

    def fit(self, width: float) -> float:
        """Return the height of the lines."""
        lines = len(self._lines(width))
        return lines * self._badges[0].fit(width) + (lines - 1) * self._gap

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put them from left to right and down."""
        super().place(x, y, width, height)
        high, top = self._badges[0].fit(width), y + height
        for line in self._lines(width):
            used = sum(wide for _, wide in line) + self._gap * (len(line) - 1)
            left = x + (width - used) / 2 if self._centred else x
            for badge, wide in line:
                badge.place(left, top - high, wide, high)
                left += wide + self._gap
            top -= high + self._gap

    def _lines(self, width: float) -> list[list[tuple[Badge, float]]]:
        lines: list[list[tuple[Badge, float]]] = [[]]
        used = 0.0
        for badge in self._badges:
            wide = min(badge.natural_width(), width)
            if lines[-1] and used + wide > width:
                lines.append([])
                used = 0.0
            lines[-1].append((badge, wide))
            used += wide + self._gap
        return lines


class TileButton(Control):
    """A tile: in a narrow column the icon stands above the words, in a wide one before them."""

    def __init__(self, stage: Stage, tile: Tile, upright: bool, tap: Callable[[], None]) -> None:
        super().__init__(stage, tile.id, theme.CONTROL if tile.enabled else theme.DISABLED, tap)
        unit = stage.measures.unit
        self._upright = upright
        align = "center" if upright else "left"
        self._padding = unit(5 if upright else 6)
        self._gap = unit(2)
        ink = theme.NAVY if tile.enabled else self.look.ink
        side = unit(20 if upright else 17)
        self._icon = Icon(stage, tile.icon, side, ink) if tile.icon else None
        self._side = side
        hint = tile.hint if tile.enabled or not tile.reason else tile.reason
        self._lines: list[Element] = [Text(stage, tile.label, Type.LABEL, self.look.ink, align=align, most=3)]
        if hint:
            self._lines.append(Text(stage, hint, Type.SMALL, self.look.soft, align=align, most=3))
        if tile.badges:
            badges = tuple(Badge(stage, badge, theme.NEUTRAL) for badge in tile.badges[:4])
            self._lines.append(Badges(stage, badges, centred=upright))
        for element in (*self._lines, self._icon):
            if element is not None:
                self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height of icon and words."""
        words = self._words_height(width)
        icon = self._side if self._icon else 0.0
        inner = words + icon + self._gap * 1.5 * bool(self._icon) if self._upright else max(words, icon)
        return max(inner + 2 * self._padding, self.measures.target(42 if self._upright else 30))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the icon and the words."""
        super().place(x, y, width, height)
        words, room = self._words_height(width), self._room(width)
        if self._icon is None:
            self._place_lines(x + self._padding, y + (height + words) / 2, room)
        elif self._upright:
            top = y + (height + words + self._side + self._gap * 1.5) / 2
            self._icon.place(x + (width - self._side) / 2, top - self._side, self._side, self._side)
            self._place_lines(x + self._padding, top - self._side - self._gap * 1.5, room)
        else:
            self._icon.place(x + self._padding, y + (height - self._side) / 2, self._side, self._side)
            self._place_lines(x + width - self._padding - room, y + (height + words) / 2, room)

    def _place_lines(self, x: float, top: float, width: float) -> None:
        for line in self._lines:
            high = line.fit(width)
            line.place(x, top - high, width, high)
            top -= high + self._gap

    def _room(self, width: float) -> float:
        beside = self._side + self._padding if self._icon and not self._upright else 0
        return width - 2 * self._padding - beside

    def _words_height(self, width: float) -> float:
        room = self._room(width)
        return sum(line.fit(room) for line in self._lines) + self._gap * (len(self._lines) - 1)


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
        super().__init__(stage, option.id, theme.CHOSEN if option.selected else theme.CONTROL, tap)
        unit = stage.measures.unit
        self._padding, self._gap = unit(7), unit(5)
        plain = marking is Marking.ARROW and not option.selected
        self._mark = None if plain else Mark(stage, option.selected, square=marking is Marking.BOX)
        self._arrow = Icon(stage, "next", unit(10), self.look.soft) if marking is Marking.ARROW else None
        self._icon = Icon(stage, option.icon, unit(15), theme.NAVY) if option.icon else None
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
        self._tick = Icon(stage, "check", self._side * 0.72, theme.WHITE) if chosen else None
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
        rounded(self.x, self.y, self._side, self._side, theme.NAVY if self._chosen else theme.EDGE, radius)
        if not self._chosen:
            stroke = self.measures.unit(0.9)
            inner = self._side - 2 * stroke
            rounded(self.x + stroke, self.y + stroke, inner, inner, theme.WHITE, radius - stroke)


class CheckButton(OptionButton):
    """A box to tick with its sentence."""

    def __init__(self, stage: Stage, check: Check, tap: Callable[[], None]) -> None:
        option = Option(check.id, check.label, selected=check.ticked)
        super().__init__(stage, option, Marking.BOX, tap, role=Type.STRONG)
