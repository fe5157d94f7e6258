"""Our drawings as elements: icons tinted like text, pictures as they are."""

from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from kivy.core.image import Image
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture

from screens.artwork.icons import ALIASES, ICON_GAP, ICON_SIDES, ICONS
from screens.stage import Stage
from screens.theme import channels
from screens.widgets.element import Element
from screens.widgets.surface import rounded

SCREENS = Path(__file__).parents[1]
NEUTRAL_SHAPE = "shape"
_IN_DISC = 0.62
_POINTING = {"back", "next", "leave"}
"""What points along the line: it points the other way where one reads from right to left."""


def file_of(name: str) -> Path:
    """Return the file of an icon; an unknown name gives the neutral shape."""
    known = ALIASES.get(name, name)
    return SCREENS / "icons" / f"{known if known in ICONS else NEUTRAL_SHAPE}.png"


@lru_cache(maxsize=128)
def icon_of(path: Path) -> Any:
    """Return the texture of an icon's file, which holds it in several sizes.

    It is white before it is tinted, so that two channels of four are enough.
    """
    (drawn,) = Image(str(path), nocache=True, keep_data=True).image._data  # noqa: SLF001  # Kivy gives its pixels away only after a round through the texture
    pixels = bytearray(drawn.width * drawn.height * 2)
    pixels[0::2], pixels[1::2] = drawn.data[0::4], drawn.data[3::4]
    texture = Texture.create(size=(drawn.width, drawn.height), colorfmt="luminance_alpha", bufferfmt="ubyte")
    texture.blit_buffer(
        _upwards(bytes(pixels), drawn.width * 2), colorfmt="luminance_alpha", bufferfmt="ubyte"
    )
    return texture


def _upwards(pixels: bytes, stride: int) -> bytes:
    """Return the rows as OpenGL counts them, from the lowest."""
    return b"".join(pixels[at : at + stride] for at in range(len(pixels) - stride, -1, -stride))


@lru_cache(maxsize=256)
def icon_at(path: Path, side: int) -> Any:
    """Return the part of an icon's texture to show at `side` pixels: reduced by less than half, so that it stays smooth."""
    left = 0
    for drawn, smaller in pairwise((*ICON_SIDES, 0)):
        if side > smaller:
            break
        left += drawn + ICON_GAP
    return icon_of(path).get_region(left, 0, drawn, drawn)


@lru_cache(maxsize=2)
def ground_of(name: str) -> Any:
    """Return the texture of a picture that is kept for good, behind the page that greets residents."""
    return _picture(name)


@lru_cache(maxsize=8)
def picture_of(name: str) -> Any:
    """Return the texture of a picture that a session shows; `picture_of.cache_clear` when the session ends."""
    return _picture(name)


def _picture(name: str) -> Any:
    return Image(str(SCREENS / "pictures" / f"{name}.png"), nocache=True).texture


def _turned_round(corners: tuple[float, ...]) -> tuple[float, ...]:
    """Return the corners of a texture with left and right changed: each corner is two numbers, from the lower left."""
    return (*corners[2:4], *corners[0:2], *corners[6:8], *corners[4:6])


class Icon(Element):
    """An icon in a square, tinted."""

    def __init__(self, stage: Stage, name: str, side: float, ink: str) -> None:
        super().__init__(stage)
        self.name = name
        self._path = file_of(name)
        self._side = round(side)
        self._ink = ink

    def fit(self, _width: float) -> float:
        """Return its side."""
        return self._side

    def tint(self, ink: str) -> None:
        """Take another colour."""
        self._ink = ink
        self.repaint()

    def paint(self) -> None:
        """Draw it in the middle of its rectangle."""
        Color(*channels(self._ink))
        texture = icon_at(self._path, self._side)
        turned = self.stage.mirrored and self.name in _POINTING
        Rectangle(
            texture=texture,
            tex_coords=_turned_round(texture.tex_coords) if turned else texture.tex_coords,
            pos=(round(self.center_x - self._side / 2), round(self.center_y - self._side / 2)),
            size=(self._side, self._side),
        )


class Disc(Element):
    """An icon on a round ground, in the strong colours or the quiet ones."""

    def __init__(
        self, stage: Stage, name: str, side: float, *, strong: bool = False, enabled: bool = True
    ) -> None:
        super().__init__(stage)
        self._side = round(side)
        self._ground = (
            stage.palette.strong
            if strong and enabled
            else stage.palette.neutral.surface
            if enabled
            else stage.palette.line
        )
        ink = (
            stage.palette.on_strong
            if strong and enabled
            else stage.palette.strong
            if enabled
            else stage.palette.disabled.ink
        )
        self._icon = Icon(stage, name, side * _IN_DISC, ink)
        self.add_widget(self._icon)

    def fit(self, _width: float) -> float:
        """Return its side."""
        return self._side

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the icon into the middle."""
        super().place(x, y, width, height)
        self._icon.place(x, y, width, height)

    def paint(self) -> None:
        """Draw the ground."""
        left, low = self.center_x - self._side / 2, self.center_y - self._side / 2
        rounded(left, low, self._side, self._side, self._ground, self._side / 2)


class Drawing(Element):
    """One of our pictures, as large as its rectangle allows, centred."""

    def __init__(self, stage: Stage, name: str, height: float) -> None:
        super().__init__(stage)
        self._name = name
        self._height = height

    def turn_to(self, name: str) -> None:
        """Show another picture."""
        if name != self._name:
            self._name = name
            self.repaint()

    def fit(self, width: float) -> float:
        """Return its height, less when the width does not allow it."""
        wide, high = picture_of(self._name).size
        return float(min(self._height, width * high / wide))

    def paint(self) -> None:
        """Draw it as large as fits."""
        texture = picture_of(self._name)
        factor = min(self.width / texture.width, self.height / texture.height)
        wide, high = texture.width * factor, texture.height * factor
        Color(1, 1, 1, 1)
        Rectangle(
            texture=texture, pos=(self.center_x - wide / 2, self.center_y - high / 2), size=(wide, high)
        )
