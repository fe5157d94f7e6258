"""Lines of a checklist, a review or an outcome, in groups on sheets."""

from collections.abc import Callable

from screens.stage import Stage
from screens.theme import Type
from screens.views.frame import Action
from screens.views.listing import Row, RowGroup, RowState
from screens.widgets.badges import Badge
from screens.widgets.button import Button, Rank
from screens.widgets.card import Card
from screens.widgets.element import Element, Stack
from screens.widgets.images import Icon
from screens.widgets.surface import plain
from screens.widgets.text import Text

_STATES = {
    RowState.TODO: ("shape", "warning"),
    RowState.DONE: ("ok", "good"),
    RowState.OPTIONAL: ("more", "neutral"),
    RowState.WAIVED: ("check", "neutral"),
    RowState.CARE: ("warning", "warning"),
}

_LABEL_SHARE = 0.33

Press = Callable[[Action], None]


class Words(Element):
    """A label with its value, and a hint below: the value stands beside the label when that fits into `column` pixels.

    Values that begin at one place are read down like a table.
    """

    def __init__(self, stage: Stage, row: Row) -> None:
        super().__init__(stage)
        self.column = 0.0
        soft = bool(row.value)
        self._label = Text(
            stage,
            row.label,
            Type.SMALL if soft else Type.STRONG,
            stage.palette.sheet.soft if soft else stage.palette.sheet.ink,
        )
        below: list[Element] = [Text(stage, row.value, Type.STRONG, stage.palette.sheet.ink)] if soft else []
        if row.hint:
            below.append(Text(stage, row.hint, Type.SMALL, stage.palette.sheet.soft))
        self._below = Stack(stage, below, 0)
        self._beside = soft
        self.add_widget(self._label)
        self.add_widget(self._below)

    def fit(self, width: float) -> float:
        """Return the height of label, value and hint."""
        if self._aside:
            return max(self._label.fit(self.column), self._below.fit(width - self.column))
        return self._label.fit(width) + self._below.fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the label on top and the rest beside or below it."""
        super().place(x, y, width, height)
        aside = self._aside
        label = self._label.fit(self.column if aside else width)
        left, top = (x + self.column, y + height) if aside else (x, y + height - label)
        self._label.place(x, y + height - label, self.column if aside else width, label)
        room = width - (left - x)
        below = self._below.fit(room)
        self._below.place(left, top - below, room, below)

    @property
    def _aside(self) -> bool:
        return self._beside and self._label.natural_width() <= self.column


class RowLine(Element):
    """A label with its value, the state as icon and word, and what can be pressed at the right."""

    def __init__(self, stage: Stage, row: Row, press: Press, first: bool) -> None:
        super().__init__(stage)
        unit = stage.measures.unit
        self._first = first
        self._gap, self._padding = unit(5), max(unit(4.5), stage.measures.apart / 2)
        self._words = Words(stage, row)
        self._icon = self._badge = self._button = None
        if row.state is not None:
            icon, name = _STATES[row.state]
            look = stage.palette.looks[name]
            self._icon = Icon(stage, icon, unit(12), look.ink)
            self._badge = Badge(stage, stage.words(f"widget-state-{row.state.value}"), look)
        if action := row.action:
            self._button = Button(
                stage, action, Rank.SECONDARY, lambda: press(action), height_mm=21, role=Type.STRONG
            )
        for element in (self._words, self._icon, self._badge, self._button):
            if element is not None:
                self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height of the words or the button, whichever is higher."""
        words = self._words_height(width)
        button = self._button.fit(self._button.natural_width()) if self._button else 0.0
        return max(words, button, self.measures.unit(12)) + 2 * self._padding

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put icon, words, state and button from left to right."""
        super().place(x, y, width, height)
        middle, right = y + height / 2, x + width
        for element in (self._button, self._badge):
            if element is not None:
                wide = element.natural_width()
                high = element.fit(wide)
                element.place(right - wide, middle - high / 2, wide, high)
                right -= wide + self._gap
        if self._icon:
            side = self._icon.fit(0)
            self._icon.place(x, middle - side / 2, side, side)
            x += side + self._gap
        high = self._words_height(width)
        self._words.place(x, middle - high / 2, self._room(width), high)

    def paint(self) -> None:
        """Draw a hairline above every line but the first."""
        if not self._first:
            plain(self.x, self.top, self.width, max(1, self.measures.unit(0.3)), self.stage.palette.line)

    def _words_height(self, width: float) -> float:
        self._words.column = width * _LABEL_SHARE
        return self._words.fit(self._room(width))

    def _room(self, width: float) -> float:
        icon = self._icon.fit(0) + self._gap if self._icon else 0.0
        others = [element.natural_width() + self._gap for element in (self._badge, self._button) if element]
        return max(width - icon - sum(others), self.measures.unit(40))


def group(stage: Stage, rows: RowGroup, press: Press) -> Element:
    """Return a group of rows on a sheet under its heading."""
    lines: list[Element] = [RowLine(stage, row, press, first=at == 0) for at, row in enumerate(rows.rows)]
    sheet = Card(stage, Stack(stage, lines, 0), padding_mm=4.0, sides_mm=8.0)
    if not rows.heading:
        return sheet
    heading = Text(stage, rows.heading, Type.LABEL, stage.palette.page.ink)
    return Stack(stage, [heading, sheet], stage.measures.unit(3))
