"""Search: the words typed so far, what was found, and the keyboard."""

from dataclasses import replace

from screens.keyboards.typing import Typing
from screens.pages.content import Content
from screens.stage import Stage
from screens.theme import Measures, Type
from screens.views import AnyView
from screens.views.entry import Entry, Keyboard
from screens.views.inputs import Edited
from screens.views.menus import Search
from screens.widgets.element import Element, Grid
from screens.widgets.field import Field
from screens.widgets.keyboard import Keys
from screens.widgets.text import Text
from screens.widgets.tiles import tiles

_MOST_FOUND = 6
_FOUND_SHARE = 0.4


class SearchContent(Content):
    """The words typed so far, what was found, and the keyboard; letters count while they are still Pinyin.

    Upright, what was found stands between field and keyboard; on a lying panel at their left. Where all stands low there
    is room for keys or for candidates: letters come first, and with candidates what was found rises above their reach.
    """

    fills = True
    has_keys = True

    def __init__(self, view: Search, stage: Stage) -> None:
        super().__init__(stage)
        self.wide = not stage.measures.portrait
        self._columns = 1 if self.wide else 2
        chinese = stage.language.startswith("zh")
        keyboard = Keyboard.CHINESE if chinese and not stage.low else Keyboard.LATIN
        self._typing = Typing(keyboard, view.query, 60, lambda: stage.composer, live=True)
        entry = Entry(page=view.page, title="", keyboard=keyboard, example=view.hint)
        self._field = Field(stage, entry, self._typing)
        self._keys = Keys(stage, self._typing, newline=False, typed=self._typed)
        self._gap = stage.measures.beside_keys + 2 if stage.low else stage.measures.apart + 1
        self._tile_stage = replace(stage, measures=Measures(stage.measures.size)) if stage.low else stage
        self._view = view
        self._found: Element = self._tiles(view, _MOST_FOUND)
        for element in (self._field, self._keys, self._found):
            self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height with what was found."""
        found = 0 if self.wide else self.measures.unit(150)
        return self._field.fit(width) + self._gap + self._keys.fit(width) + found

    def least(self, width: float) -> float:
        """Return the height of field and keyboard, and of one row of tiles."""
        found = 0 if self.wide else self._row_height + self._gap
        return self._field.fit(width) + self._gap + self._keys.least(width) + found

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the field on top, the keyboard at the bottom, what was found between them or at the left."""
        super().place(x, y, width, height)
        beside = width * _FOUND_SHARE if self.wide else 0.0
        left, wide = x + beside, width - beside
        field = self._field.fit(wide)
        found = 0 if self.wide else self._row_height + self._gap
        keys = min(self._keys.fit(wide), height - field - self._gap - found)
        keys = min(keys, max(self.reachable(y) - found, self._keys.least(wide)))
        self._field.place(left, y + height - field, wide, field)
        self._keys.place(left, y, wide, keys)
        if self.wide:
            room = min(height, self.reachable(y))
            self._place_found(x, y + room, beside - 2 * self._gap, room)
        else:
            top = min(height - field - self._gap, max(self.reachable(y), keys + found))
            self._place_found(x, y + top, width, top - keys - self._gap)

    def renew(self, view: AnyView) -> bool:
        """Show what was found for what is typed now."""
        if not isinstance(view, Search):
            return False
        self._typing.take(view.query)
        self.remove_widget(self._found)
        self._found = self._tiles(view, _MOST_FOUND)
        self._view = view
        self.add_widget(self._found)
        self.place(self.left, self.y, self.width, self.height)
        return True

    def forget(self) -> None:
        """Drop what is being composed."""
        self._typing.forget()

    @property
    def _row_height(self) -> float:
        """How much room a row of tiles is given above the keys."""
        return self.measures.target(30 if self.stage.low else 40)

    def _typed(self) -> None:
        self._field.place(self._field.left, self._field.y, self._field.width, self._field.height)
        self.stage.post(Edited(self._typing.whole))

    def _tiles(self, view: Search, most: int) -> Element:
        if view.tiles:
            return tiles(view.tiles[:most], self._columns, self._tile_stage)
        return Text(
            self._tile_stage,
            view.nothing_found if view.query else "",
            Type.LABEL,
            self.stage.palette.page.ink,
        )

    def _place_found(self, x: float, top: float, width: float, room: float) -> None:
        """As many tiles as there is room for: the likeliest come first, and more letters narrow them down."""
        most = _MOST_FOUND
        while isinstance(self._found, Grid) and self._found.fit(width) > room and most > self._columns:
            most -= self._columns
            self.remove_widget(self._found)
            self._found = self._tiles(self._view, most)
            self.add_widget(self._found)
        if isinstance(self._found, Text):
            self._found.squeeze(width, room)
        high = self._found.fit(width)
        self._found.place(x, top - high, width, high)
