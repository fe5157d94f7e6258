"""F10-F13: putting and submitting are killed again and again while answers get lost; nothing is lost, nothing is double."""

import json
import os
import random
import select
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from offline_queue.records import Acknowledged
from offline_queue.store import Store
from provisioning.identity import new_key, private_pem

ROUNDS = 24
WORKER = [sys.executable, "-m", "tests.faults.queue_worker"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "key.pem").write_bytes(private_pem(new_key()))
    (tmp_path / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
    return tmp_path


@pytest.fixture
def url() -> Iterator[str]:
    """A platform as a process that loses 15 % of its answers after having done what was asked."""
    command = [sys.executable, "-m", "tests.offline_queue.platform", "--drop", "0.15", "--seed", "7"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.kill()


def held(url: str) -> dict[str, int]:
    """What the platform has, each with how often it was made anew."""
    with urllib.request.urlopen(f"{url}/state", timeout=5) as answer:  # noqa: S310  # our own server
        made: dict[str, int] = json.load(answer)["made"]
    return made


class Worker:
    """A process that is started again whenever it was killed; `told` is what it said so far."""

    def __init__(self, *arguments: str) -> None:
        self._command = [*WORKER, *arguments]
        self.told: list[str] = []
        self.start()

    def start(self) -> None:
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE)

    def kill(self) -> None:
        """Kill, and read what it had said: only whole lines count as said."""
        self._process.kill()
        said = self._process.communicate()[0].decode().split("\n")
        self.told += said[:-1]

    def wait_until_it_speaks(self) -> None:
        assert self._process.stdout
        assert select.select([self._process.stdout], [], [], 15)[0]


def test_killed_at_random_nothing_is_lost_and_nothing_is_double(home: Path, url: str) -> None:
    chance = random.Random(11)  # noqa: S311  # a test that can be repeated
    putting, submitting = Worker("put", str(home)), Worker("submit", str(home), url)
    for round_ in range(ROUNDS):
        victim = putting if round_ % 2 else submitting
        putting.wait_until_it_speaks()
        _pass(chance.uniform(0.0, 0.25))
        victim.kill()
        victim.start()
    putting.kill()
    submitting.kill()
    subprocess.run([*WORKER, "drain", str(home), url], check=True, timeout=30, capture_output=True)
    at_the_platform = held(url)
    assert len(putting.told) >= ROUNDS // 2
    assert set(putting.told) <= set(at_the_platform)
    assert set(at_the_platform.values()) == {1}
    with Store(home / "queue", None, lambda: datetime.now(UTC)) as store:
        entries = store.list()
        assert {entry.id for entry in entries} == set(at_the_platform)
        assert all(isinstance(store.fate(entry.id), Acknowledged) for entry in entries)
        assert len({entry.reference for entry in entries}) == len(entries)
        assert store.verify() == []
        assert list((home / "queue" / "attachments").iterdir()) == []


def test_two_submitters_share_a_queue_and_send_nothing_twice(home: Path) -> None:
    command = [sys.executable, "-m", "tests.offline_queue.platform"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as platform:
        assert platform.stdout
        url = f"http://127.0.0.1:{int(platform.stdout.readline())}"
        putting = Worker("put", str(home))
        putting.wait_until_it_speaks()
        _pass(0.5)
        putting.kill()
        drains = [
            subprocess.Popen([*WORKER, "drain", str(home), url], stdout=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        counts = [sum(map(int, drain.communicate(timeout=30)[0].split())) for drain in drains]
        with urllib.request.urlopen(f"{url}/state", timeout=5) as answer:  # noqa: S310  # our own server
            asked = json.load(answer)["asked"]
        platform.kill()
    assert set(putting.told) <= set(asked)
    assert sum(counts) == len(asked) == len(set(asked))
    assert all(counts)


def _pass(seconds: float) -> None:
    """Let the processes work for a while; there is nothing to wait for but their being in the middle of something."""
    until = time.monotonic() + seconds
    reader, writer = os.pipe()
    while (left := until - time.monotonic()) > 0:
        select.select([reader], [], [], left)
    os.close(reader)
    os.close(writer)
