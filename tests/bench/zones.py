"""How well and how fast the lines of travel documents are read, on hard pictures of their pages."""

import statistics
import time

from devices.camera.zone.reading import read
from devices.card_reader.mrz import parse
from tests.bench.hard_zones import FRAMES, samples


def measure() -> dict[str, float]:
    """Return which part of the pages is read in the frames of each camera, wrong reads, and the processor's time for a frame."""
    right: dict[str, list[bool]] = {frame: [] for frame in FRAMES}
    times, wrong = [], 0
    for sample in samples(1):
        began = time.process_time()
        seen = read(sample.image)
        times.append(time.process_time() - began)
        is_right = seen.key == parse("".join(sample.lines)).key
        right[sample.frame].append(is_right)
        wrong += bool(seen.key) and not is_right
    numbers = {f"zones.{frame}.read_percent": 100 * statistics.mean(those) for frame, those in right.items()}
    return numbers | {"zones.wrong": wrong, "zones.median_ms": 1000 * statistics.median(times)}
