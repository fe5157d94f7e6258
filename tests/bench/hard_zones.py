"""Data pages of travel documents as a document camera sees them, under everything that makes their lines hard to read.

The persons are the specimens of ICAO Doc 9303 (Utopia) and of China's permits; the numbers and dates are drawn. Print is
OCR-B of ISO 1073-2 at ten characters an inch, each line 6.35 mm below the one before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt
from cv2.typing import MatLike
from PIL import Image, ImageDraw, ImageFont

from devices.card_reader.mrz import check_digit
from devices.simulators.camera_scenes import font

DOTS = 16  # a millimetre, of the page before it is photographed
PITCH, LEADING = 2.54, 6.35
FONTS = "/usr/share/fonts/opentype/ocr-b/{}.otf"
CUTS = ("OCRB", "OCRBS")
#: Frames, with the pixels a millimetre that a sheet of A4 has in them: what the terminal asks of a camera; the coarsest that
#: `kiosk doctor` lets pass; and Full HD, which is coarser than that.
FRAMES = {"asked": ((2592, 1944), 6.0), "coarsest": ((2048, 1536), 4.75), "full-hd": ((1920, 1080), 3.35)}
HARDSHIPS = ("none", "rotation", "perspective", "blur", "noise", "light", "ink", "all")
#: Documents by the size of their page in millimetres and the length of their lines.
PAGES = {
    "TD3": ((125, 88), 44),
    "TD1": ((85.6, 54), 30),
    "permit": ((85.6, 54), 30),
    "exit": ((85.6, 54), 30),
}
_NAMES = ("ERIKSSON<<ANNA<MARIA", "STEVENSON<<PETER<JOHN", "YANGBEN<<SAN")
_ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

Luck = np.random.Generator


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture (BGR), the lines that stand in it (none: there is no zone), and how it was made."""

    image: MatLike
    lines: tuple[str, ...]
    page: str
    frame: str
    hardship: str


def samples(variants: int, frames: tuple[str, ...] = tuple(FRAMES)) -> Iterator[Sample]:
    """Yield every page in every frame under every hardship, `variants` of each."""
    for frame in frames:
        for page in PAGES:
            for hardship in HARDSHIPS:
                for variant in range(variants):
                    yield sample(page, frame, hardship, variant)


def sample(page: str, frame: str, hardship: str, variant: int) -> Sample:
    """Return one picture; the same arguments give the same picture."""
    luck = np.random.default_rng([variant, *map(ord, page + frame + hardship)])
    lines = zone(page, luck)
    size, scale = FRAMES[frame]
    hard = {hardship} if hardship != "all" else set(HARDSHIPS)
    flat = printed(page, lines, luck, ink=int(luck.integers(-1, 2)) * ("ink" in hard))
    return Sample(photographed(flat, size, scale, hard, luck), lines, page, frame, hardship)


def zone(page: str, luck: Luck) -> tuple[str, ...]:
    """Return the lines of a document, every check digit right."""
    number, more = _drawn(luck, 9), _drawn(luck, 14)
    birth = f"{luck.integers(40, 100):02}{luck.integers(1, 13):02}{luck.integers(1, 29):02}"
    expiry = f"{luck.integers(27, 37):02}{luck.integers(1, 13):02}{luck.integers(1, 29):02}"
    name, sex = _NAMES[luck.integers(3)], "MF<"[luck.integers(3)]
    match page:
        case "TD3":
            end = f"{_checked(number)}UTO{_checked(birth)}{sex}{_checked(expiry)}{_checked(more)}"
            whole = check_digit(end[:10] + end[13:20] + end[21:43])
            return f"P<UTO{name}".ljust(44, "<"), end + whole
        case "TD1":
            first = f"I<UTO{_checked(number)}{more[:7]}".ljust(30, "<")
            second = f"{_checked(birth)}{sex}{_checked(expiry)}UTO".ljust(29, "<")
            whole = check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
            return first, second + whole, name.ljust(30, "<")
        case "permit":
            first = f"CR{_checked('H' + number[1:])}<<<{_checked(expiry)}{sex}{_checked(birth)}"
            return first, f"{more}<<{more}", name.ljust(30, "<")
        case _:
            return (f"CS{_checked('C' + number[1:])}<{_checked(expiry)}<{_checked(birth)}<<",)


