"""F10-F13: putting, submitting and the platform die again and again behind a bad network; nothing is lost or double."""

import json
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyrage

from offline_queue.store import Store
from provisioning.identity import new_key, private_pem
from tests.faults.queue_worker import now, sealer
from tests.faults.soak import soak

DRAIN = [sys.executable, "-m", "tests.faults.queue_worker", "drain"]
PLATFORM = [sys.executable, "-m", "tests.offline_queue.platform"]


def test_killed_at_random_nothing_is_lost_and_nothing_is_double(tmp_path: Path) -> None:
    """Continuous integration's share; `python -m tests.faults.soak` does ten thousand."""
    outcome = soak(tmp_path, transactions=600)
    assert outcome.good, outcome
    assert outcome.promised >= 600
    assert outcome.kills >= 8
    assert outcome.batched >= 50, "the backlog after an outage goes in batches"


def test_two_submitters_share_a_queue_and_send_nothing_twice(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(private_pem(new_key()))
    (tmp_path / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
    with Store(tmp_path / "queue", sealer(tmp_path), now) as store:
        made = [store.put("MZ-004", b"x").id for _ in range(300)]
    with (
        subprocess.Popen(PLATFORM, stdout=subprocess.PIPE, text=True) as platform,
        ThreadPoolExecutor(2) as pool,
    ):
        assert platform.stdout
        url = f"http://127.0.0.1:{int(platform.stdout.readline())}"
        drains = [
            subprocess.Popen(
                [*DRAIN, tmp_path, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        for drain in drains:
            assert drain.stdout
            assert drain.stdout.readline() == "ready\n"
        said = [pool.submit(drain.communicate, "now\n", 30) for drain in drains]
        counts = [sum(map(int, one.result()[0].split())) for one in said]
        with urllib.request.urlopen(f"{url}/state", timeout=5) as answer:  # noqa: S310  # our own server
            asked = json.load(answer)["asked"]
        platform.kill()
    assert sorted(made) == sorted(asked)
    assert sum(counts) == len(made)
    assert all(counts)
