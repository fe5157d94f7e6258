"""What waits is read from the real queue."""

from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from offline_queue.records import Acknowledged
from offline_queue.seal import Sealer
from offline_queue.store import Store
from provisioning.backlog import Backlog, QueueUnreadableError, read
from provisioning.identity import new_key


def test_without_a_queue_nothing_waits(tmp_path: Path) -> None:
    assert read(tmp_path) == Backlog()
    assert list(tmp_path.iterdir()) == []


def test_waiting_and_parked_are_counted(tmp_path: Path) -> None:
    sealer = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
    with Store(tmp_path / "queue", sealer, lambda: datetime(2026, 11, 23, tzinfo=UTC)) as store:
        for _ in range(4):
            store.put("MZ-004", b"x")
        refused, taken = store.outbox.claim_some(2, due_by=1e9)
        store.outbox.park(refused, "HTTP 422", "422")
        store.outbox.acknowledge(taken, Acknowledged("GZ-1", "", ""))
        found = read(tmp_path)
    assert (found.waiting, found.parked) == (2, 1)


def test_a_damaged_queue_says_so(tmp_path: Path) -> None:
    (tmp_path / "queue").mkdir()
    (tmp_path / "queue" / "queue.db").write_bytes(b"no database" * 1000)
    with pytest.raises(QueueUnreadableError, match="damaged"):
        read(tmp_path)
