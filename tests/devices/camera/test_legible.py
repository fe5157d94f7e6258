"""A page of 8-point print, photographed, straightened, compressed: an OCR program that is not ours reads it.

Chinese in 8 points is 2.8 mm high. Under a camera of 1920×1080 that is nine pixels, with which no Chinese character can be told
from another, however little is lost afterwards; the size that the terminal asks of a camera gives it sixteen, the coarsest that
`kiosk doctor` lets pass thirteen. What is measured here is that finding the sheet, straightening it and 300 kB take nothing of
that away.
"""

import difflib
import shutil
import subprocess

import numpy as np
import pytest
from PIL import Image as Drawn
from PIL import ImageDraw

from devices.camera import LEGIBLE
from devices.camera.imaging import LARGEST_PICTURE, compressed
from devices.camera.library import Image, cv2
from devices.camera.sheet import find_sheet, straightened
from devices.camera.v4l2 import HEIGHT, WIDTH
from devices.simulators.camera_scenes import font
from tests.devices.camera.desks import Floats, corner_error

POINTS, DOTS = 8, 300  # DOTS to an inch, as it is printed
PAGE = (2480, 3508)  # A4
PRINT = (
    "兹证明上述人员自登记之日起在本社区居住情况属实",
    "广州市越秀区北京路街道样本社区居民委员会",
    "办理居住登记须提交身份证明及住址证明各一份",
    "申请人应当如实填写表格并对材料真实性负责",
    "440104-20261123-00001-2",
    "May 2026 Room 101 Section 7",
)


def page() -> Image:
    """A page with the print in blocks all over it."""
    paper = Drawn.new("RGB", PAGE, (232, 231, 226))
    pen, size = ImageDraw.Draw(paper), round(POINTS * DOTS / 72)
    for place, line in enumerate(PRINT):
        pen.text((250, 700 + 2 * size * place), line, fill=(40, 40, 44), font=font(size))
    return np.asarray(paper)[:, :, ::-1].copy()


def corners(size: tuple[int, int]) -> Floats:
    """Where the page's corners are for a camera of that size: a little turned and slanted."""
    tall = 0.92 * size[1]
    half = np.asarray([(-1, -1.414), (1, -1.414), (1, 1.414), (-1, 1.414)]) * tall / 2.83
    turn = np.radians(4)
    turned = half @ np.asarray([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    slant = np.asarray([(10, 5), (-12, 8), (6, -10), (-4, -6)]) * tall / 1000
    return np.asarray(turned + slant + np.asarray(size) / 2, np.float32)


def photographed(size: tuple[int, int], noise: float = 3) -> Image:
    """The page on a dark mat, as a camera of that size sees it: soft, noisy, coded."""
    tall = 0.92 * size[1]
    edges = np.asarray([(0, 0), (PAGE[0], 0), PAGE, (0, PAGE[1])], np.float32)
    matrix = cv2.getPerspectiveTransform(edges, corners(size))
    soft = cv2.GaussianBlur(page(), (0, 0), 0.45 * PAGE[1] / tall)  # a lens resolves not quite a pixel
    seen = cv2.warpPerspective(soft, matrix, size, flags=cv2.INTER_LINEAR).astype(np.float32)
    white = np.full((PAGE[1], PAGE[0]), 255, np.uint8)
    cover = cv2.warpPerspective(white, matrix, size).astype(np.float32)[:, :, None] / 255
    grain = np.random.default_rng(1).normal(0, noise, (size[1], size[0], 1))
    picture = np.clip(50 * (1 - cover) + seen * cover + grain, 0, 255).astype(np.uint8)
    coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 92])[1]
    shown = cv2.imdecode(coded, cv2.IMREAD_COLOR)
    assert shown is not None
    return shown


def read(jpeg: bytes) -> float:
    """Which part of the print's characters the OCR program reads, in their order."""
    if shutil.which("tesseract") is None:
        pytest.skip("apt-get install tesseract-ocr tesseract-ocr-chi-sim")
    command = ["tesseract", "stdin", "stdout", "-l", "chi_sim+eng", "--psm", "6", "--dpi", "180"]
    said = subprocess.run(command, input=jpeg, capture_output=True, check=True).stdout.decode()
    right, got = ("".join("".join(lines).split()) for lines in (PRINT, (said,)))
    alike = difflib.SequenceMatcher(None, right, got, autojunk=False).get_matching_blocks()
    return sum(block.size for block in alike) / len(right)


@pytest.mark.parametrize("size", [(WIDTH, HEIGHT), (LEGIBLE * 4 // 3, LEGIBLE)])
def test_8_point_print_is_legible_in_300_kb(size: tuple[int, int]) -> None:
    picture = photographed(size)
    found = find_sheet(picture)
    assert found is not None
    assert corner_error(np.asarray(found, np.float32), corners(size)) <= 0.01
    jpeg, _, _ = compressed(straightened(picture))
    assert len(jpeg) <= LARGEST_PICTURE
    assert read(jpeg) >= 0.98


def test_full_hd_is_too_coarse_for_it() -> None:
    jpeg, _, _ = compressed(straightened(photographed((1920, 1080))))
    assert read(jpeg) < 0.8
