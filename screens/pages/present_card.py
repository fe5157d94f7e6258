"""The reader with the card: two pictures take turns, one a second, and what to do stands below."""

from kivy.clock import Clock

from screens import theme
from screens.pages.content import Content
from screens.stage import Stage
from screens.theme import Type
from screens.views import CardStage, PresentCard
from screens.widgets.element import Element, Stack
from screens.widgets.images import Drawing
from screens.widgets.text import Text

_ABOVE = 0.6
_FRAMES = {CardStage.WAITING: 2, CardStage.READING: 1, CardStage.LIFT: 2}


class CardContent(Content):
    """The reader with the card, two pictures a second taking turns, and what to do, in the middle of the room."""

    fills = True

    def __init__(self, view: PresentCard, stage: Stage) -> None:
        super().__init__(stage)
        self._view = view
        self._turn = 0
        high = stage.measures.unit(215 if stage.measures.portrait else 150)
        self._drawing = Drawing(stage, self._picture(), high)
        words: list[Element] = [
            Text(stage, line, Type.TITLE, theme.PAGE.ink, align="center") for line in view.lines
        ]
        self._stack = Stack(stage, [self._drawing, *words], stage.measures.unit(5))
        self.add_widget(self._stack)
        self._ticking = Clock.schedule_interval(self._next, 1.0)

    def fit(self, width: float) -> float:
        """Return the height of picture and words."""
        return self._stack.fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the picture above the words, a little above the middle."""
        super().place(x, y, width, height)
        high = self._stack.fit(width)
        self._stack.place(x, y + (height - high) * _ABOVE, width, high)

    def leave(self) -> None:
        """Stop taking turns."""
        self._ticking.cancel()

    def _next(self, _seconds: float) -> None:
        self._turn = (self._turn + 1) % _FRAMES[self._view.stage]
        self._drawing.turn_to(self._picture())

    def _picture(self) -> str:
        return f"reader_{self._view.stage.value}_{self._turn}"
