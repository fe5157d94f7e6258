"""A receipt as the bytes an ESC/POS printer understands. No I/O: the bytes are the same for every connection.

Chinese text is sent as GB18030 in the printer's Chinese mode (`FS &`), which python-escpos's own `text()` never
selects; a line with a character outside the printer's font is sent as a picture. The QR code is drawn by the printer.
"""

import math

import qrcode

from devices.errors import ConfigurationError
from devices.printer import Align, Feed, Line, QrCode, Receipt, Rule
from devices.printer.charset import columns, in_font
from devices.printer.layout import COLUMNS, Row, lay_out
from devices.printer.library import QR_ECLEVEL_M, Dummy
from devices.printer.raster import draw_line
from devices.printer.realtime import NO_AUTOMATIC_STATUS

INITIALISE = b"\x1b@"
CHINESE_MODE = b"\x1c&"
_US_ASCII = b"\x1bR\x00"

#: 25 mm at 203 dots an inch: what a phone reads at arm's length.
QR_DOTS = 200


def encode(receipt: Receipt, paper_mm: int) -> bytes:
    """Return the whole job for paper of 80 or 58 mm: initialise, print, feed to the knife, partial cut.

    Raises:
        ConfigurationError: no such paper, an address too long for a QR code, or a font that is missing.
    """
    if paper_mm not in COLUMNS:
        raise ConfigurationError("PAPER_WIDTH", f"There is no {paper_mm} mm paper: set paper_mm to 80 or 58.")
    width = COLUMNS[paper_mm]
    printer = _Job()
    printer.begin()
    for row in lay_out(receipt, width):
        printer.row(row, width)
    printer.cut(feed=False)  # GS V 66 0: feeds to the knife and leaves a bridge, so that the paper does not fall
    return bytes(printer.output)


class _Job(Dummy):  # type: ignore[misc]  # python-escpos is untyped
    """Collects the bytes of one receipt."""

    def begin(self) -> None:
        self._raw(INITIALISE + NO_AUTOMATIC_STATUS + _US_ASCII + CHINESE_MODE)

    def row(self, row: Row, width: int) -> None:
        match row:
            case Line():
                self._line(row)
            case Rule():
                self._text("─" * (width // columns("─")))
            case QrCode(text=text):
                self._symbol(text)
            case Feed(lines=lines):
                self.print_and_feed(lines)

    def _line(self, line: Line) -> None:
        size = max(1, min(line.size, 8))
        self.set(align="center" if line.align is Align.CENTRE else "left")
        if all(in_font(character) for character in line.text):
            self.set(bold=line.bold, custom_size=True, width=size, height=size)
            self._text(line.text)
            self.set(bold=False, normal_textsize=True)
        else:
            self.image(draw_line(line))
        self.set(align="left")

    def _symbol(self, text: str) -> None:
        self.set(align="center")
        self.qr(text, ec=QR_ECLEVEL_M, size=module_dots(text), native=True)
        self.set(align="left")
        self.print_and_feed(1)

    def _text(self, text: str) -> None:
        self._raw(text.encode("gb18030") + b"\n")


def module_dots(text: str) -> int:
    """Return how many dots wide a module must be for a symbol of `text` at level M of at least 25 mm.

    Raises:
        ConfigurationError: the text does not fit a QR code.
    """
    symbol = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M)
    symbol.add_data(text)
    try:
        version = symbol.best_fit()
    except ValueError as error:
        raise ConfigurationError(
            "QR_TOO_LONG", "The address is too long for a QR code: the platform must give a shorter one."
        ) from error
    return math.ceil(QR_DOTS / (17 + 4 * version))
