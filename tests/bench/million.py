"""A queue of a million waiting transactions against an empty one, in the same run."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pyrage

from offline_queue.policy import Limits
from offline_queue.seal import Sealer
from offline_queue.store import Store
from provisioning.identity import new_key

MILLION = 1_000_000
EACH = 100
LIMITS = Limits(waiting=2 * MILLION, bytes=2**40)
# One real transaction is copied; every copy has its own number, id and reference, and content of its size.
COPIES = """
    WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
    INSERT INTO transactions SELECT i, printf('%032x', i * 7919), printf('P-%08d', i), printf('XX-%04d', i % 5000), created_at, signer, digest,
        payload_digest, manifest, payload FROM n, (SELECT * FROM transactions WHERE sequence = 1)
"""
ROWS = """
    INSERT INTO outbox (sequence, boot, bytes, item)
    SELECT sequence, (SELECT boot FROM outbox WHERE sequence = 1), length(payload), type
    FROM transactions WHERE sequence > 1
"""
COUNTS = (
    "INSERT OR REPLACE INTO counters SELECT 'item', item, count(*), 0 FROM outbox GROUP BY item",
    "INSERT OR REPLACE INTO counters SELECT 'state', state, count(*), sum(bytes) FROM outbox GROUP BY state",
)


def measure() -> dict[str, float]:
    """Return medians in a full queue against those in an empty one, milliseconds of a start and of `stats`, bytes an item."""
    sealer = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
    with tempfile.TemporaryDirectory() as name:
        empty, full = Path(name) / "empty", Path(name) / "full"
        with _opened(full, sealer) as store:
            store.put("MZ-004", b"x" * 2048)
        shutil.copytree(full, empty)
        _multiply(full, sealer)
        size = (full / "queue.db").stat().st_size
        start = _timed(lambda: _opened(full, sealer).close())
        with _opened(empty, sealer) as few, _opened(full, sealer) as many:
            stats = _timed(many.stats)
            puts = [_in_turns(lambda store: store.put("MZ-004", b"x" * 2048), few, many)]
            claims = [_in_turns(_claim, few, many)]
    return {
        "million.put_to_empty": puts[0],
        "million.claim_to_empty": claims[0],
        "million.start_ms": start * 1000,
        "million.stats_ms": stats * 1000,
        "million.bytes_each": size / MILLION,
    }


def _opened(directory: Path, sealer: Sealer) -> Store:
    return Store(directory, sealer, lambda: datetime.now(UTC), limits=LIMITS)


def _multiply(directory: Path, sealer: Sealer) -> None:
    with _opened(directory, sealer) as store, store._database.writing() as connection:
        connection.execute(COPIES, (MILLION,))
        connection.execute(ROWS)
        for statement in COUNTS:
            connection.execute(statement)


def _claim(store: Store) -> None:
    claim = store.outbox.claim(due_by=store.outbox.clock.elapsed())
    assert claim
    store.outbox.give_back([claim])


def _in_turns(what: Callable[[Store], object], few: Store, many: Store) -> float:
    """Return how long it takes with many, as a ratio to how long it takes with few: medians, in turns."""
    times: dict[Store, list[float]] = {few: [], many: []}
    for _ in range(EACH):
        for store, taken in times.items():
            taken.append(_timed(lambda store=store: what(store)))  # type: ignore[misc]  # bound now, called at once
    return statistics.median(times[many]) / statistics.median(times[few])


def _timed(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began
