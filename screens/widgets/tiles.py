"""Tiles in columns; pressing one posts that it was touched."""

from collections.abc import Callable
from functools import partial

from screens.stage import Stage
from screens.theme import Type
from screens.typesetting import Setting
from screens.views.inputs import Touched
from screens.views.menus import Tile
from screens.widgets.badges import Badge, Badges, badges_height
from screens.widgets.control import Control
from screens.widgets.element import Element, Grid
from screens.widgets.images import Disc
from screens.widgets.text import Text

MOST_TILES = 120
_UPRIGHT_COLUMNS = 3
_STRETCH = 1.25
_MOST_BADGES = 4
_MOST_LABEL, _MOST_HINT = 4, 3  # lines


def tiles(
    shown: tuple[Tile, ...], columns: int, stage: Stage, *, lead: bool = False, put_off: bool = False
) -> Grid:
    """Return tiles in columns, those that `lead` in the strong colour; with `put_off` they fill when they come into sight.

    On an upright panel three columns are so narrow that the icon stands above the words.
    """
    upright = stage.measures.portrait and columns >= _UPRIGHT_COLUMNS
    buttons = [
        TileButton(
            stage,
            tile,
            partial(stage.post, Touched(tile.id)),
            upright=upright,
            lead=lead,
            put_off=put_off,
        )
        for tile in shown[:MOST_TILES]
    ]
    return Grid(stage, buttons, columns, stage.measures.apart, stretch=_STRETCH)


class TileButton(Control):
    """A tile: in a narrow column the icon stands above the words, in a wide one before them.

    It knows its height before it has anything on it: a shelf of a hundred tiles shows ten.
    """

    def __init__(
        self, stage: Stage, tile: Tile, tap: Callable[[], None], *, upright: bool, lead: bool, put_off: bool
    ) -> None:
        look = stage.palette.lead if lead else stage.palette.control
        super().__init__(stage, tile.id, look if tile.enabled else stage.palette.disabled, tap)
        unit = stage.measures.unit
        self.put_off = put_off
        self._tile, self._lead, self._upright = tile, lead, upright
        self._hint = tile.hint if tile.enabled or not tile.reason else tile.reason
        self._padding = unit(5 if upright else 4 if stage.low else 6)
        self._gap = unit(2)
        self._side = unit(24 if upright else 20)
        self._measured = [Setting(stage.measures, tile.label, Type.LABEL, _MOST_LABEL)]
        if self._hint:
            self._measured.append(Setting(stage.measures, self._hint, Type.SMALL, _MOST_HINT))
        self._measured_at: tuple[float, float] = (-1.0, 0.0)  # room, height: a page asks many times
        self._icon: Disc | None = None
        self._lines: list[Element] = []

    def fit(self, width: float) -> float:
        """Return the height of icon and words."""
        words = self._words_height(width)
        icon = self._side if self._tile.icon else 0.0
        inner = words + icon + self._gap * 1.5 * bool(icon) if self._upright else max(words, icon)
        return max(inner + 2 * self._padding, self.measures.target(42 if self._upright else 30))

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the icon and the words, unless that is put off."""
        super().place(x, y, width, height)
        if not self.put_off:
            self._place_all()

    def reveal(self) -> None:
        """Put the icon and the words, and draw all of it."""
        self.put_off = False
        self.repaint()
        self._place_all()

    def repaint(self) -> None:
        """Draw the surface, unless that is put off."""
        if not self.put_off:
            super().repaint()

    def _place_all(self) -> None:
        if not self._lines:
            self._fill()
        x, y, width, height = self.left, self.y, self.width, self.height
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

    def _fill(self) -> None:
        stage, tile, look = self.stage, self._tile, self.look
        align = "center" if self._upright else "start"
        if tile.icon:
            self._icon = Disc(stage, tile.icon, self._side, strong=self._lead, enabled=tile.enabled)
        self._lines.append(Text(stage, tile.label, Type.LABEL, look.ink, align=align, most=_MOST_LABEL))
        if self._hint:
            self._lines.append(Text(stage, self._hint, Type.SMALL, look.soft, align=align, most=_MOST_HINT))
        if tile.badges:
            badges = tuple(Badge(stage, badge, stage.palette.neutral) for badge in tile.badges[:_MOST_BADGES])
            self._lines.append(Badges(stage, badges, centred=self._upright))
        for element in (*self._lines, self._icon):
            if element is not None:
                self.add_widget(element)

    def _place_lines(self, x: float, top: float, width: float) -> None:
        for line in self._lines:
            high = line.fit(width)
            line.place(x, top - high, width, high)
            top -= high + self._gap

    def _room(self, width: float) -> float:
        beside = self._side + self._padding if self._tile.icon and not self._upright else 0
        return width - 2 * self._padding - beside

    def _words_height(self, width: float) -> float:
        room = self._room(width)
        if room == self._measured_at[0]:
            return self._measured_at[1]
        heights = [setting.fit(room) for setting in self._measured]
        if self._tile.badges:
            heights.append(badges_height(self.stage, self._tile.badges[:_MOST_BADGES], room))
        self._measured_at = room, sum(heights) + self._gap * (len(heights) - 1)
        return self._measured_at[1]