def printed(page: str, lines: tuple[str, ...], luck: Luck, ink: int = 0) -> MatLike:
    """Return the page from straight above (grey): a tinted pattern, a portrait, words, and the zone at its foot.

    `ink` spreads it (1) or lets it fade (-1) by a dot on each side of a stroke.
    """
    (wide, tall), length = PAGES[page]
    width, height = round(wide * DOTS), round(tall * DOTS)
    x, y = np.arange(width)[None, :], np.arange(height)[:, None]
    waves = 6 * np.sin(x / 9 + 4 * np.sin(y / 70)) + 6 * np.sin(y / 11 + 3 * np.sin(x / 90))
    ground = np.clip(luck.uniform(205, 235) + waves, 0, 255).astype(np.uint8)
    paper, black = Image.fromarray(ground), Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(paper)
    if page == "TD3":
        pen.rectangle((70, 200, 70 + height // 3, 200 + height // 2 - 60), fill=120)
    for row in range(6 if page == "TD3" else 2):
        pen.text((140 + height // 3, 120 + 110 * row), "UTOPIA SPECIMEN 样本", fill=60, font=font(46))
    drawn = ImageDraw.Draw(black)
    letters = _letters(CUTS[luck.integers(len(CUTS))])
    left = (wide - length * PITCH) / 2
    foot = tall - 8 - LEADING * (len(lines) - 1)
    for row, line in enumerate(lines):
        for place, sign in enumerate(line):
            at = (DOTS * (left + PITCH * place), DOTS * (foot + LEADING * row))
            drawn.text(at, sign, fill=round(luck.uniform(20, 60)), font=letters, anchor="ls")
    square = np.ones((3, 3), np.uint8)
    print_ = np.asarray(black)
    print_ = cv2.erode(print_, square) if ink > 0 else cv2.dilate(print_, square) if ink < 0 else print_
    seen: MatLike = np.minimum(np.asarray(paper), print_)
    return seen


def photographed(flat: MatLike, size: tuple[int, int], scale: float, hard: set[str], luck: Luck) -> MatLike:
    """Return the page on a dark mat in a frame of `size`, `scale` pixels a millimetre."""
    seen, light = _laid(flat, size, scale, hard, luck), _light(size, luck) if "light" in hard else 1.0
    soft = cv2.GaussianBlur(seen, (0, 0), 0.5 + ("blur" in hard) * luck.uniform(0.3, 0.2 * scale))
    grain = luck.normal(0, 2 + ("noise" in hard) * luck.uniform(2, 8), (size[1], size[0])).astype(np.float32)
    grey = np.clip(soft.astype(np.float32) * light + grain, 0, 255).astype(np.uint8)
    coded = cv2.imencode(".jpg", cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), [cv2.IMWRITE_JPEG_QUALITY, 88])[1]
    picture = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    assert picture is not None
    return picture


def _laid(flat: MatLike, size: tuple[int, int], scale: float, hard: set[str], luck: Luck) -> MatLike:
    height, width = flat.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    around = (corners - corners.mean(axis=0)) * scale / DOTS
    around = around * (1 + ("perspective" in hard) * luck.uniform(-0.06, 0.06, (4, 1)))
    around = around @ _turn(luck.uniform(-10, 10) if "rotation" in hard else luck.uniform(-1, 1))
    around = around * min(1.0, *(0.96 * np.array(size) / np.ptp(around, axis=0)))
    room = np.maximum(np.array(size) - np.ptp(around, axis=0), 0) * 0.4
    at = (around + np.array(size) / 2 + room * luck.uniform(-0.5, 0.5, 2)).astype(np.float32)
    fine = cv2.GaussianBlur(flat, (0, 0), 0.35 * DOTS / scale)  # what a pixel gathers
    mat: MatLike = np.full((size[1], size[0]), 50, np.uint8)
    matrix = cv2.getPerspectiveTransform(corners, at)
    return cv2.warpPerspective(fine, matrix, size, dst=mat, borderMode=cv2.BORDER_TRANSPARENT)


def _light(size: tuple[int, int], luck: Luck) -> npt.NDArray[np.float32]:
    """Return how much light falls where: a lamp from one side, and the edge of a shadow."""
    x, y = np.meshgrid(np.linspace(-1, 1, size[0]), np.linspace(-1, 1, size[1]))
    angle = luck.uniform(0, 2 * np.pi)
    along = x * np.cos(angle) + y * np.sin(angle)
    shadow = 1 / (1 + np.exp(-(along - luck.uniform(-0.3, 0.3)) / 0.04))
    return np.asarray((0.7 + 0.3 * along) * (0.65 + 0.35 * shadow), np.float32)


def _turn(degrees: float) -> npt.NDArray[np.float64]:
    angle = np.radians(degrees)
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


@cache
def _letters(cut: str) -> ImageFont.FreeTypeFont:
    probe = ImageFont.truetype(FONTS.format(cut), 1000)
    return ImageFont.truetype(FONTS.format(cut), round(1000 * PITCH * DOTS / probe.getlength("A")))


def _drawn(luck: Luck, length: int) -> str:
    return "".join(_ALL[at] for at in luck.integers(0, len(_ALL), length))


def _checked(value: str) -> str:
    return value + check_digit(value)
