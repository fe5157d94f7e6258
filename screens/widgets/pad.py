"""The pad for signing and for writing: ink follows the finger at once."""

from collections.abc import Callable

from kivy.graphics import Color, SmoothLine

from screens.stage import Stage
from screens.theme import Type, channels
from screens.views.inputs import Stroke
from screens.widgets.control import RADIUS_MM, STROKE_MM
from screens.widgets.element import Element
from screens.widgets.surface import plain, rounded, surface
from screens.widgets.text import Text

_MOST_POINTS = 4000
_CLOSE = 1.5
_ASPECT = 0.58
Pixel = tuple[float, float]


class Pad(Element):
    """Holds strokes; `drawn` is called with all of them when one is finished."""

    target = "pad"

    def __init__(
        self,
        stage: Stage,
        strokes: tuple[Stroke, ...],
        drawn: Callable[[tuple[Stroke, ...]], None],
        hint: str = "widget-sign-here",
        *,
        ruled: bool = True,
    ) -> None:
        super().__init__(stage)
        self._drawn = drawn
        self._ruled = ruled
        self._strokes = strokes
        self._pixels: list[Pixel] = []
        self._line: SmoothLine | None = None
        self._hint = Text(stage, stage.words(hint), Type.BODY, stage.palette.sheet.soft, align="center")

    def fit(self, width: float) -> float:
        """Return half of its width."""
        return width * _ASPECT

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Draw the strokes where the pad is now."""
        super().place(x, y, width, height)
        self._redraw()

    def take(self, strokes: tuple[Stroke, ...]) -> None:
        """Show these strokes instead."""
        if strokes != self._strokes:
            self._strokes = strokes
            self._redraw()

    def paint(self) -> None:
        """Draw the sheet and, when it is ruled, the line to sign on."""
        unit = self.measures.unit
        surface(
            self.x,
            self.y,
            self.width,
            self.height,
            self.stage.palette.control,
            unit(RADIUS_MM),
            max(1, unit(STROKE_MM)),
        )
        if self._ruled:
            left, low = self.x + self.width * 0.08, self.y + self.height * 0.2
            plain(left, low, self.width * 0.84, max(2, unit(0.6)), self.stage.palette.line)

    def pen_down(self, x: float, y: float) -> None:
        """Begin a stroke."""
        self._pixels = [self._within(x, y)]
        if self._hint.parent:
            self.remove_widget(self._hint)
        with self.canvas:
            Color(*channels(self.stage.palette.strong))
            self._dot(*self._pixels[0])
            self._line = self._ink(self._pixels)

    def pen_move(self, x: float, y: float) -> None:
        """Go on with it."""
        point = self._within(x, y)
        last = self._pixels[-1]
        if (
            len(self._pixels) < _MOST_POINTS
            and max(abs(point[0] - last[0]), abs(point[1] - last[1])) > _CLOSE
        ):
            self._pixels.append(point)
            if self._line is not None:
                self._line.points = _flat(self._pixels)

    def pen_up(self) -> None:
        """End it and say so."""
        stroke = tuple(((x - self.x) / self.width, (self.top - y) / self.height) for x, y in self._pixels)
        self._pixels, self._line = [], None
        self._strokes = (*self._strokes, stroke)
        self._drawn(self._strokes)

    def _redraw(self) -> None:
        self.canvas.clear()
        self.clear_widgets()
        if not self._strokes:
            self.add_widget(self._hint)
            self._hint.place(self.left, self.y + self.height * 0.2, self.width, self.height * 0.6)
        with self.canvas:
            Color(*channels(self.stage.palette.strong))
            for stroke in self._strokes:
                points = [(self.x + x * self.width, self.top - y * self.height) for x, y in stroke]
                self._dot(*points[0])
                self._ink(points)

    def _ink(self, points: list[Pixel]) -> SmoothLine:
        return SmoothLine(
            points=_flat(points), width=max(2.0, self.measures.unit(2.2) / 2), overdraw_width=1.6
        )

    def _dot(self, x: float, y: float) -> None:
        side = max(4, self.measures.unit(2.2))
        rounded(x - side / 2, y - side / 2, side, side, self.stage.palette.strong, side / 2)

    def _within(self, x: float, y: float) -> Pixel:
        return min(max(x, self.x), self.right), min(max(y, self.y), self.top)


def _flat(points: list[Pixel]) -> list[float]:
    return [value for point in points for value in point]
