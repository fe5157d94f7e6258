"""`make bench`: speeds, as ratios against the raw limit in the same run, in one table; a few minutes.

`python -m tests.bench camera receipt` measures only these.
"""

import os
import platform
import sys
from importlib import import_module

from tests.bench.hard_codes import FORMATS, HARDSHIPS

PARTS = (
    "put",
    "drain",
    "delayed",
    "others",
    "million",
    "journeys",
    "card",
    "receipt",
    "camera",
    "document",
    "codes",
    "zones",
    "writing",
    "voice",
    "touchscreen",
)
#: What must not be exceeded, on a machine that does nothing else.
LIMITS = {
    "document.frame_ms": 150.0,
    "document.page_ms": 150.0,
    "document.corner_error_percent": 1.0,
    "document.false_sheets": 0.0,
    "start.first_page_s": 1.5,
    "touch.p95_ms": 150.0,
    "rest.cpu_percent": 3.0,
    "rest.fresh_rss_mib": 250.0,
    "rest.rss_mib": 250.0,
    **{f"codes.{code}.{hardship}.below_best": 0 for code in FORMATS for hardship in HARDSHIPS},
    "card.read_to_wire": 1.2,
    "card.told_to_limit": 1.0,
    "card.latest_told_to_limit": 1.0,
    "receipt.composed_and_printed_to_limit": 1.0,
    "queue.put_p99_to_raw_p99": 3.0,
    "slow_disk.put_p99_to_raw_p99": 3.0,
    "million.put_to_empty": 1.2,
    "million.claim_to_empty": 1.2,
    "million.start_ms": 300.0,
    "codes.qr_missed_percent": 5.0,
    "codes.wrong": 0,
    "codes.median_ms": 12.0,
    "zones.wrong": 0,
    "zones.median_ms": 150.0,
    "writing.phrases_not_written": 0,
    "writing.keys_to_ideal": 1.4,
    "writing.key_ms": 50.0,
    "writing.slowest_read_ms": 50.0,
    "voice.latest_heard_to_limit": 1.0,
}
#: What must be reached, there too.
LEAST = {
    "zones.asked.read_percent": 90.0,
    "zones.coarsest.read_percent": 90.0,
    "writing.within_ten_percent": 95.0,
    "queue.put_to_raw": 0.6,
    "queue.sustained_to_raw": 0.8,
    "queue.drain_to_loop": 0.85,
    "queue.batch_to_drain": 8.0,
    "slow_disk.put_to_raw": 0.6,
    "slow_disk.sustained_to_raw": 0.8,
    "slow_network.drain_to_loop": 0.85,
    "slow_network.batch_to_drain": 8.0,
}


def main(parts: list[str]) -> int:
    """Measure the parts (all when none is named) and print each value as soon as it is there."""
    strangers = set(parts) - set(PARTS)
    if strangers:
        _say(f"there is no {', '.join(sorted(strangers))}: measure some of {', '.join(PARTS)}")
        return 2
    _say(f"Python {platform.python_version()}, {os.cpu_count()} cores, load before: {os.getloadavg()[0]:.1f}")
    for part in parts or PARTS:
        for name, value in import_module(f"tests.bench.{part}").measure().items():
            _say(row(name, value))
    _say(f"load after: {os.getloadavg()[0]:.1f} (a part of it is what was measured)")
    return 0


def row(name: str, value: float) -> str:
    """Return a line of the table: the value, its limit, whether it holds."""
    shown = f"{name:42} {value:12.2f}"
    if name in LIMITS:
        return f"{shown}   at most {LIMITS[name]:g}: {'holds' if value <= LIMITS[name] else 'EXCEEDED'}"
    if name in LEAST:
        return f"{shown}   at least {LEAST[name]:g}: {'holds' if value >= LEAST[name] else 'MISSED'}"
    return shown


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # what it is run for


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
