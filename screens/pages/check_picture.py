"""A picture just taken, with what may be wrong with it."""

from screens.pages.content import Content
from screens.stage import Stage
from screens.views.frame import Banner, Tone
from screens.views.pictures import CheckPicture
from screens.widgets.card import notice
from screens.widgets.element import Element, Stack
from screens.widgets.pictures import Photograph


class PictureContent(Content):
    """A picture just taken, with what may be wrong with it."""

    fills = True

    def __init__(self, view: CheckPicture, stage: Stage) -> None:
        super().__init__(stage)
        self._photograph = Photograph(stage, view.picture)
        self._gap = stage.measures.apart
        warnings: list[Element] = [notice(stage, Banner(Tone.WARNING, line)) for line in view.warnings]
        self._warnings = Stack(stage, warnings, self._gap)
        self.add_widget(self._warnings)
        self.add_widget(self._photograph)

    def fit(self, width: float) -> float:
        """Return the height at which the picture fills the width."""
        return self._photograph.fit(width) + self._above(width)

    def least(self, width: float) -> float:
        """Return the height at which the picture can still be judged."""
        return self.measures.unit(110) + self._above(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the warnings above the picture."""
        super().place(x, y, width, height)
        above = self._above(width)
        warnings = self._warnings.fit(width)
        self._warnings.place(x, y + height - warnings, width, warnings)
        natural = self._photograph.fit(width)
        high = min(height - above, natural)
        wide = width * high / natural
        self._photograph.place(x + (width - wide) / 2, y + height - above - high, wide, high)

    def _above(self, width: float) -> float:
        high = self._warnings.fit(width)
        return high + self._gap if high else 0.0
