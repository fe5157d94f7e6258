"""Pictures that are not ours: the camera's live frames, a photograph just taken, a QR code."""

import io
from typing import Any

from kivy.clock import Clock
from kivy.core.image import Image
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture

from screens.palettes import PAPER
from screens.stage import Stage
from screens.theme import Type, channels
from screens.widgets.control import RADIUS_MM
from screens.widgets.element import Element
from screens.widgets.surface import plain, rounded
from screens.widgets.text import Text

PREVIEW_FPS = 12
LARGEST = 640 * 480 * 4
_DARK = "#101820"
_QUIET_ZONE = 2  # the white sheet around it gives the rest


class Preview(Element):
    """The live picture with a frame for the sheet; one texture for its whole life."""

    def __init__(self, stage: Stage, sheet: float) -> None:
        super().__init__(stage)
        self._sheet = sheet
        self._texture: Any = None
        self._waiting = Text(stage, stage.words("widget-camera-waiting"), Type.BODY, PAPER, align="center")
        self.add_widget(self._waiting)
        self._ticking = Clock.schedule_interval(self.look, 1 / PREVIEW_FPS)

    def fit(self, width: float) -> float:
        """Return the height at which a 4:3 picture fills the width."""
        return width * 0.75

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the words that stand there until the first frame."""
        super().place(x, y, width, height)
        if self._waiting.parent:
            self._waiting.place(x, y, width, height)

    def paint(self) -> None:
        """Draw the newest frame as large as fits, and the corners of the sheet."""
        rounded(self.x, self.y, self.width, self.height, _DARK, self.measures.unit(RADIUS_MM))
        if self._texture is None:
            return
        box = _contained(self, self._texture.size)
        Color(1, 1, 1, 1)
        Rectangle(texture=self._texture, pos=box[:2], size=box[2:])
        if self._sheet > 0:
            self._corners(box)

    def forget(self) -> None:
        """Black out the texture and let it go."""
        if self._texture is not None:
            self._texture.blit_buffer(bytes(self._texture.width * self._texture.height * 4), colorfmt="rgba")
            self._texture = None
            self.repaint()

    def leave(self) -> None:
        """Stop asking for frames."""
        self._ticking.cancel()
        self.forget()

    def look(self, _seconds: float = 0.0) -> None:
        """Show the newest frame, if there is one; it does so by itself a dozen times a second."""
        frame = self.stage.frames()
        if frame is None:
            return
        width, height, pixels = frame.width, frame.height, frame.pixels
        if not width or not height or len(pixels) != width * height * 4 or len(pixels) > LARGEST:
            return
        fresh = self._texture is None or self._texture.size != (width, height)
        if fresh:
            self._texture = Texture.create(size=(width, height), colorfmt="rgba")
            self._texture.flip_vertical()
        self._texture.blit_buffer(pixels, colorfmt="rgba", bufferfmt="ubyte")
        if fresh:
            self.remove_widget(self._waiting)
            self.repaint()
        self.canvas.ask_update()

    def _corners(self, box: tuple[float, float, float, float]) -> None:
        left, low, wide, high = box
        tall = min(high * 0.9, wide * 0.9 / self._sheet)
        across = tall * self._sheet
        x, y = left + (wide - across) / 2, low + (high - tall) / 2
        thick, long = self.measures.unit(1.6), min(across, tall) * 0.16
        for right in (False, True):
            for top in (False, True):
                corner_x, corner_y = x + across * right, y + tall * top
                plain(corner_x - long * right, corner_y - thick * top, long, thick, "#FFD56B")
                plain(corner_x - thick * right, corner_y - long * top, thick, long, "#FFD56B")


class Photograph(Element):
    """A JPEG as large as fits; says so when it cannot be read."""

    def __init__(self, stage: Stage, jpeg: bytes) -> None:
        super().__init__(stage)
        self._texture = _decoded(jpeg)
        self._sorry = Text(stage, stage.words("widget-picture-unreadable"), Type.BODY, PAPER, align="center")
        if self._texture is None:
            self.add_widget(self._sorry)

    def fit(self, width: float) -> float:
        """Return the height at which the picture fills the width."""
        return width * (0.6 if self._texture is None else self._texture.height / self._texture.width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the words, when there is no picture."""
        super().place(x, y, width, height)
        if self._sorry.parent:
            self._sorry.place(x, y, width, height)

    def paint(self) -> None:
        """Draw the picture on a dark mount."""
        rounded(self.x, self.y, self.width, self.height, _DARK, self.measures.unit(RADIUS_MM))
        if self._texture is not None:
            box = _contained(self, self._texture.size)
            Color(1, 1, 1, 1)
            Rectangle(texture=self._texture, pos=box[:2], size=box[2:])


class QrCode(Element):
    """A QR code on white with its quiet zone, each module a whole number of pixels."""

    def __init__(self, stage: Stage, address: str, side_mm: float) -> None:
        super().__init__(stage)
        self._side = stage.measures.unit(side_mm)
        self._texture = _modules(address)

    def fit(self, _width: float) -> float:
        """Return its side."""
        return self._side

    def paint(self) -> None:
        """Draw it in the middle of a white square."""
        unit = max(1, int(self._side // self._texture.width))
        side = unit * self._texture.width
        rounded(self.x, self.y, self.width, self.height, PAPER, self.measures.unit(2))
        Color(*channels(PAPER))
        Rectangle(
            texture=self._texture,
            pos=(round(self.center_x - side / 2), round(self.center_y - side / 2)),
            size=(side, side),
        )


def _contained(element: Element, size: tuple[int, int]) -> tuple[float, float, float, float]:
    factor = min(element.width / size[0], element.height / size[1])
    wide, high = round(size[0] * factor), round(size[1] * factor)
    return round(element.center_x - wide / 2), round(element.center_y - high / 2), wide, high


def _decoded(jpeg: bytes) -> Any:
    try:
        return Image(io.BytesIO(jpeg), ext="jpg", nocache=True).texture
    except Exception:  # noqa: BLE001  # Kivy's decoders raise a bare Exception
        return None


def _modules(address: str) -> Any:
    """A texture with a pixel for each module."""
    import qrcode  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no types; only an outcome needs it

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=_QUIET_ZONE)
    code.add_data(address)
    rows = code.get_matrix()
    pixels = b"".join(
        bytes((0, 0, 0, 255)) if dark else bytes((255,) * 4) for row in reversed(rows) for dark in row
    )
    texture = Texture.create(size=(len(rows), len(rows)), colorfmt="rgba")
    texture.mag_filter = texture.min_filter = "nearest"
    texture.blit_buffer(pixels, colorfmt="rgba", bufferfmt="ubyte")
    return texture
