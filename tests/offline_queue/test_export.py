import subprocess
import sys
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from offline_queue.errors import DamagedError, QueueError
from offline_queue.outbox import Outbox
from offline_queue.records import Acknowledged, Content
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.transaction import Attachment
from tests.offline_queue.conftest import Clock, Opener

LIMITED = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from offline_queue.errors import DiskFullError
from offline_queue.store import Store

store = Store(Path(sys.argv[1]), None, lambda: datetime.now(UTC))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
try:
    store.export(Path(sys.argv[2]))
except DiskFullError as error:
    print(error.code)
finally:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""
PAGE = Attachment("page-1.jpg", "image/jpeg", b"a picture")


def test_debians_age_opens_an_export(tmp_path: Path, key: ec.EllipticCurvePrivateKey, clock: Clock) -> None:
    secret = tmp_path / "key.txt"
    subprocess.run(["age-keygen", "-o", secret], check=True, capture_output=True)
    recipient = subprocess.run(
        ["age-keygen", "-y", secret], check=True, capture_output=True, text=True
    ).stdout.strip()
    with Store(tmp_path / "queue", Sealer("GZ044", key, [recipient]), clock.now) as store:
        made = store.put("MZ-004", b"payload", [PAGE])
        assert store.export(tmp_path / "out") == [made.id]
        assert store.verify() == []
    there = tmp_path / "out" / made.id
    claims = jwt.decode((there / "manifest.jws").read_text(), key.public_key(), algorithms=["ES256"])
    page = there / "attachments" / f"{claims['attachments'][0]['sha256']}.age"
    for file, expected in ((there / "payload.age", b"payload"), (page, PAGE.data)):
        opened = subprocess.run(["age", "-d", "-i", secret, file], check=True, capture_output=True)
        assert opened.stdout == expected
    assert sorted(path.name for path in there.rglob("*")) == sorted(
        ["manifest.jws", "payload.age", "attachments", "carried.json", page.name]
    )


def test_what_the_platform_has_is_not_exported(store: Store, tmp_path: Path) -> None:
    store.put("MZ-004", b"one")
    waiting = store.put("MZ-004", b"two")
    claim = store.outbox.claim(due_by=1e9)
    assert claim
    store.outbox.acknowledge(claim, Acknowledged("", "", ""))
    assert store.export(tmp_path / "out") == [waiting.id]
    assert store.export(tmp_path / "out") == [
        waiting.id
    ]  # again into the same place: nothing is written twice
    assert [path.name for path in (tmp_path / "out").iterdir()] == [waiting.id]


def test_a_damaged_one_does_not_keep_the_others_in(store: Store, tmp_path: Path) -> None:
    store.put("MZ-004", b"one", [PAGE])
    next((tmp_path / "queue" / "attachments").iterdir()).unlink()
    sound = store.put("MZ-004", b"two", [PAGE])
    with pytest.raises(DamagedError):
        store.export(tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [sound.id]


class Gone(Outbox):
    """Has everything acknowledged by another process between the list and the content."""

    def content(self, transaction: str) -> Content:
        self._acknowledge()
        return super().content(transaction)

    def content_at(self, sequence: int) -> tuple[str, Content]:
        self._acknowledge()
        return super().content_at(sequence)

    def _acknowledge(self) -> None:
        if claim := self.claim(due_by=1e9):
            self.acknowledge(claim, Acknowledged("", "", ""))


def test_what_is_acknowledged_in_this_moment_is_no_error(store: Store, tmp_path: Path) -> None:
    store.put("MZ-004", b"one", [PAGE])
    store.put("MZ-004", b"two", [PAGE])
    store.outbox.__class__ = Gone
    assert store.export(tmp_path / "out") == []
    store.put("MZ-004", b"three", [PAGE])
    assert store.verify() == []
    assert store.stats().acknowledged == 3


def test_a_place_that_cannot_be_written_is_named(store: Store, tmp_path: Path) -> None:
    store.put("MZ-004", b"one")
    (tmp_path / "out").write_text("a file is in the way")
    with pytest.raises(QueueError, match="directory"):
        store.export(tmp_path / "out")


def test_an_export_that_breaks_off_leaves_nothing_half(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    made = store.put("MZ-004", b"one")
    (tmp_path / "out").mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", LIMITED, store.directory, tmp_path / "out"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert ended.stdout == "disk_full\n"
    assert list((tmp_path / "out").iterdir()) == []
    assert store.export(tmp_path / "out") == [made.id]
