"""The pictures: a quiet skyline of the city for the resting page, and the card above the reader."""

import math
from collections.abc import Iterable

from PIL import Image, ImageDraw

from screens.artwork.pen import Pen, Point

_LARGER = 3
SKYLINE = (1920, 760)
SKYLINE_SCALE = 0.75  # it is kept in memory always, and has no fine lines
READER = (900, 640)
STAGES: dict[str, tuple[float | None, str, int]] = {
    "waiting_0": (8, "#9DB9D6", 1),
    "waiting_1": (44, "#9DB9D6", 0),
    "reading_0": (None, "#7BE0A0", 0),
    "lift_0": (None, "#FFD56B", 0),
    "lift_1": (8, "#FFD56B", -1),
}
"""Pictures of the card at the reader: height of the card (None: it lies there), colour of the lamp, way of an arrow."""

_FAR, _MIDDLE, _NEAR, _SHORE, _WATER = "#2F6FA8", "#21588C", "#174772", "#0F3558", "#123E66"


class _Canvas:
    """A transparent picture drawn three times too large; coordinates are those of the finished one."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self.image = Image.new("RGBA", (size[0] * _LARGER, size[1] * _LARGER), (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self.image)

    def box(  # noqa: PLR0917  # a rectangle has four numbers
        self, left: float, top: float, right: float, low: float, colour: str, radius: float = 0
    ) -> None:
        self._draw.rounded_rectangle(
            [round(value * _LARGER) for value in (left, top, right - 1 / _LARGER, low - 1 / _LARGER)],
            radius * _LARGER,
            fill=colour,
        )

    def shape(self, points: Iterable[Point], colour: str) -> None:
        self._draw.polygon([(x * _LARGER, y * _LARGER) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        self.ellipse(x - radius, y - radius, x + radius, y + radius, colour)

    def ellipse(self, left: float, top: float, right: float, low: float, colour: str) -> None:
        self._draw.ellipse([value * _LARGER for value in (left, top, right, low)], fill=colour)

    def done(self, scale: float = 1.0) -> Image.Image:
        """Return it in its size, or in a part of it."""
        size = round(self._size[0] * scale), round(self._size[1] * scale)
        return self.image.resize(size, Image.Resampling.LANCZOS)


def emblem(side: int) -> Image.Image:
    """Return the kapok flower, the flower of Guangzhou: five petals, as a mask to be tinted."""
    pen = Pen(side, 3)
    for petal in range(5):
        turn = math.radians(72 * petal)
        pen.polygon([_turned(point, turn) for point in _petal()])
    pen.disc(24, 24, 6.2, shade=0)
    for stamen in range(5):
        turn = math.radians(72 * stamen + 36)
        pen.disc(24 + 3.2 * math.sin(turn), 24 - 3.2 * math.cos(turn), 1.5)
    return pen.picture()


def skyline() -> Image.Image:
    """Return the city at the river; its middle stands alone on an upright panel."""
    canvas = _Canvas(SKYLINE)
    ground = 590
    canvas.shape(_hills(ground), _FAR)
    _towers(canvas, ground)
    _canton_tower(canvas, 1190, ground)
    _arcades(canvas, ground)
    _river(canvas, ground)
    return canvas.done(SKYLINE_SCALE)


def reader(stage: str) -> Image.Image:
    """Return the reader with the card as in one of `STAGES`."""
    height, lamp, arrow = STAGES[stage]
    canvas = _Canvas(READER)
    canvas.ellipse(90, 540, 810, 630, "#DCE4ED")
    canvas.box(130, 400, 770, 590, "#0F3D66", 34)
    canvas.shape([(190, 330), (710, 330), (770, 430), (130, 430)], "#1B5687")
    canvas.shape([(240, 346), (660, 346), (704, 416), (196, 416)], "#2B6DA3")
    canvas.box(350, 496, 550, 522, lamp, 13)
    if height is None:
        _flat_card(canvas)
    else:
        _card(canvas, height)
    if arrow:
        for x in (150, 750):
            _arrow(canvas, x, 130 if arrow > 0 else 210, arrow)
    return canvas.done()


def _petal() -> list[Point]:
    steps = [step / 24 for step in range(25)]
    right = [(_cubic(0, 11, 10.5, 0, t), _cubic(5, 9, 21.5, 20.5, t)) for t in steps]
    return [*right, *((-x, y) for x, y in reversed(right))]


def _cubic(a: float, b: float, c: float, d: float, t: float) -> float:
    u = 1 - t
    return a * u**3 + 3 * b * u * u * t + 3 * c * u * t * t + d * t**3


def _turned(point: Point, turn: float) -> Point:
    x, y = point
    return 24 + x * math.cos(turn) + y * math.sin(turn), 24 - (y * math.cos(turn) - x * math.sin(turn))


def _hills(ground: float) -> list[Point]:
    crest = [
        (x, ground - 150 - 52 * math.sin(x / 250 + 0.4) - 26 * math.sin(x / 97 + 2))
        for x in range(0, SKYLINE[0] + 8, 8)
    ]
    return [(0, ground), *crest, (SKYLINE[0], ground)]


def _towers(canvas: _Canvas, ground: float) -> None:
    towers = (
        (40, 96, 190), (150, 70, 270), (236, 84, 210), (336, 64, 330), (414, 92, 240), (520, 70, 380), (604, 84, 300),
        (702, 60, 350), (776, 96, 250), (886, 66, 300), (966, 90, 220), (1290, 84, 290), (1388, 64, 370), (1466, 92, 260),
        (1572, 72, 330), (1660, 88, 230), (1762, 66, 300), (1842, 78, 210),
    )  # fmt: skip
    for at, (left, width, height) in enumerate(towers):
        top = ground - height
        if at % 3 == 1:
            canvas.shape(
                [(left, top + 34), (left + width, top), (left + width, ground), (left, ground)], _MIDDLE
            )
        else:
            canvas.box(left, top, left + width, ground + 10, _MIDDLE, 6)
        for row in range(int(top) + 50, int(ground) - 130, 34):
            canvas.box(left + 14, row, left + width - 14, row + 5, "#2F6DA3", 2)


def _canton_tower(canvas: _Canvas, x: float, ground: float) -> None:
    top, height = ground - 500, 500
    waist = [(step / 60, 17 + 27 * abs(step / 60 - 0.40) ** 1.35 * 2.1) for step in range(61)]
    left = [(x - half, top + height * at) for at, half in waist]
    right = [(x + half, top + height * at) for at, half in waist]
    canvas.shape([*left, *reversed(right)], "#3E82BC")
    for at, half in waist[3:-6:5]:
        canvas.box(x - half + 3, top + height * at, x + half - 3, top + height * at + 4, _MIDDLE, 2)
    canvas.shape([(x - 4, top - 85), (x + 4, top - 85), (x + 8, top + 6), (x - 8, top + 6)], "#3E82BC")


def _arcades(canvas: _Canvas, ground: float) -> None:
    """The old arcade houses (骑楼) of the city along the river."""
    left, number = -30, 0
    while left < SKYLINE[0]:
        width, height = 118 + 14 * (number % 3), 118 + 22 * ((number * 2) % 3)
        _house(canvas, left, ground - height, width, ground, gable=number % 3)
        left, number = left + width, number + 1


def _house(  # noqa: PLR0917  # a rectangle has four numbers
    canvas: _Canvas, left: float, top: float, width: float, ground: float, gable: int
) -> None:
    canvas.box(left, top, left + width, ground + 4, _NEAR)
    if gable == 0:
        canvas.shape([(left + 16, top), (left + width / 2, top - 30), (left + width - 16, top)], _NEAR)
    elif gable == 1:
        canvas.disc(left + width / 2, top, 24, _NEAR)
    canvas.box(left - 2, top - 5, left + width + 2, top + 5, _NEAR)
    for column in range(3):
        begin = left + width * (0.13 + 0.27 * column)
        canvas.box(
            begin,
            top + 22,
            begin + width * 0.19,
            top + 56,
            "#F3C877" if (column + gable) % 3 == 0 else "#2A659A",
            9,
        )
    arch = width * 0.40
    for column in range(2):
        begin = left + width * (0.07 + 0.46 * column)
        canvas.box(begin, ground - 44, begin + arch, ground + 30, _SHORE, arch / 2)


def _river(canvas: _Canvas, ground: float) -> None:
    width, height = SKYLINE
    canvas.box(0, ground, width, ground + 22, _SHORE)
    canvas.box(0, ground + 22, width, height, _WATER)
    for row in range(8):
        for wave in range(14):
            x = wave * 150 + (row * 67) % 150 - 40
            long = 46 + 16 * ((wave + row) % 3)
            canvas.box(x, ground + 38 + row * 17, x + long, ground + 41 + row * 17, "#1E5688", 2)


def _card(canvas: _Canvas, top: float) -> None:
    left, right, low = 250, 650, top + 250
    canvas.box(left - 3, top - 3, right + 3, low + 3, "#75869B", 24)
    canvas.box(left, top, right, low, "#F3F8FD", 22)
    canvas.box(right - 142, top + 32, right - 32, top + 168, "#C9DBEC", 12)
    canvas.disc(right - 87, top + 80, 27, "#7F9BB8")
    canvas.ellipse(right - 134, top + 114, right - 40, top + 222, "#7F9BB8")
    canvas.box(right - 142, top + 168, right - 32, top + 230, "#F3F8FD")
    canvas.box(left, top + 196, right, low, "#D8E7F5", 22)
    canvas.box(left, top + 190, right, top + 222, "#D8E7F5")
    for row, long in enumerate((150, 96, 120, 176)):
        canvas.box(left + 34, top + 36 + row * 38, left + 34 + long, top + 50 + row * 38, "#8FA6BE", 7)
    canvas.box(left + 34, top + 212, left + 330, top + 228, "#5F7FA3", 8)


def _flat_card(canvas: _Canvas) -> None:
    canvas.shape([(282, 352), (618, 352), (652, 408), (248, 408)], "#75869B")
    canvas.shape([(285, 354), (615, 354), (647, 406), (253, 406)], "#F3F8FD")
    canvas.shape([(258, 396), (642, 396), (647, 406), (253, 406)], "#D8E7F5")
    canvas.shape([(530, 360), (594, 360), (608, 390), (538, 390)], "#9FB8D1")
    for row, long in enumerate((110, 70, 130)):
        canvas.box(306 - row * 5, 362 + row * 10, 306 - row * 5 + long, 367 + row * 10, "#8FA6BE", 2)


def _arrow(canvas: _Canvas, x: float, y: float, way: int) -> None:
    for at in (0, 1):
        begin = y + way * at * 34
        canvas.shape(
            [
                (x - 44, begin),
                (x, begin + way * 26),
                (x + 44, begin),
                (x + 44, begin + way * 16),
                (x, begin + way * 42),
                (x - 44, begin + way * 16),
            ],
            "#0F3D66",
        )
