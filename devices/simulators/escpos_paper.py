"""What comes out of a printer for the bytes of a receipt: a picture, its lines of text, what its QR codes hold.

Characters are drawn in the printers' own grid (24 dots high, 12 or 24 wide, at 203 dots an inch) from a font of today;
sizes double the dots, as printers do.
"""

import codecs
import io
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from devices.simulators.escpos_commands import Command, CommandReader

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
_MONOSPACED_SC = 7  # face of the collection whose Latin letters are half as wide as a Chinese character
_CELL, _HALF = 24, 12
_BASELINE, _LATIN_BASELINE = 21, 19  # Latin letters hang lower than Chinese characters
_DOTS = {80: 576, 58: 384}
_MARGIN = 32
_TO_THE_KNIFE = 60
_WHITE, _BLACK = 255, 0


@dataclass
class _Manner:
    """How characters are printed; ESC @ puts it back."""

    wide: int = 1
    high: int = 1
    bold: bool = False
    align: int = 0
    spacing: int = 30
    chinese: bool = False
    module: int = 3
    level: int = 0x30
    symbol: bytes = b""


@dataclass
class Paper:
    """A receipt as it lies in the hand; `text` has one entry a line, symbols and pictures as `[…]`."""

    dots: int
    text: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    rows: list[Image.Image] = field(default_factory=list)

    def png(self) -> bytes:
        """Return the picture with a margin of paper around it."""
        height = sum(row.height for row in self.rows)
        picture = Image.new("L", (self.dots + 2 * _MARGIN, height + 2 * _MARGIN), _WHITE)
        top = _MARGIN
        for row in self.rows:
            picture.paste(row, (_MARGIN, top))
            top += row.height
        with io.BytesIO() as file:
            picture.save(file, "PNG")
            return file.getvalue()


def read(data: bytes, paper_mm: int) -> Paper:
    """Return what a printer with paper of 80 or 58 mm prints for `data`."""
    head = _Head(Paper(_DOTS[paper_mm]))
    for command in CommandReader().feed(data):
        head.do(command)
    return head.paper


class _Head:
    """Prints command by command."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._initialise()

    def _initialise(self) -> None:
        self._manner = _Manner()
        self._line: list[Image.Image] = []
        self._text = ""
        self._decoder = codecs.getincrementaldecoder("gb18030")("replace")

    def do(self, command: Command) -> None:  # noqa: PLR0912  # the table of what is understood
        """Carry out one command; what changes nothing on paper is passed over."""
        manner, arguments = self._manner, command.arguments
        match command.name:
            case "text":
                self._write(self._decoder.decode(arguments) if manner.chinese else arguments.decode("cp437"))
            case "LF":
                self._feed(1)
            case "ESC d":
                self._feed(arguments[0])
            case "ESC @":
                self._initialise()
            case "FS &" | "FS .":
                manner.chinese = command.name == "FS &"
            case "ESC 3":
                manner.spacing = arguments[0]
            case "ESC a":
                manner.align = arguments[0] % 48
            case "ESC E":
                manner.bold = bool(arguments[0] & 1)
            case "ESC !":
                manner.bold = bool(arguments[0] & 0x08)
                manner.high, manner.wide = 1 + bool(arguments[0] & 0x10), 1 + bool(arguments[0] & 0x20)
            case "GS !":
                manner.wide, manner.high = (arguments[0] >> 4) + 1, (arguments[0] & 7) + 1
            case "GS v 0":
                self._raster(arguments)
            case "GS ( k":
                self._symbol(arguments[2:])
            case "GS V":
                self.paper.rows.append(self._blank(_TO_THE_KNIFE))
            case _:
                return

    def _write(self, text: str) -> None:
        for character in text:
            cell = _glyph(character, bold=self._manner.bold)
            cell = cell.resize(
                (cell.width * self._manner.wide, cell.height * self._manner.high), Image.Resampling.NEAREST
            )
            if sum(each.width for each in self._line) + cell.width > self.paper.dots:
                self._feed(1)
            self._line.append(cell)
            self._text += character

    def _feed(self, lines: int) -> None:
        height = max((cell.height for cell in self._line), default=0)
        strip = Image.new("L", (sum(cell.width for cell in self._line), height), _WHITE)
        left = 0
        for cell in self._line:
            strip.paste(cell, (left, height - cell.height))
            left += cell.width
        spacing = self._manner.spacing
        self._put(strip, max(spacing, height) + spacing * (lines - 1))
        self.paper.text += [self._text.rstrip(), *[""] * (lines - 1)]
        self._line, self._text = [], ""

    def _put(self, strip: Image.Image, height: int) -> None:
        row = self._blank(height)
        row.paste(strip, ((self.paper.dots - strip.width) * min(self._manner.align, 2) // 2, 0))
        self.paper.rows.append(row)

    def _blank(self, height: int) -> Image.Image:
        return Image.new("L", (self.paper.dots, height), _WHITE)

    def _raster(self, arguments: bytes) -> None:
        width, height = (arguments[1] + arguments[2] * 256) * 8, arguments[3] + arguments[4] * 256
        picture = Image.frombytes("1", (width, height), arguments[5:], "raw", "1;I").convert("L")
        self._put(picture, height)
        self.paper.text.append(f"[picture {width}x{height}]")

    def _symbol(self, arguments: bytes) -> None:
        match arguments[1]:
            case 0x43:
                self._manner.module = arguments[2]
            case 0x45:
                self._manner.level = arguments[2]
            case 0x50:
                self._manner.symbol = arguments[3:]
            case 0x51:
                picture = _qr_code(self._manner.symbol, self._manner.level, self._manner.module)
                self._put(picture, picture.height)
                self.paper.codes.append(self._manner.symbol.decode())
                self.paper.text.append(f"[QR code {picture.width}x{picture.height}]")
            case _:
                return


@cache
def _glyph(character: str, *, bold: bool) -> Image.Image:
    font = _font()
    wide, baseline = (_HALF, _LATIN_BASELINE) if character.isascii() else (_CELL, _BASELINE)
    cell = Image.new("L", (wide, _CELL), _WHITE)
    ImageDraw.Draw(cell).text((wide / 2, baseline), character, fill=_BLACK, font=font, anchor="ms")
    cell = cell.point(lambda level: _WHITE if level > 140 else _BLACK)
    return ImageChops.darker(cell, ImageChops.offset(cell, 1, 0)) if bold else cell


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, _CELL, index=_MONOSPACED_SC)


def _qr_code(data: bytes, level: int, module: int) -> Image.Image:
    """Draw a symbol; `level` is 0x30 to 0x33 for L, M, Q, H (which the library numbers 1, 0, 3, 2)."""
    qrcode = import_module("qrcode")
    symbol = qrcode.QRCode(error_correction=(1, 0, 3, 2)[level - 0x30], border=0)
    symbol.add_data(data, optimize=0)
    modules = symbol.get_matrix() if symbol.make() is None else []
    size = len(modules)
    picture = Image.frombytes(
        "L", (size, size), bytes(_BLACK if dark else _WHITE for row in modules for dark in row)
    )
    return picture.resize((size * module, size * module), Image.Resampling.NEAREST)
