"""What is signed, the pad, and the button that clears it."""

from screens.pages.content import Content, touch
from screens.stage import Stage
from screens.theme import Type
from screens.views import AnyView
from screens.views.inputs import Drawn
from screens.views.pictures import Sign
from screens.widgets.button import Button, Rank
from screens.widgets.card import Card
from screens.widgets.element import Element, Stack
from screens.widgets.pad import Pad
from screens.widgets.text import Text


class SignContent(Content):
    """What is signed, the pad, and the button that clears it."""

    fills = True

    def __init__(self, view: Sign, stage: Stage) -> None:
        super().__init__(stage)
        self._view = view
        self._gap = stage.measures.apart
        lines: list[Element] = [
            Text(stage, line, Type.BODY, stage.palette.sheet.ink) for line in view.summary
        ]
        self._summary = (
            Card(stage, Stack(stage, lines, stage.measures.unit(2)), padding_mm=6) if lines else None
        )
        self._pad = Pad(stage, view.strokes, lambda strokes: stage.post(Drawn(strokes)))
        self._clear = None
        if action := view.clear:
            self._clear = Button(
                stage, action, Rank.QUIET, lambda: touch(stage, action), icon="again", height_mm=22
            )
        for element in (self._summary, self._pad, self._clear):
            if element is not None:
                self.add_widget(element)

    def fit(self, width: float) -> float:
        """Return the height with a pad half as high as wide."""
        return self._around(width) + self._pad.fit(width)

    def least(self, width: float) -> float:
        """Return the height with the lowest pad that a name can be written on."""
        return self._around(width) + self.measures.unit(70)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the summary on top, then the pad, the button below it at the right."""
        super().place(x, y, width, height)
        top = y + height
        if self._summary:
            high = self._summary.fit(width)
            self._summary.place(x, top - high, width, high)
            top -= high + self._gap
        below = self._clear.fit(width) + self._gap if self._clear else 0.0
        top = min(top, y + self.reachable(y))
        high = min(self._pad.fit(width), top - y - below)
        self._pad.place(x, top - high, width, high)
        if self._clear:
            wide = min(width, self._clear.natural_width() + self.measures.unit(10))
            low = self._clear.fit(wide)
            self._clear.place(x + width - wide, top - high - self._gap - low, wide, low)

    def renew(self, view: AnyView) -> bool:
        """Show the strokes that the journey holds now."""
        if not isinstance(view, Sign):
            return False
        same = (view.summary, view.clear) == (self._view.summary, self._view.clear)
        self._view = view
        self._pad.take(view.strokes)
        return same

    def forget(self) -> None:
        """Take the ink away."""
        self._pad.take(())

    def _around(self, width: float) -> float:
        around = self._summary.fit(width) + self._gap if self._summary else 0.0
        return around + (self._clear.fit(width) + self._gap if self._clear else 0.0)
