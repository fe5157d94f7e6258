"""A document on A4 sheets: drawn by Pillow, written by it as PDF. Each sheet has the code, the last one the seal."""

import math
import time
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

import qrcode  # type: ignore[import-untyped]  # it has no types
from PIL import Image, ImageDraw, ImageFont

from fleet.issuing.register import Printable

DPI = 150
WIDTH, HEIGHT = 1240, 1754  # A4
MARGIN = 130
LINES_A_PAGE = 17
RED, BLACK, GREY = (200, 16, 30), (0, 0, 0), (120, 120, 120)
SEAL = 150  # its radius: 42 mm across is what a round official seal has, and some more
_FOLDER = Path("/usr/share/fonts/opentype/noto")
_SIMPLIFIED = 2  # the face of the collection with the mainland's forms


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on the paper: the document, for whom (masked), its code and where a phone checks it."""

    document: Printable
    holder: str = field(repr=False)
    code: str
    address: str
    copy: bool = False


def sheets(document: Printable) -> int:
    """Return on how many sheets a document stands."""
    return max(1, math.ceil(len(document.lines) / LINES_A_PAGE))


def pdf(face: Face) -> bytes:
    """Return the document as PDF, the same bytes for the same face."""
    first, *others = [_sheet(face, number) for number in range(1, sheets(face.document) + 1)]
    out, made = BytesIO(), time.gmtime(0)  # when it was issued stands on it
    first.save(
        out,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=DPI,
        quality=80,
        title=face.document.title_zh,
        subject=face.code,
        creationDate=made,
        modDate=made,
    )
    return out.getvalue()


def _sheet(face: Face, number: int) -> Image.Image:
    sheet = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen, document = ImageDraw.Draw(sheet), face.document
    _watermark(sheet)
    if face.copy:
        pen.text((WIDTH - MARGIN, 60), "补打 COPY", BLACK, _font(40, bold=True), anchor="ra")
    pen.text((WIDTH / 2, 170), document.title_zh, BLACK, _fitting(document.title_zh, 54), anchor="ma")
    pen.text((WIDTH / 2, 260), document.title_en, GREY, _fitting(document.title_en, 28), anchor="ma")
    pen.text((MARGIN, 340), f"证件号码 Document number：{face.holder}", BLACK, _font(28))
    lines = document.lines[(number - 1) * LINES_A_PAGE : number * LINES_A_PAGE]
    y = 410
    for chinese, english in lines:
        y = _line(pen, y, chinese, english)
    _foot(sheet, face, number)
    return sheet


def _line(pen: ImageDraw.ImageDraw, y: int, chinese: str, english: str) -> int:
    """Write a line, in both languages, as many rows as it takes; return where the next one stands."""
    for text, size, colour in ((chinese, 26, BLACK), (english, 18, GREY)):
        for row in _rows(text, size):
            pen.text((MARGIN, y), row, colour, _font(size))
            y += size + 6
    return y + 2


def _rows(text: str, size: int) -> list[str]:
    """Break a text where the paper ends."""
    rows, font = [""], _font(size)
    for sign in text:
        if font.getlength(rows[-1] + sign) > WIDTH - 2 * MARGIN:
            rows.append("")
        rows[-1] += sign
    return rows


def _foot(sheet: Image.Image, face: Face, number: int) -> None:
    """The code to check it, the office with its seal, the number of the sheet."""
    pen, document = ImageDraw.Draw(sheet), face.document
    symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, box_size=5, border=0)
    symbol.add_data(face.address)
    symbol.make()
    drawn = symbol.make_image().get_image().convert("RGB")
    sheet.paste(drawn, (MARGIN, HEIGHT - 120 - drawn.height))
    beside = MARGIN + drawn.width + 30
    pen.text((beside, HEIGHT - 250), "验真码 Verification code", BLACK, _font(24))
    pen.text((beside, HEIGHT - 212), face.code, BLACK, _font(32, bold=True))
    until = document.valid_until.isoformat() if document.valid_until else "长期 no end"
    pen.text((beside, HEIGHT - 160), f"有效期至 Valid until：{until}", BLACK, _font(22))
    pen.text((WIDTH / 2, HEIGHT - 70), f"{number} / {sheets(document)}", GREY, _font(22), anchor="ma")
    right = WIDTH - MARGIN
    if document.sealed:
        _seal(sheet, right - SEAL, HEIGHT - 210, document.office_zh)
    pen.text((right, HEIGHT - 250), document.office_zh, BLACK, _font(28), anchor="ra")
    pen.text((right, HEIGHT - 205), f"{document.issued_on:%Y年%m月%d日}", BLACK, _font(28), anchor="ra")


def _seal(sheet: Image.Image, x: int, y: int, office: str) -> None:
    """A round red seal: the office around a star, and below it that it is one of a demonstration."""
    pen = ImageDraw.Draw(sheet)
    pen.ellipse((x - SEAL, y - SEAL, x + SEAL, y + SEAL), outline=RED, width=7)
    points = [
        (x + size * math.sin(turn * math.pi / 5), y - size * math.cos(turn * math.pi / 5))
        for turn in range(10)
        for size in (52 if turn % 2 == 0 else 21,)
    ]
    pen.polygon(points, fill=RED)
    pen.text((x, y + 78), "演示电子印章", RED, _font(26, bold=True), anchor="ma")
    spread = min(240.0, 30.0 * len(office))
    for place, sign in enumerate(office):
        angle = -spread / 2 + spread * (place + 0.5) / len(office)
        glyph = Image.new("L", (60, 60), 0)
        ImageDraw.Draw(glyph).text((30, 30), sign, 255, _font(38, bold=True), anchor="mm")
        turned = glyph.rotate(-angle, resample=Image.Resampling.BICUBIC)
        away = SEAL - 36
        at = (
            round(x + away * math.sin(math.radians(angle)) - 30),
            round(y - away * math.cos(math.radians(angle)) - 30),
        )
        sheet.paste(Image.new("RGB", glyph.size, RED), at, turned)


def _watermark(sheet: Image.Image) -> None:
    """Say over the whole sheet that it is a demonstration: it has no effect."""
    layer = Image.new("L", (WIDTH, WIDTH), 0)
    text = "演示文书 不具法律效力 DEMONSTRATION"
    ImageDraw.Draw(layer).text((WIDTH / 2, WIDTH / 2), text, 26, _font(52, bold=True), anchor="mm")
    turned = layer.rotate(35, resample=Image.Resampling.BICUBIC)
    sheet.paste(Image.new("RGB", layer.size, BLACK), (0, (HEIGHT - WIDTH) // 2), turned)


def _fitting(text: str, size: int) -> ImageFont.FreeTypeFont:
    """The font in which a title fits on its line."""
    while size > 12 and _font(size, bold=True).getlength(text) > WIDTH - 2 * MARGIN:
        size -= 2
    return _font(size, bold=True)


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = f"NotoSansCJK-{'Bold' if bold else 'Regular'}.ttc"
    return ImageFont.truetype(_FOLDER / name, size, index=_SIMPLIFIED)
