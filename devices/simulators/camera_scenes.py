"""What a simulated camera looks at: pictures drawn from shapes and the Chinese font, the same at every start."""

from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

#: Debian: fonts-noto-cjk; face 2 of the collection has the forms of the mainland.
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
_FACE = 2

SIZE = (1920, 1080)
A4 = (1240, 1754)  # at 150 dots an inch
MAT = (46, 50, 54)
#: Where the corners of the sheet lie in the picture, from its top left clockwise: turned and seen at a slant.
CORNERS = ((660.0, 60.0), (1296.0, 84.0), (1324.0, 1024.0), (620.0, 1000.0))
SENTENCE = "兹证明上述人员自登记之日起在本社区居住，情况属实，特此证明。样本，不作任何用途。"


def empty_desk() -> Image.Image:
    """Return the dark mat under the camera with nothing on it: woven, and darker towards the corners."""
    width, height = SIZE
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    light = 1.15 - 0.35 * (across**2 + down**2)
    threads = np.sin(1.3 * np.arange(width, dtype=np.float32))
    weave = 2.5 * (threads[None, :] + threads[:height, None])
    mat = [np.clip(tone * light + weave, 0, 255).astype(np.uint8) for tone in MAT]
    return Image.merge("RGB", [Image.fromarray(channel) for channel in mat])


def sheet() -> Image.Image:
    """Return a form as it was printed: a heading, a table, text down to about 2 mm, a seal."""
    page = Image.new("RGB", A4, (232, 231, 226))
    pen = ImageDraw.Draw(page)
    pen.text((A4[0] / 2, 150), "居住登记证明（样本）", fill=(28, 28, 30), font=font(64), anchor="ms")
    for row, (name, value) in enumerate(
        (
            ("姓名", "张三"),
            ("证件号码", "11010519491231002X"),
            ("住址", "样本街道样本社区一号101房"),
            ("日期", "2026年1月5日"),
        )
    ):
        top = 230 + 90 * row
        pen.rectangle((120, top, A4[0] - 120, top + 90), outline=(40, 40, 44), width=3)
        pen.line((360, top, 360, top + 90), fill=(40, 40, 44), width=3)
        pen.text((140, top + 60), name, fill=(40, 40, 44), font=font(36), anchor="ls")
        pen.text((385, top + 60), value, fill=(40, 40, 44), font=font(36), anchor="ls")
    for line in range(20):
        size = 30 if line < 9 else 20
        pen.text(
            (120, 680 + 42 * line),
            f"{line + 1}. {SENTENCE}"[: 1000 // size],
            fill=(52, 52, 56),
            font=font(size),
        )
    pen.ellipse((820, 1480, 1080, 1740), outline=(196, 40, 44), width=9)
    pen.text((950, 1610), "样本专用章", fill=(196, 40, 44), font=font(40), anchor="mm")
    return page


def paper() -> Image.Image:
    """Return the form lying on the mat, a little turned and seen at a slant."""
    page = sheet()
    flat = [(0, 0), (A4[0], 0), A4, (0, A4[1])]
    seen = page.transform(SIZE, Image.Transform.PERSPECTIVE, _slant(CORNERS, flat), Image.Resampling.BICUBIC)
    cover = Image.new("L", SIZE, 0)
    ImageDraw.Draw(cover).polygon(CORNERS, fill=255)
    return Image.composite(seen, empty_desk(), cover.filter(ImageFilter.GaussianBlur(0.7)))


def street_problem() -> Image.Image:
    """Return a street with houses, a pavement and a deep hole in the road: what somebody would report."""
    width, height = SIZE
    scene = Image.new("RGB", SIZE, (176, 198, 216))
    pen = ImageDraw.Draw(scene)
    for number, left in enumerate(range(0, width, 240)):
        top, tone = 120 + 60 * (number * 7 % 5), 120 + 22 * (number * 3 % 5)
        pen.rectangle((left, top, left + 226, 620), fill=(tone, tone - 14, tone - 34))
        for x in range(left + 24, left + 200, 56):
            for y in range(top + 30, 580, 74):
                pen.rectangle((x, y, x + 30, y + 44), fill=(52, 62, 78), outline=(214, 208, 196), width=3)
    pen.rectangle((0, 620, width, 700), fill=(158, 154, 148))
    pen.rectangle((0, 700, width, height), fill=(84, 85, 88))
    for left in range(0, width, 260):
        pen.polygon(
            ((left, 930), (left + 150, 930), (left + 120, 958), (left - 36, 958)), fill=(228, 226, 218)
        )
    pen.polygon(
        ((800, 790), (980, 752), (1190, 778), (1240, 850), (1060, 900), (850, 880)), fill=(34, 32, 31)
    )
    pen.polygon(((850, 800), (980, 772), (1150, 792), (1170, 820), (1000, 812)), fill=(66, 58, 50))
    pen.polygon(((1420, 640), (1440, 640), (1500, 850), (1360, 850)), fill=(232, 98, 30))
    pen.polygon(((1404, 730), (1456, 730), (1468, 772), (1392, 772)), fill=(240, 240, 236))
    grain = np.random.default_rng(7).normal(0, 5, (height, width, 1))
    return Image.fromarray(np.clip(np.asarray(scene) + grain, 0, 255).astype(np.uint8))


SCENES = {"empty-desk": empty_desk, "paper": paper, "street-problem": street_problem}


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the Chinese font in a size in pixels."""
    return ImageFont.truetype(FONT, size, index=_FACE)


def _slant(seen: tuple[tuple[float, float], ...], flat: list[tuple[int, int]]) -> list[float]:
    """Return the eight numbers by which Pillow finds, for a place in the picture, the place on the page."""
    rows = []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    places = np.asarray(flat, float).reshape(8)
    return [float(number) for number in np.linalg.solve(np.asarray(rows, float), places)]
