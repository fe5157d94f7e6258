"""Text: broken into lines, never marked up, drawn once into a texture."""

from typing import Any

from kivy.core.text import Label
from kivy.graphics import Color, Rectangle

from screens import fonts
from screens.stage import Stage
from screens.theme import Type, channels
from screens.typesetting import MOST_LINES, Setting
from screens.widgets.element import Element


class Text(Element):
    """A text in a role and colour. `align` is "left", "center" or "right"; the rest is as `Setting` has it."""

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
        self._setting = Setting(stage.measures, text, role, most, size=size, typed=typed)
        self.text = self._setting.text
        self.role = role
        self.advance = self._setting.advance
        self.natural_width = self._setting.natural_width
        self.squeeze = self._setting.squeeze
        self._ink = ink
        self._align = align
        self._texture: Any = None
        self._drawn: tuple[tuple[str, ...], int] = ((), 0)

    @property
    def em(self) -> int:
        """The size of its letters, in pixels."""
        return self._setting.em

    @property
    def lines(self) -> list[str]:
        """The lines of the last `fit`."""
        return self._setting.lines

    def fit(self, width: float) -> float:
        """Return the height of its lines at a width. Nothing is drawn yet."""
        return self._setting.fit(width)

    def paint(self) -> None:
        """Draw the lines at their alignment."""
        self.fit(self.width)
        if not self.lines:
            return
        self._draw()
        x, y, wide, high = self._aligned(*self._texture.size)
        Color(*channels(self._ink))
        Rectangle(texture=self._texture, pos=(round(x), round(y)), size=(wide, high))

    def inked(self) -> tuple[float, float, float, float]:
        """Return where the lines stand: x, y, width and height. Nothing needs to be drawn for it."""
        high = self.fit(self.width)
        return self._aligned(max(self.advance(line) for line in self.lines), high)

    def _aligned(self, wide: float, high: float) -> tuple[float, float, float, float]:
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
