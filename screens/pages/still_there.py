"""Is somebody still there? A number that runs down, large."""

from screens.pages.content import Content
from screens.stage import Stage
from screens.theme import Type
from screens.views.waiting import StillThere
from screens.widgets.countdown import Countdown
from screens.widgets.element import Stack
from screens.widgets.surface import rounded
from screens.widgets.text import Text


class StillThereContent(Content):
    """A number that runs down, large, with a bar that empties."""

    def __init__(self, view: StillThere, stage: Stage) -> None:
        super().__init__(stage)
        self._countdown = Countdown(view.countdown or 0, stage.now)
        self._countdown.changed = self._again
        self._gap = stage.measures.unit(7)
        self._number = self._large()
        self._unit = Text(
            stage, stage.words("widget-seconds-unit"), Type.LABEL, stage.palette.sheet.soft, align="center"
        )
        self._lines = Stack(
            stage,
            [Text(stage, line, Type.LABEL, stage.palette.sheet.ink, align="center") for line in view.lines],
            self._gap,
        )
        for element in (self._number, self._unit, self._lines):
            self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height of number, bar and lines."""
        parts = (
            self._number.fit(width),
            self._unit.fit(width),
            self._lines.fit(width),
            self.measures.unit(5),
        )
        return sum(parts) + 5 * self._gap

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the number on top, then the bar, then the lines."""
        super().place(x, y, width, height)
        top = y + height - self._gap
        for element in (self._number, self._unit):
            high = element.fit(width)
            element.place(x, top - high, width, high)
            top -= high
        top -= self.measures.unit(5) + 3 * self._gap
        high = self._lines.fit(width)
        self._lines.place(x, top - high, width, high)

    def paint(self) -> None:
        """Draw the sheet and the bar."""
        unit = self.measures.unit
        rounded(self.x, self.y, self.width, self.height, self.stage.palette.on_strong, unit(3.2))
        long, thick = self.width * 0.7, unit(5)
        left = self.center_x - long / 2
        low = self.top - 2 * self._gap - self._number.fit(self.width) - self._unit.fit(self.width) - thick
        share = self._countdown.left / max(1, self._countdown.seconds)
        rounded(left, low, long, thick, self.stage.palette.line, thick / 2)
        if share > 0:
            gone = max(thick, long * share)
            rounded(self.within(left, gone), low, gone, thick, self.stage.palette.strong, thick / 2)

    def leave(self) -> None:
        """Count no more."""
        self._countdown.stop()

    def _large(self) -> Text:
        size = self.measures.unit(78)
        return Text(
            self.stage,
            str(self._countdown.left),
            Type.DISPLAY,
            self.stage.palette.strong,
            align="center",
            size=size,
        )

    def _again(self) -> None:
        self.remove_widget(self._number)
        self._number = self._large()
        self.add_widget(self._number)
        self.place(self.left, self.y, self.width, self.height)
