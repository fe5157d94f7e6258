"""Lines of a checklist, a review or an outcome, in groups on sheets."""

from collections.abc import Callable

from screens import theme
from screens.stage import Stage
from screens.theme import Type
from screens.views import Action, Row, RowGroup, RowState
from screens.widgets.badges import Badge
from screens.widgets.button import Button, Rank
from screens.widgets.card import Card
from screens.widgets.element import Element, Stack
from screens.widgets.images import Icon
from screens.widgets.surface import plain
from screens.widgets.text import Text

_STATES = {
    RowState.TODO: ("shape", theme.WARNING),
    RowState.DONE: ("ok", theme.GOOD),
    RowState.OPTIONAL: ("more", theme.NEUTRAL),
    RowState.WAIVED: ("check", theme.NEUTRAL),
}

Press = Callable[[Action], None]


class RowLine(Element):
    """A label with its value below, the state as icon and word, and what can be pressed at the right."""

    def __init__(self, stage: Stage, row: Row, press: Press, first: bool) -> None:
        super().__init__(stage)
        unit = stage.measures.unit
        self._first = first
        self._gap, self._padding = unit(5), unit(5)
        self._words: list[Element] = self._texts(stage, row)
        self._icon = self._badge = self._button = None
        if row.state is not None:
            icon, look = _STATES[row.state]
            self._icon = Icon(stage, icon, unit(12), look.ink)
            self._badge = Badge(stage, stage.words(f"widget-state-{row.state.value}"), look)
        if action := row.action:
            self._button = Button(
                stage, action, Rank.SECONDARY, lambda: press(action), height_mm=21, role=Type.STRONG
            )
        for element in (*self._words, self._icon, self._badge, self._button):
            if element is not None:
                self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height of the words or the button, whichever is higher."""
        room = self._room(width)
        words = sum(text.fit(room) for text in self._words)
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
        room = self._room(width)
        top = middle + sum(text.fit(room) for text in self._words) / 2
        for text in self._words:
            high = text.fit(room)
            text.place(x, top - high, room, high)
            top -= high

    def paint(self) -> None:
        """Draw a hairline above every line but the first."""
        if not self._first:
            plain(self.x, self.top, self.width, max(1, self.measures.unit(0.3)), theme.LINE)

    @staticmethod
    def _texts(stage: Stage, row: Row) -> list[Element]:
        label_role = Type.SMALL if row.value else Type.STRONG
        words: list[Element] = [
            Text(stage, row.label, label_role, theme.SHEET.soft if row.value else theme.SHEET.ink)
        ]
        if row.value:
            words.append(Text(stage, row.value, Type.STRONG, theme.SHEET.ink))
        if row.hint:
            words.append(Text(stage, row.hint, Type.SMALL, theme.SHEET.soft))
        return words

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
    heading = Text(stage, rows.heading, Type.HEADING, theme.PAGE.ink)
    return Stack(stage, [heading, sheet], stage.measures.unit(3))
