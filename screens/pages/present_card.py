"""The reader with the card: two pictures take turns, one a second, and what to do stands below."""

from kivy.clock import Clock

from screens.pages.article import paragraph_sheet
from screens.pages.content import Content
from screens.stage import Stage
from screens.theme import Type
from screens.views.card import CardStage, PresentCard
from screens.views.reading import Paragraph
from screens.widgets.element import Element, Stack
from screens.widgets.images import Drawing
from screens.widgets.text import Text

_ABOVE = 0.6
STEP_SECONDS = 1.0
_LEAST_MM = 90.0
_FRAMES = {CardStage.WAITING: 2, CardStage.READING: 1, CardStage.LIFT: 2}


class CardContent(Content):
    """The reader with the card, two pictures a second taking turns, and what to do, in the middle of the room."""

    fills = True

    def __init__(self, view: PresentCard, stage: Stage) -> None:
        super().__init__(stage)
        self._view = view
        self._turn = 0
        portrait = stage.measures.portrait
        self._drawing: Drawing | None = None
        if (
            portrait or not view.ways
        ):  # where several ways stand on a wide panel, each has a picture of its own
            self._drawing = Drawing(stage, self._picture(), stage.measures.unit(215 if portrait else 170))
        lines = (
            view.lines if portrait or not view.ways else ()
        )  # there the title alone says it, beside the ways
        words: list[Element] = [
            Text(stage, line, Type.TITLE, stage.palette.page.ink, align="center") for line in lines
        ]
        words += [paragraph_sheet(Paragraph(way.label, (way.how,), way.icon), stage) for way in view.ways]
        self._gap = stage.measures.unit(5)
        self._words = Stack(stage, words, self._gap)
        if self._drawing:
            self.add_widget(self._drawing)
        self.add_widget(self._words)
        self._ticking = None if stage.still else Clock.schedule_interval(self._next, STEP_SECONDS)

    def fit(self, width: float) -> float:
        """Return the height of picture and words."""
        return self._above(width) + self._words.fit(width)

    def least(self, width: float) -> float:
        """Return the height with the smallest picture that shows what to do."""
        least = min(self._above(width), self.stage.measures.unit(_LEAST_MM) + self._gap)
        return least + self._words.fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the picture above the words, a little above the middle; the picture gives way where there is little room."""
        super().place(x, y, width, height)
        words = self._words.fit(width)
        above = min(self._above(width), height - words)
        low = y + (height - words - above) * _ABOVE
        self._words.place(x, low, width, words)
        if self._drawing:
            self._drawing.place(x, low + words + self._gap, width, above - self._gap)

    def leave(self) -> None:
        """Stop taking turns."""
        if self._ticking is not None:
            self._ticking.cancel()

    def _above(self, width: float) -> float:
        """The height of the picture and the gap below it."""
        return self._drawing.fit(width) + self._gap if self._drawing else 0.0

    def _next(self, _seconds: float) -> None:
        self._turn = (self._turn + 1) % _FRAMES[self._view.stage]
        if self._drawing:
            self._drawing.turn_to(self._picture())

    def _picture(self) -> str:
        return f"reader_{self._view.stage.value}_{self._turn}"
