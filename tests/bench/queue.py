"""How fast the queue keeps and sends, as ratios against the raw limit in the same run."""

import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import requests

from offline_queue import exchange
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from provisioning.identity import new_key

PAYLOAD = b"x" * 2048
TURNS = 5
EACH = 100
BATCHES = 5


def measure() -> dict[str, float]:
    """Return rates (per second), their ratios against the raw ones, and the slowest of 100 puts against the slowest raw.

    `put`: sealed, signed, one durable commit, 2 KiB. `raw`: one row of the same size in SQLite, WAL, synchronous=FULL.
    `drain`: claim, PUT, acknowledge and erase, one by one. `batch`: the same, fifty an exchange. `loop`: the same PUTs with nothing
    but `requests`, keep-alive. The ratios are medians of the turns' own.
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
        turns = _sending(home, sealer)
    return {
        "queue.raw_per_second": _rate(raws),
        "queue.put_per_second": _rate(puts),
        "queue.put_to_raw": _rate(puts) / _rate(raws),
        "queue.put_p99_to_raw_p99": _p99(puts) / _p99(raws),
        "queue.loop_per_second": statistics.median(loop for _, _, loop in turns),
        "queue.drain_per_second": statistics.median(single for single, _, _ in turns),
        "queue.batch_per_second": statistics.median(batch for _, batch, _ in turns),
        "queue.drain_to_loop": statistics.median(single / loop for single, _, loop in turns),
        "queue.batch_to_drain": statistics.median(batch / single for single, batch, _ in turns),
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


def _sending(home: Path, sealer: Sealer) -> list[tuple[float, float, float]]:
    """Return transactions a second, turn by turn: drained one by one, drained in batches, sent by a bare loop."""
    with _platform() as url, requests.Session() as session:
        session.trust_env = False
        return [_turn(home / f"queue{turn}", sealer, session, url) for turn in range(TURNS)]


def _turn(home: Path, sealer: Sealer, session: requests.Session, url: str) -> tuple[float, float, float]:
    with Store(home, sealer, lambda: datetime.now(UTC)) as store:
        first = store.put("MZ-004", PAYLOAD).id
        body = exchange.body(store.outbox.content(first))
        _fill(store)
        alone = Submitter(store, session, url)
        alone.batches = False
        single = _per_second(EACH + 1, alone.submit_once)
        for _ in range(BATCHES):
            _fill(store)
        batch = _per_second(EACH * BATCHES, Submitter(store, session, url).submit_once)

    def loop() -> None:
        for number in range(EACH):
            session.put(f"{url}/v1/transactions/{home.name}-{number}", data=body, timeout=10).close()

    return single, batch, _per_second(EACH, loop)


@contextmanager
def _platform() -> Iterator[str]:
    """The address of a platform that is a process of its own: it shares no interpreter with who sends."""
    command = (sys.executable, "-m", "tests.offline_queue.platform")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()


def _fill(store: Store) -> None:
    for _ in range(EACH):
        store.put("MZ-004", PAYLOAD)


def _per_second(number: int, what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return number / (time.perf_counter() - began)


def _rate(times: list[float]) -> float:
    return 1 / statistics.median(times)


def _p99(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32} {value:10.2f}")  # noqa: T201  # what it is run for
