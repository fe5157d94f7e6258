"""How fast the queue sends what waits, as ratios against a bare loop of `requests` in the same run."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyrage
import requests

from offline_queue import exchange
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from offline_queue.transaction import Draft
from provisioning.identity import new_key
from tests.bench.put import PAYLOAD, opened

TURNS = 5
EACH = 100
BATCHES = 5


def measure() -> dict[str, float]:
    """Return rates (per second) and ratios of them: medians of the turns' own.

    `drain`: claim, PUT, acknowledge and erase, one by one. `batch`: the same, fifty an exchange. `loop`: the same PUTs with nothing
    but `requests`, keep-alive.
    """
    with tempfile.TemporaryDirectory() as name:
        sealer = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
        turns = _sending(Path(name), sealer)
    return {
        "queue.loop_per_second": statistics.median(loop for _, _, loop in turns),
        "queue.drain_per_second": statistics.median(single for single, _, _ in turns),
        "queue.batch_per_second": statistics.median(batch for _, batch, _ in turns),
        "queue.drain_to_loop": statistics.median(single / loop for single, _, loop in turns),
        "queue.batch_to_drain": statistics.median(batch / single for single, batch, _ in turns),
    }


def _sending(home: Path, sealer: Sealer) -> list[tuple[float, float, float]]:
    """Return transactions a second, turn by turn: drained one by one, drained in batches, sent by a bare loop."""
    with _platform() as url, requests.Session() as session:
        session.trust_env = False
        return [_turn(home / f"queue{turn}", sealer, session, url) for turn in range(TURNS)]


def _turn(home: Path, sealer: Sealer, session: requests.Session, url: str) -> tuple[float, float, float]:
    with opened(home, sealer) as store:
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
    kept = sum(1 for _ in store.put_all(Draft("MZ-004", PAYLOAD) for _ in range(EACH)))
    assert kept == EACH


def _per_second(number: int, what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return number / (time.perf_counter() - began)
