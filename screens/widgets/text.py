"""Text: broken into lines by Chinese rules, never marked up, drawn once into a texture."""

from typing import Any

from kivy.core.text import Label
from kivy.graphics import Color, Rectangle

from screens import fonts
from screens.linebreak import balanced, break_lines, shorten, unorphaned, widest_unit
from screens.stage import Stage
from screens.theme import Type, channels
from screens.widgets.element import Element
from screens.wording import LONG, clean

MOST_LINES = 120
_MOST_IN_LINE = 160


class Text(Element):
    """A text in a role and colour. `align` is "left", "center" or "right"; `most` lines, then an ellipsis.

    Lines of a text that is being `typed` break where they are full, so that nothing jumps; others are made even. A
    heading whose longest word is wider than its room gets smaller, in steps down to the smallest size, before the word is
    broken.
    """

    def __init__(
        self,
        stage: Stage,
        text: str,
        role: Type,
        ink: str,
        *,
        align: str = "left",
        most: int = MOST_LINES,
        size: int = 0,
        typed: bool = False,
    ) -> None:
        super().__init__(stage)
        self.text = clean(text, min(LONG, most * _MOST_IN_LINE))
        self.role = role
        self.em = size or stage.measures.em(role)
        self.lines: list[str] = []
        self._ink = ink
        self._align = align
        self._most = most
        self._typed = typed
        self._largest = self.em
        self._texture: Any = None
        self._drawn: tuple[tuple[str, ...], int] = ((), 0)
        self._fitted = -1.0

    def advance(self, text: str) -> float:
        """Return the width of a piece of text in this role, in pixels."""
        return sum(fonts.advance(character, self.em, self.role.bold) for character in text)

    def natural_width(self) -> float:
        """Return the width of its longest line when nothing is broken."""
        return max(self.advance(line) for line in self.text.split("\n")) + 2

    def fit(self, width: float) -> float:
        """Return the height of its lines at a width. Nothing is drawn yet: a page asks for many widths."""
        if width != self._fitted:
            self._fitted = width
            self._resize(width)
            self.lines = self._broken(width) if self.text else []
        return float(len(self.lines) * fonts.line_height(self.em, self.role.bold))

    def squeeze(self, width: float, height: float) -> None:
        """Get smaller, down to the smallest size, until the lines fit into a rectangle."""
        least = self.measures.unit(Type.SMALL.value[0])
        while self.fit(width) > height and self._largest > least:
            self._largest = max(least, self._largest - max(1, self._largest // 12))
            self._fitted = -1.0

    def paint(self) -> None:
        """Draw the lines at their alignment."""
        self.fit(self.width)
        if not self.lines:
            return
        self._draw()
        x, y, wide, high = self.inked()
        Color(*channels(self._ink))
        Rectangle(texture=self._texture, pos=(round(x), round(y)), size=(wide, high))

    def inked(self) -> tuple[float, float, float, float]:
        """Return where the lines are drawn: x, y, width and height. Needs `paint`."""
        wide, high = self._texture.size
        slack = {"left": 0.0, "center": (self.width - wide) / 2, "right": self.width - wide}[self._align]
        return self.x + slack, self.y + (self.height - high) / 2, wide, high

    def tint(self, ink: str) -> None:
        """Take another colour."""
        if ink != self._ink:
            self._ink = ink
            self.repaint()

    def _draw(self) -> None:
        wanted = (tuple(self.lines), self.em)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        label = Label(
            text="\n".join(self.lines),
            font_name=fonts.FAMILY,
            font_size=self.em,
            bold=self.role.bold,
            halign=self._align,
            line_height=1.0,
        )
        label.refresh()
        self._texture = label.texture

    def _resize(self, width: float) -> None:
        self.em = self._largest
        least = self.measures.unit(Type.SMALL.value[0])
        if not (self.role.bold or self._most == 1) or self._typed or self.em <= least:
            return
        widest = self.natural_width() if self._most == 1 else widest_unit(self.text, self.advance)
        if widest > max(width, 0.0):  # a label without words needs no room, and may be given less than none
            self.em = max(least, self.measures.smaller(self.em * width / widest))

    def _broken(self, width: float) -> list[str]:
        if self._most == 1:
            return [shorten(" ".join(self.text.split("\n")), width, self.advance)]
        if self._typed:
            return break_lines(self.text, width, self.advance, self._most)
        breaking = balanced if self.role.bold and self.role is not Type.STRONG else unorphaned
        return breaking(self.text, width, self.advance, self._most)
