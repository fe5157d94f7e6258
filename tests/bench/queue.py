"""How fast the queue keeps and sends, as ratios against the raw limit in the same run."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import requests

from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from provisioning.identity import new_key
from tests.offline_queue.platform import Platform, serving

PAYLOAD = b"x" * 2048
TURNS = 5
EACH = 100


def measure() -> dict[str, float]:
    """Return rates (per second), their ratios against the raw ones, and the slowest of 100 puts against the slowest raw.

    `put`: sealed, signed, one durable commit, 2 KiB. `raw`: one row of the same size in SQLite, WAL, synchronous=FULL.
    `drain`: claim, PUT, acknowledge and erase. `loop`: the same PUTs with nothing but `requests`, keep-alive.
    """
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        sealer = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
        sealed = len(sealer.seal(PAYLOAD).payload.content)
        with (
            Store(home / "queue", sealer, lambda: datetime.now(UTC)) as store,
            closing(_raw(home / "raw.db")) as raw,
        ):
            raws, puts = _alternately(
                lambda: _commit(raw, bytes(sealed)), lambda: store.put("MZ-004", PAYLOAD)
            )
            drain, loop = _sending(store)
    return {
        "queue.raw_per_second": _rate(raws),
        "queue.put_per_second": _rate(puts),
        "queue.put_to_raw": _rate(puts) / _rate(raws),
        "queue.put_p99_to_raw_p99": _p99(puts) / _p99(raws),
        "queue.loop_per_second": loop,
        "queue.drain_per_second": drain,
        "queue.drain_to_loop": drain / loop,
    }


def _raw(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, content BLOB)")
    return connection


def _commit(connection: sqlite3.Connection, content: bytes) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO rows (content) VALUES (?)", (content,))
    connection.execute("COMMIT")


def _alternately(*operations: Callable[[], object]) -> list[list[float]]:
    """Time the operations in turns, so that what else the machine does hits them alike."""
    times: list[list[float]] = [[] for _ in operations]
    for _ in range(TURNS):
        for operation, taken in zip(operations, times, strict=True):
            for _ in range(EACH):
                began = time.perf_counter()
                operation()
                taken.append(time.perf_counter() - began)
    return times


def _sending(store: Store) -> tuple[float, float]:
    """Return transactions a second: drained by the submitter, and sent by a bare loop."""
    with serving(Platform()) as platform, requests.Session() as session:
        session.trust_env = False
        waiting = store.stats().waiting
        began = time.perf_counter()
        Submitter(store, session, platform.url).submit_once()
        drained = time.perf_counter() - began
        body = next(iter(platform.bodies.values()))
        began = time.perf_counter()
        for number in range(waiting):
            session.put(f"{platform.url}/v1/transactions/{number}", json=body, timeout=10).close()
        return waiting / drained, waiting / (time.perf_counter() - began)


def _rate(times: list[float]) -> float:
    return 1 / statistics.median(times)


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32} {value:10.2f}")  # noqa: T201  # what it is run for
