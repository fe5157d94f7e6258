"""Documents under the camera: time a frame for finding, straightening and judging, and how far corners are off, over many desks."""

import statistics
import time

from devices.camera.quality import warnings
from devices.camera.sheet import find_sheet, is_cut_off, straightened
from tests.devices.camera.desks import corner_error, desk

SHEETS, EMPTY = 100, 50


def measure() -> dict[str, float]:
    """Return milliseconds a frame of 1920×1080; corner errors in per cent of the sheet's diagonal; parts found and wrong."""
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
        "document.corner_error_percent": 100 * max(errors),
        "document.found_percent": 100 * len(errors) / SHEETS,
        "document.false_sheets": float(false),
    }
