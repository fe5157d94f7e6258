"""Text: broken into lines, never marked up, drawn once into a texture."""

from typing import Any

from kivy.graphics import Color, Rectangle

from screens import bidi, fonts
from screens.stage import Stage
from screens.theme import Type, channels
from screens.typesetting import MOST_LINES, Setting
from screens.widgets.element import Element

_SIDES = {False: {"start": "left", "end": "right"}, True: {"start": "right", "end": "left"}}
"""Where lines begin and end, by whether the page is mirrored."""


class Text(Element):
    """A text in a role and colour. `align` is "start" (of its language's lines), "end", "left" or "center"; the rest is as `Setting` has it."""

    def __init__(
        self,
        stage: Stage,
        text: str,
        role: Type,
        ink: str,
        *,
        align: str = "start",
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
        self._align = _SIDES[stage.mirrored].get(align, align)
        self._pieces: list[
            tuple[Any, float, float]
        ] = []  # a texture, and how far right and up in the box of `_size`
        self._size = (0.0, 0.0)
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
        x, y, _wide, _high = self._aligned(*self._size)
        Color(*channels(self._ink))
        for texture, right, up in self._pieces:
            Rectangle(texture=texture, pos=(round(x + right), round(y + up)), size=texture.size)

    def inked(self) -> tuple[float, float, float, float]:
        """Return where the lines stand: x, y, width and height. Nothing needs to be drawn for it."""
        high = self.fit(self.width)
        return self._aligned(max(self.advance(line) for line in self.lines), high)

    def _aligned(self, wide: float, high: float) -> tuple[float, float, float, float]:
        return self.x + self._slack(self.width - wide), self.y + (self.height - high) / 2, wide, high

    def _slack(self, room: float) -> float:
        return {"left": 0.0, "center": room / 2, "right": room}[self._align]

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
        if self._setting.joins:
            self._draw_joined()
            return
        texture = self._label("\n".join(self.lines), joining=False).texture
        self._size, self._pieces = texture.size, [(texture, 0.0, 0.0)]

    def _draw_joined(self) -> None:
        """Draw each piece of each line by itself, all on one base line."""
        high = fonts.line_height(self.em, self.role.bold)
        rows = [
            [
                self._label(run.text, joining=run.joined)
                for run in bidi.seen(line, mirrored=self.stage.mirrored)
            ]
            for line in self.lines
        ]
        widths = [sum(label.texture.width for label in row) for row in rows]
        self._size, self._pieces = (max(widths), high * len(rows)), []
        for at, (row, wide) in enumerate(zip(rows, widths, strict=True)):
            right = self._slack(self._size[0] - wide)
            base = self._size[1] - at * high - fonts.ascent(self.em, self.role.bold)
            for label in row:
                up = base + label.get_ascent() - label.texture.height
                self._pieces.append((label.texture, right, up))
                right += label.texture.width

    def _label(self, text: str, *, joining: bool) -> Any:
        language, bold = self.stage.language, self.role.bold
        return fonts.drawn(text, language, self.em, bold, joining=joining, halign=self._align)
