"""Lines with characters that the printer's font does not have (rare names), drawn dot by dot in the same grid."""

import unicodedata
from functools import cache
from pathlib import Path

import qrcode  # type: ignore[import-untyped]  # it has no types
from PIL import Image, ImageDraw, ImageFont

from devices.errors import ConfigurationError
from devices.printer import Line
from devices.printer.charset import columns
from devices.printer.layout import LINE_DOTS

#: A Chinese font with rare characters (Debian: fonts-noto-cjk); face 7 of the collection has the forms of the mainland,
#: its Latin letters half as wide as a Chinese character.
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
FONT_BOLD = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc")
_FACE = 7

#: The grid of font A at 203 dots an inch: a column is 12 dots wide, a line of characters 24 high.
COLUMN, HEIGHT = 12, 24
_BASELINE = 21


def draw_line(line: Line) -> Image.Image:
    """Return the line in black (0) on white (1), one bit a dot, as wide as its columns.

    Raises:
        ConfigurationError: the Chinese font is not installed.
    """
    font = _font(FONT_BOLD if line.bold else FONT, HEIGHT * line.size)
    image = Image.new("L", (max(columns(line.text), 1) * COLUMN * line.size, LINE_DOTS * line.size), 255)
    pen = ImageDraw.Draw(image)
    column = 0
    for cell in _cells(line.text):
        left, wide = column * COLUMN * line.size, columns(cell) * COLUMN * line.size
        pen.text((left + wide / 2, _BASELINE * line.size), cell, fill=0, font=font, anchor="ms")
        column += columns(cell)
    return image.point(lambda level: 255 if level > 140 else 0).convert("1", dither=Image.Dither.NONE)


def draw_symbol(text: str, module: int) -> Image.Image:
    """Return a QR code of level M with modules of so many dots, black on white, without the quiet zone that paper gives."""
    symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, box_size=module, border=0)
    symbol.add_data(text, optimize=0)
    symbol.make()
    drawn: Image.Image = symbol.make_image().get_image().convert("1")
    return drawn


def _cells(text: str) -> list[str]:
    """Split into characters, each with the accents that stand on it."""
    cells: list[str] = []
    for character in text:
        if cells and unicodedata.combining(character):
            cells[-1] += character
        else:
            cells.append(character)
    return cells


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(path, size, index=_FACE)
    except OSError as error:
        raise ConfigurationError(
            "FONT_MISSING", f"The font {path} is not there: apt-get install fonts-noto-cjk."
        ) from error
