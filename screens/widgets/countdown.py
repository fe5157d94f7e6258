"""Seconds that run down by themselves, from when a view first appeared."""

from collections.abc import Callable

from kivy.clock import Clock

from screens.stage import Stage
from screens.theme import Type
from screens.widgets.element import Element
from screens.widgets.text import Text

_LOOKS_A_SECOND = 5


class Countdown:
    """Runs down from `seconds`; `changed` is called when another second has gone."""

    def __init__(self, seconds: int, now: Callable[[], float]) -> None:
        self.seconds = seconds
        self.left = seconds
        self.changed: Callable[[], None] = lambda: None
        self._now = now
        self._ends = now() + seconds
        self._ticking = Clock.schedule_interval(self._tick, 1 / _LOOKS_A_SECOND)

    def stop(self) -> None:
        """Count no more."""
        self._ticking.cancel()

    def _tick(self, _seconds: float) -> None:
        left = max(0, round(self._ends - self._now()))
        if left != self.left:
            self.left = left
            self.changed()


class Remaining(Element):
    """A quiet line that says how much time remains: in `seconds`, or in `minutes` and the `rest` of seconds, as the text wants it."""

    def __init__(self, stage: Stage, countdown: Countdown, text: str = "widget-seconds") -> None:
        super().__init__(stage)
        self._countdown, self._words = countdown, text
        self._text = self._said()
        self.add_widget(self._text)
        countdown.changed = self._again

    def fit(self, width: float) -> float:
        """Return the height of the line."""
        return self._text.fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the line there."""
        super().place(x, y, width, height)
        self._text.place(x, y, width, height)

    def _again(self) -> None:
        self.clear_widgets()
        self._text = self._said()
        self.add_widget(self._text)
        self.place(self.left, self.y, self.width, self.height)

    def _said(self) -> Text:
        left = self._countdown.left
        words = self.stage.words(self._words, seconds=left, minutes=left // 60, rest=f"{left % 60:02d}")
        return Text(self.stage, words, Type.SMALL, self.stage.palette.page.soft, align="center", most=2)
