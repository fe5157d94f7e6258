"""Our queue beside those that others made: how fast a put that lasts is, and in how many power cuts it did not last."""

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pyrage

from offline_queue.seal import Sealer
from provisioning.identity import new_key
from tests.bench.put import PAYLOAD, commit, opened, raw
from tests.faults.other_queues import FILL, QUEUES, cut

TURNS = 8
EACH = 50
PUTS = 40


def measure() -> dict[str, float]:
    """Return each queue's puts of 2 KiB as a ratio to raw SQLite commits of the same size, and what power cuts lose of it.

    Only ours seals, signs and journals. `lost_percent`: of the states that a power cut may leave, those in which something is
    missing that `put` had returned for (ours: tests/faults/test_power_cut.py); measured as if the disk kept only what was synced.
    """
    with tempfile.TemporaryDirectory() as name:
        times = _times(Path(name))
    rates = {
        f"others.{queue}.put_to_raw": statistics.median(times["raw"]) / statistics.median(taken)
        for queue, taken in times.items()
        if queue != "raw"
    }
    return rates | {f"others.{queue}.lost_percent": _lost(queue) for queue in QUEUES}


def _times(home: Path) -> dict[str, list[float]]:
    sealer = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
    puts: dict[str, Callable[[], object]] = {}
    for number, (name, kind) in enumerate(QUEUES.items()):
        (place := home / str(number)).mkdir()
        puts[name] = partial(kind.put, kind.open(place), f"0000{FILL}")
    with opened(home / "ours", sealer) as store, closing(raw(home / "raw.db")) as bare:
        puts["ours"] = lambda: store.put("MZ-004", PAYLOAD)
        puts["raw"] = lambda: commit(bare, PAYLOAD)
        times: dict[str, list[float]] = {name: [] for name in puts}
        for _ in range(TURNS):
            for name, put in puts.items():
                for _ in range(EACH):
                    began = time.perf_counter()
                    put()
                    times[name].append(time.perf_counter() - began)
    return times


def _lost(queue: str) -> float:
    with tempfile.TemporaryDirectory() as name:
        cuts = cut(queue, Path(name), PUTS)
    return 100 * cuts.losing / cuts.states
