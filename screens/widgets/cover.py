"""What lies over a page that only the resident's headphones may tell of."""

from screens.stage import Stage
from screens.theme import Type
from screens.widgets.element import Element
from screens.widgets.surface import plain
from screens.widgets.text import Text

_BLACK, _WORDS = "#000000", "#b8b8b8"


class Cover(Element):
    """Black, with a line that says why, so that nobody takes the terminal for broken."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._text = Text(stage, stage.words("voice-blank"), Type.LABEL, _WORDS, align="center")
        self.add_widget(self._text)
        self.place(0, 0, self.measures.width, self.measures.height)

    def fit(self, _width: float) -> float:
        """Return the height of the panel."""
        return float(self.measures.height)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the line in the middle."""
        super().place(x, y, width, height)
        high = self._text.fit(width)
        self._text.place(x, y + (height - high) / 2, width, high)

    def paint(self) -> None:
        """Draw the black."""
        plain(self.x, self.y, self.width, self.height, _BLACK)
