"""A pen that draws path data on a Pillow canvas, large first and then reduced, so that edges are smooth.

Path data is a text of commands with coordinates on a square of 48: M, L, Q, C and Z as in SVG; `O x y r` a circle,
`D x y r` a disc, `B x y x y r` a rounded box, `A x y r from to` an arc in degrees clockwise from the right. `F` fills the
shape that follows instead of stroking it.
"""

import math
from collections.abc import Iterator
from itertools import pairwise

from PIL import Image, ImageDraw

GRID = 48
_LARGER = 4
_STEPS = 24
_COUNTS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0, "O": 3, "D": 3, "B": 5, "A": 5, "F": 0}

Point = tuple[float, float]


class Pen:
    """Draws in white on nothing; the result is a mask to be tinted."""

    def __init__(self, side: int, stroke: float) -> None:
        self._side = side
        self._scale = side * _LARGER / GRID
        self._stroke = stroke
        self._image = Image.new("L", (side * _LARGER, side * _LARGER), 0)
        self._draw = ImageDraw.Draw(self._image)
        self._line: list[Point] = []
        self._fill = False

    def draw(self, data: str) -> None:
        """Draw path data."""
        for command, numbers in _commands(data):
            self._do(command, numbers)
        self._end()

    def picture(self) -> Image.Image:
        """Return the drawing: white, with the alpha of what was drawn."""
        alpha = self._image.resize((self._side, self._side), Image.Resampling.LANCZOS)
        white = Image.new("L", alpha.size, 255)
        return Image.merge("RGBA", (white, white, white, alpha))

    def polygon(self, points: list[Point], shade: int = 255) -> None:
        """Fill a polygon; a shade of 0 cuts it out."""
        self._draw.polygon([self._at(point) for point in points], fill=shade)

    def disc(self, x: float, y: float, radius: float, shade: int = 255) -> None:
        """Fill a circle; a shade of 0 cuts it out."""
        (left, top), (right, low) = self._at((x - radius, y - radius)), self._at((x + radius, y + radius))
        self._draw.ellipse((left, top, right, low), fill=shade)

    def _do(self, command: str, numbers: list[float]) -> None:
        if command in "MOBADF":
            self._end()
        match command, numbers:
            case "F", _:
                self._fill = True
            case (("M" | "L"), [x, y]):
                self._line.append((x, y))
            case (("Q" | "C"), _):
                self._line += _bezier([self._line[-1], *_pairs(numbers)])
            case "Z", _:
                self._line.append(self._line[0])
            case "O", [x, y, radius]:
                self._line = _arc(x, y, radius, 0, 360)
            case "D", [x, y, radius]:
                self.disc(x, y, radius)
            case "A", [x, y, radius, begin, end]:
                self._line = _arc(x, y, radius, begin, end)
            case "B", [left, top, right, low, radius]:
                self._line = _box(left, top, right, low, radius)
            case _:
                raise ValueError(f"no command {command} with {len(numbers)} numbers; see the module's text")

    def _end(self) -> None:
        if self._line and self._fill:
            self.polygon(self._line)
        elif self._line:
            self._trace(self._line)
        if self._line:
            self._line, self._fill = [], False

    def _trace(self, points: list[Point]) -> None:
        width = round(self._stroke * self._scale)
        self._draw.line([self._at(point) for point in points], fill=255, width=width)
        for x, y in points:
            self.disc(x, y, self._stroke / 2)

    def _at(self, point: Point) -> Point:
        return point[0] * self._scale, point[1] * self._scale


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    words = data.split()
    at = 0
    while at < len(words):
        count = _COUNTS[words[at]]
        yield words[at], [float(word) for word in words[at + 1 : at + 1 + count]]
        at += 1 + count


def _pairs(numbers: list[float]) -> list[Point]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _bezier(points: list[Point]) -> list[Point]:
    return [_casteljau(points, step / _STEPS) for step in range(1, _STEPS + 1)]


def _casteljau(points: list[Point], t: float) -> Point:
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
    return points[0]


def _arc(x: float, y: float, radius: float, begin: float, end: float) -> list[Point]:
    steps = max(8, int(abs(end - begin) / 4))
    angles = (math.radians(begin + (end - begin) * step / steps) for step in range(steps + 1))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def _box(left: float, top: float, right: float, low: float, radius: float) -> list[Point]:
    corners = (
        (right - radius, top + radius, -90),
        (right - radius, low - radius, 0),
        (left + radius, low - radius, 90),
        (left + radius, top + radius, 180),
    )
    points = [point for x, y, begin in corners for point in _arc(x, y, radius, begin, begin + 90)]
    return [*points, points[0]]
