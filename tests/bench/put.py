"""How fast the queue keeps what residents hand in, as ratios against a bare SQLite commit in the same run."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pyrage

from offline_queue.boot_clock import MachineClock
from offline_queue.platform_clock import Reading
from offline_queue.policy import Limits
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.transaction import Draft
from provisioning.identity import new_key

PAYLOAD = b"x" * 2048
TURNS = 8
EACH = 100


def measure() -> dict[str, float]:
    """Return rates (per second) and their ratios against the raw one.

    `raw`: one row of the sealed payload's size in SQLite, WAL, synchronous=FULL. `put`: sealed, signed, with its outbox row and
    journal entry, one durable commit each. `sustained`: the same by `put_all`, the next sealed while one is written. Both logs
    are empty when a turn begins, as a submitter leaves the queue's. Single ones are compared by medians, sustained by whole turns.
    """
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        sealer = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
        sealed = bytes(len(sealer.seal(PAYLOAD).payload.content))
        with opened(home / "queue", sealer) as store, closing(raw(home / "raw.db")) as bare:
            turns = [_turn(store, bare, sealed) for _ in range(TURNS)]
    raws = [one for turn, _, _ in turns for one in turn]
    puts = [one for _, turn, _ in turns for one in turn]
    return {
        "queue.raw_per_second": 1 / statistics.median(raws),
        "queue.put_per_second": 1 / statistics.median(puts),
        "queue.put_to_raw": statistics.median(raws) / statistics.median(puts),
        "queue.sustained_to_raw": statistics.median(sum(bare) / whole for bare, _, whole in turns),
        "queue.put_p99_to_raw_p99": _p99(puts) / _p99(raws),
    }


def opened(directory: Path, sealer: Sealer) -> Store:
    """Return a queue of a terminal that has heard of its platform's clock, as one in service has."""
    store = Store(directory, sealer, lambda: datetime.now(UTC), limits=Limits(waiting=10**6, per_item=10**6))
    clock = MachineClock()
    store.platform_clock.keep(Reading(clock.boot, clock.elapsed(), time.time(), 0.5))
    return store


def raw(file: Path) -> sqlite3.Connection:
    """Return the raw limit's table."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, content BLOB)")
    return connection


def _turn(store: Store, bare: sqlite3.Connection, sealed: bytes) -> tuple[list[float], list[float], float]:
    """Return how long each raw commit took, each put, and as many sustained ones together."""
    store.truncate_log()
    bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raws = _each(lambda: commit(bare, sealed))
    puts = _each(lambda: store.put("MZ-004", PAYLOAD))
    store.truncate_log()
    began = time.perf_counter()
    kept = sum(1 for _ in store.put_all(Draft("MZ-004", PAYLOAD) for _ in range(EACH)))
    assert kept == EACH
    return raws, puts, time.perf_counter() - began


def commit(connection: sqlite3.Connection, content: bytes) -> None:
    """Commit one row."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO rows (content) VALUES (?)", (content,))
    connection.execute("COMMIT")


def _each(operation: Callable[[], object]) -> list[float]:
    taken = []
    for _ in range(EACH):
        began = time.perf_counter()
        operation()
        taken.append(time.perf_counter() - began)
    return taken


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]
