"""A terminal at the end of a bad mobile line: the real agent, the real platform over TLS; everything arrives once."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.transaction import Attachment
from provisioning import lab
from provisioning.terminal import Terminal
from tests.faults.slow_line import SlowLine
from tests.fleet.process import Server

SMALL, LARGE = 6, 2
PHOTO = os.urandom(30_000)  # 1 s at 256 kbit/s, in two pieces of an upload that is cut off
SETTINGS = {"queue": {"upload_above": 16 * 1024, "retry_first": 0.2, "retry_cap": 1.0}}


def put(home: Path) -> set[str]:
    """Let what an outage has left wait: small ones, and some with a photograph."""
    terminal = Terminal.load(home)
    sealer = Sealer(terminal.identity.terminal_id, terminal.identity.key, terminal.recipients)
    photo = [Attachment("page.jpg", "image/jpeg", PHOTO)]
    with Store(home / "queue", sealer, lambda: datetime.now(UTC).astimezone()) as store:
        return {
            store.put("MZ-004", b'{"item": "MZ-004"}', photo * (one < LARGE)).id
            for one in range(SMALL + LARGE)
        }


@contextmanager
def agent(home: Path) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "agent"], env={**os.environ, "KIOSK_HOME": str(home)}
    )
    yield process
    process.terminate()
    assert process.wait(30) == 0


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_everything_arrives_once_at_256_kbit_with_loss_and_delay(server: Server, tmp_path: Path) -> None:
    with SlowLine(int(server.url.rpartition(":")[2]), cuts=(20_000, 50_000)) as line:
        url = server.url.replace(server.url.rpartition(":")[2], str(line.port))
        lab.make(tmp_path / "identity", url, (server.ready["recipient"],), "LAB-SLOW", ca=server.ca)
        (tmp_path / "settings.json").write_text(json.dumps(SETTINGS))
        server.trust("LAB-SLOW", lab.public_key_file(tmp_path / "identity").read_bytes())
        kept = put(tmp_path)
        with agent(tmp_path) as process, Store(tmp_path / "queue", None, lambda: datetime.now(UTC)) as store:
            while store.stats().waiting:  # bounded by the test's time limit
                with suppress(subprocess.TimeoutExpired):
                    pytest.fail(f"the agent has ended: {process.wait(0.2)}")
            assert store.stats().acknowledged == len(kept)
    assert line.cut == 2
    assert line.lost >= 3
    arrived = [case for case in server.cases() if case["terminal"] == "LAB-SLOW"]
    assert sorted(case["transaction"] for case in arrived) == sorted(kept)
    assert sum(case["attachments"] for case in arrived) == LARGE
