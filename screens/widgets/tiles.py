"""Tiles in columns; pressing one posts that it was touched."""

from collections.abc import Callable
from functools import partial

from screens.stage import Stage
from screens.theme import Type
from screens.views.inputs import Touched
from screens.views.menus import Tile
from screens.widgets.badges import Badge, Badges
from screens.widgets.control import Control
from screens.widgets.element import Element, Grid
from screens.widgets.images import Disc
from screens.widgets.text import Text

MOST_TILES = 120
_UPRIGHT_COLUMNS = 3
_STRETCH = 1.25


def tiles(shown: tuple[Tile, ...], columns: int, stage: Stage, *, lead: bool = False) -> Grid:
    """Return tiles in columns, those that `lead` in the strong colour.

    On an upright panel three columns are so narrow that the icon stands above the words.
    """
    upright = stage.measures.portrait and columns >= _UPRIGHT_COLUMNS
    buttons = [
        TileButton(stage, tile, partial(stage.post, Touched(tile.id)), upright=upright, lead=lead)
        for tile in shown[:MOST_TILES]
    ]
    return Grid(stage, buttons, columns, stage.measures.unit(6), stretch=_STRETCH)


class TileButton(Control):
    """A tile: in a narrow column the icon stands above the words, in a wide one before them."""

    def __init__(
        self, stage: Stage, tile: Tile, tap: Callable[[], None], *, upright: bool, lead: bool
    ) -> None:
        look = stage.palette.lead if lead else stage.palette.control
        super().__init__(stage, tile.id, look if tile.enabled else stage.palette.disabled, tap)
        unit = stage.measures.unit
        self._upright = upright
        align = "center" if upright else "left"
        self._padding = unit(5 if upright else 6)
        self._gap = unit(2)
        self._side = unit(24 if upright else 20)
        self._icon = (
            Disc(stage, tile.icon, self._side, strong=lead, enabled=tile.enabled) if tile.icon else None
        )
        hint = tile.hint if tile.enabled or not tile.reason else tile.reason
        self._lines: list[Element] = [Text(stage, tile.label, Type.LABEL, self.look.ink, align=align, most=4)]
        if hint:
            self._lines.append(Text(stage, hint, Type.SMALL, self.look.soft, align=align, most=3))
        if tile.badges:
            badges = tuple(Badge(stage, badge, stage.palette.neutral) for badge in tile.badges[:4])
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
