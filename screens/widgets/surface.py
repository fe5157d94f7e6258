"""Rounded surfaces with smooth edges, without multisampling: a small mask, stretched in nine parts and tinted."""

import math
from functools import lru_cache
from typing import Any

from kivy.graphics import BorderImage, Color, Mesh, Rectangle
from kivy.graphics.texture import Texture

from screens.palettes import Look
from screens.theme import channels


def plain(x: float, y: float, width: float, height: float, colour: str) -> None:
    """Draw a rectangle into the canvas that is open."""
    Color(*channels(colour))
    Rectangle(pos=(round(x), round(y)), size=(round(width), round(height)))


def rounded(  # noqa: PLR0917  # a rectangle has four numbers
    x: float, y: float, width: float, height: float, colour: str, radius: float
) -> None:
    """Draw a rounded rectangle into the canvas that is open."""
    corner = int(min(radius, width / 2, height / 2))
    Color(*channels(colour))
    BorderImage(
        pos=(round(x), round(y)),
        size=(round(width), round(height)),
        texture=_mask(corner),
        border=(corner, corner, corner, corner),
    )


def surface(  # noqa: PLR0917  # a rectangle has four numbers
    x: float,
    y: float,
    width: float,
    height: float,
    look: Look,
    radius: float,
    stroke: float,
    pressed: bool = False,
) -> None:
    """Draw a surface with its edge inside the rectangle."""
    _ring(x, y, width, height, look.edge, radius)
    rounded(
        x + stroke,
        y + stroke,
        width - 2 * stroke,
        height - 2 * stroke,
        look.pressed if pressed else look.surface,
        radius - stroke,
    )


def _ring(  # noqa: PLR0917  # a rectangle has four numbers
    x: float, y: float, width: float, height: float, colour: str, radius: float
) -> None:
    """Draw a rounded rectangle without its middle, which is painted over anyway: pixels are what a frame costs."""
    corner = int(min(radius, width / 2, height / 2))
    columns = _cuts(round(x), round(width), corner)
    rows = _cuts(round(y), round(height), corner)
    vertices = [number for up, v in rows for across, u in columns for number in (across, up, u, v)]
    Color(*channels(colour))
    Mesh(vertices=vertices, indices=_AROUND, mode="triangles", texture=_mask(corner))


def _cuts(begin: int, length: int, corner: int) -> tuple[tuple[float, float], ...]:
    """Return where a mask is cut into three parts: pixels, and what part of the mask they are."""
    part = corner / (2 * corner + 2)
    return (begin, 0.0), (begin + corner, part), (begin + length - corner, 1 - part), (begin + length, 1.0)


def _parts_around() -> list[int]:
    """Two triangles for each of the eight parts around the middle one, over four rows of four corners."""
    corners = [4 * row + column for row in range(3) for column in range(3) if (row, column) != (1, 1)]
    return [at + step for at in corners for step in (0, 1, 5, 0, 5, 4)]


_AROUND = _parts_around()


@lru_cache(maxsize=1)
def fade() -> Any:
    """A texture that is there at its top and gone at its bottom, to be tinted."""
    texture = Texture.create(size=(1, 2), colorfmt="rgba")
    texture.blit_buffer(bytes((255, 255, 255, 0, 255, 255, 255, 255)), colorfmt="rgba", bufferfmt="ubyte")
    texture.wrap = "clamp_to_edge"
    return texture


@lru_cache(maxsize=64)
def _mask(radius: int) -> Any:
    """White pixels whose alpha is how much of them a rounded square of that radius covers."""
    side = 2 * radius + 2
    texture = Texture.create(size=(side, side), colorfmt="rgba")
    texture.blit_buffer(_pixels(radius, side), colorfmt="rgba", bufferfmt="ubyte")
    return texture


def _pixels(radius: int, side: int) -> bytes:
    """The rows, from one corner mirrored: a large one would otherwise take longer to work out than a page."""
    rows = []
    for row in range(side // 2):
        corner = [bytes((255, 255, 255, _coverage(column, row, radius, side))) for column in range(side // 2)]
        rows.append(b"".join(corner + corner[::-1]))
    return b"".join(rows + rows[::-1])


def _coverage(column: int, row: int, radius: int, side: int) -> int:
    across = max(radius - column - 0.5, column + 0.5 - (side - radius), 0.0)
    up = max(radius - row - 0.5, row + 0.5 - (side - radius), 0.0)
    distance = math.hypot(across, up)
    return round(255 * min(1.0, max(0.0, radius - distance + 0.5)))
