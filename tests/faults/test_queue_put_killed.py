"""F18 for the queue: killed before each of its file operations, `put` leaves a whole transaction or none."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pyrage

from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.transaction import Attachment
from provisioning.identity import new_key
from tests.config.killing import killed_at_every_step

SEALER = Sealer("GZ044", new_key(), [str(pyrage.x25519.Identity.generate().to_public())])
PAGES = [Attachment(f"{page}.jpg", "image/jpeg", b"page") for page in range(2)]


def opened(directory: Path) -> Store:
    return Store(directory, SEALER, lambda: datetime.now(UTC))


def test_killed_at_any_moment_a_put_is_whole_or_not_there(tmp_path: Path) -> None:
    directory = tmp_path / "queue"
    with opened(directory) as store:
        store.put("MZ-004", b"before", PAGES)
    seen: set[int] = set()

    def put() -> None:
        with opened(directory) as store:
            store.put("MZ-004", b"payload", PAGES)

    def check() -> None:
        with opened(directory) as store:
            entries = store.list()
            assert store.verify() == []
            assert len(list((directory / "attachments").iterdir())) == 2 * len(entries)
            seen.add(len(entries))

    assert killed_at_every_step(directory, put, check) > 10
    assert seen == {1, 2}
    shutil.rmtree(directory)
