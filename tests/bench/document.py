"""Documents under the camera: time a frame for finding, straightening and judging, and how far corners are off, over many desks."""

import statistics
import time

from devices.camera.imaging import compressed
from devices.camera.quality import warnings
from devices.camera.sheet import find_sheet, is_cut_off, straightened
from devices.camera.v4l2 import HEIGHT, WIDTH
from tests.devices.camera.desks import corner_error, desk
from tests.devices.camera.test_legible import photographed

SHEETS, EMPTY, PAGES = 100, 50, 15


def measure() -> dict[str, float]:
    """Return milliseconds a frame of 1920×1080 and a page of the size that is asked of cameras, to its JPEG.

    Corner errors in per cent of the sheet's diagonal; parts found and wrong.
    """
    times, errors = [], []
    for seed in range(SHEETS):
        seen = desk(seed)
        began = time.perf_counter()
        straightened(seen.image)
        warnings(seen.image)
        is_cut_off(seen.image)
        times.append(time.perf_counter() - began)
        corners = find_sheet(seen.image)
        if corners is not None and seen.corners is not None:
            errors.append(corner_error(corners, seen.corners))
    false = sum(find_sheet(desk(seed, empty=True).image) is not None for seed in range(EMPTY))
    return {
        "document.frame_ms": 1000 * statistics.median(times),
        "document.page_ms": _page(),
        "document.corner_error_percent": 100 * max(errors),
        "document.found_percent": 100 * len(errors) / SHEETS,
        "document.false_sheets": float(false),
    }


def _page() -> float:
    """The milliseconds that a page takes once it was photographed."""
    image, times = photographed((WIDTH, HEIGHT)), []
    for _ in range(PAGES):
        began = time.perf_counter()
        compressed(straightened(image))
        warnings(image)
        is_cut_off(image)
        times.append(time.perf_counter() - began)
    return 1000 * statistics.median(times)
