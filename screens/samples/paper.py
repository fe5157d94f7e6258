"""A drawn sheet of paper on a dark desk, instead of a camera's picture."""

import io
from functools import cache

from PIL import Image, ImageDraw


class SheetFrame:
    """A frame as of a camera: a sheet of paper with lines on a dark desk."""

    width, height = 640, 480

    def __init__(self) -> None:
        self.pixels = _sheet(self.width, self.height).tobytes()


@cache
def jpeg() -> bytes:
    """Return a picture of the sheet."""
    file = io.BytesIO()
    _sheet(1240, 930).convert("RGB").save(file, "JPEG", quality=85)
    return file.getvalue()


def _sheet(width: int, height: int) -> Image.Image:
    image = Image.new("RGBA", (width, height), "#3A4048")
    draw = ImageDraw.Draw(image)
    long, wide = height * 0.86, height * 0.86 * 0.707
    left, top = (width - wide) / 2, height * 0.07
    draw.rectangle((left, top, left + wide, top + long), fill="#F6F3EA")
    for row in range(18):
        y = top + long * (0.1 + row * 0.045)
        right = left + wide * (0.9 - (row * 7 % 5) * 0.08)
        draw.rectangle((left + wide * 0.1, y, right, y + long * 0.012), fill="#7A7F88")
    return image
