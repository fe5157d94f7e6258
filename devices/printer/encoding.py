"""A receipt as the bytes an ESC/POS printer understands. No I/O: the bytes are the same for every connection.

Chinese text is sent as GB18030 in the printer's Chinese mode (`FS &`), which python-escpos's own `text()` never
selects; a line with a character outside the printer's font is sent as a picture, all of them to a printer without a
Chinese font. The QR code is drawn by the printer where it can. No command opens a cash drawer.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass, field

from devices.errors import ConfigurationError
from devices.printer import USUAL, Align, Feed, Line, QrCode, Receipt, Rule, Style
from devices.printer.charset import columns, in_font
from devices.printer.layout import COLUMNS, LINE_DOTS, Row, height_mm, lay_out
from devices.printer.library import QR_ECLEVEL_M, Escpos
from devices.printer.raster import draw_line, draw_symbol
from devices.printer.realtime import NO_AUTOMATIC_STATUS

INITIALISE = b"\x1b@"
CHINESE_MODE = b"\x1c&"
_US_ASCII = b"\x1bR\x00"
#: Both feed to the knife; the partial cut leaves a bridge, so that the paper does not fall.
FULL_CUT, PARTIAL_CUT = b"\x1dV\x41\x00", b"\x1dV\x42\x00"
_LINE_SPACING = b"\x1b3"

_VOID = Receipt(
    (
        Feed(),
        Line("作废 VOID", size=2, bold=True, align=Align.CENTRE),
        Line("以上内容不完整 · The above is incomplete", align=Align.CENTRE),
    )
)

#: 25 mm at 203 dots an inch: what a phone reads at arm's length.
QR_DOTS = 200
_LEAST_MODULE = 3

#: Bytes that fit versions 1 to 20 at level M (ISO/IEC 18004, table 7).
_QR_BYTES = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666)


@dataclass(frozen=True, slots=True)
class Job:
    """A receipt ready to be sent: its bytes from initialising to the cut, and about how much paper it takes."""

    data: bytes = field(repr=False)
    height_mm: float


def encode(receipt: Receipt, paper_mm: int, style: Style = USUAL) -> Job:
    """Return the whole job for paper of 80 or 58 mm: initialise, print, feed to the knife, cut.

    Raises:
        ConfigurationError: no such paper, an address too long for a QR code, or a font that is missing.
    """
    if paper_mm not in COLUMNS:
        raise ConfigurationError("PAPER_WIDTH", f"There is no {paper_mm} mm paper: set paper_mm to 80 or 58.")
    width = COLUMNS[paper_mm]
    rows = lay_out(receipt, width)
    printer = _Bytes(style)
    printer.begin()
    for row in rows:
        printer.row(row, width)
    cut = FULL_CUT if style.full_cut else PARTIAL_CUT
    return Job(bytes(printer.output) + cut, height_mm(rows))


def void(paper_mm: int, style: Style = USUAL) -> Job:
    """Return what ends half a receipt that still hangs out of the printer: a mark that it is void, and a cut."""
    return encode(_VOID, paper_mm, style)


class _Bytes(Escpos):  # type: ignore[misc]  # python-escpos is untyped
    """Collects the bytes of one receipt."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self.output = bytearray()

    def _raw(self, msg: bytes) -> None:
        self.output += msg

    def begin(self) -> None:
        self._raw(INITIALISE + NO_AUTOMATIC_STATUS + _US_ASCII + CHINESE_MODE)
        self._spacing(1)

    def _spacing(self, size: int) -> None:
        self._raw(_LINE_SPACING + bytes((LINE_DOTS * size,)))

    def row(self, row: Row, width: int) -> None:
        match row:
            case Line():
                self._line(row)
            case Rule():
                self._line(Line("─" * (width // columns("─"))))
            case QrCode(text=text):
                self._symbol(text)
            case Feed(lines=lines):
                self.print_and_feed(lines)

    def _line(self, line: Line) -> None:
        self.set(align="center" if line.align is Align.CENTRE else "left")
        if self._style.chinese and all(in_font(character) for character in line.text):
            self.set(bold=line.bold, custom_size=True, width=line.size, height=line.size)
            self._spacing(line.size)
            self._text(line.text)
            self._spacing(1)
            self.set(bold=False, normal_textsize=True)
        else:
            self.image(draw_line(line))
        self.set(align="left")

    def _symbol(self, text: str) -> None:
        self.set(align="center")
        if self._style.codes:
            self.qr(text, ec=QR_ECLEVEL_M, size=module_dots(text), native=True)
        else:
            self.image(draw_symbol(text, module_dots(text)))
        self.set(align="left")
        self.print_and_feed(1)

    def _text(self, text: str) -> None:
        self._raw(text.encode("gb18030") + b"\n")


def module_dots(text: str) -> int:
    """Return how many dots wide a module must be for a symbol of `text` at level M to be 25 mm wide or wider.

    Raises:
        ConfigurationError: the text is longer than a symbol that phones read from narrow paper.
    """
    version = bisect_left(_QR_BYTES, len(text.encode())) + 1
    if version > len(_QR_BYTES):
        message = "The address is too long for a QR code on a receipt: the platform must give a shorter one."
        raise ConfigurationError("QR_TOO_LONG", message)
    return max(_LEAST_MODULE, math.ceil(QR_DOTS / (17 + 4 * version)))
