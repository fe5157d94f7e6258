"""Sealed attachments: durable before their row, gone when nobody names them."""

import fcntl
import multiprocessing
from pathlib import Path

import pytest

from offline_queue.database import locked
from offline_queue.errors import DamagedError, QueueFullError
from offline_queue.parts import Parts
from offline_queue.seal import Part, sha256
from tests.offline_queue.conftest import Opener

PART = Part(b"sealed", sha256(b"sealed"), "page-1.jpg", "image/jpeg")


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(tmp_path / "attachments")


def there(tmp_path: Path) -> list[str]:
    return [path.name for path in (tmp_path / "attachments").iterdir()]


def test_a_part_is_read_back(parts: Parts, tmp_path: Path) -> None:
    with parts.keeping([PART]):
        assert there(tmp_path) == [f"{PART.sha256}.age"]
    assert parts.read(PART.sha256) == b"sealed"
    parts.erase([PART.sha256, PART.sha256])
    assert there(tmp_path) == []
    with pytest.raises(DamagedError):
        parts.read(PART.sha256)


def test_without_a_row_no_file_stays(parts: Parts, tmp_path: Path) -> None:
    with pytest.raises(QueueFullError), parts.keeping([PART]):
        raise QueueFullError(1)
    assert there(tmp_path) == []


def test_orphans_are_swept_and_nothing_else(parts: Parts, tmp_path: Path) -> None:
    with parts.keeping([PART]):
        pass
    (tmp_path / "attachments" / f"{'0' * 64}.age").write_bytes(b"orphan")
    (tmp_path / "attachments" / f".{'1' * 64}.age").write_bytes(b"half")
    assert parts.sweep(lambda: {PART.sha256}) == 2
    assert there(tmp_path) == [f"{PART.sha256}.age"]
    assert parts.sweep(lambda: {PART.sha256}) == 0


def test_nothing_is_swept_while_another_process_is_between_file_and_row(parts: Parts, tmp_path: Path) -> None:
    with parts.keeping([PART]):
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            assert pool.apply(swept, (tmp_path / "attachments",)) == 0
            pool.close()
            pool.join()
    assert parts.read(PART.sha256) == b"sealed"


def swept(directory: Path) -> int:
    return Parts(directory).sweep(set)


def test_opening_a_queue_sweeps_it(opened: Opener, tmp_path: Path) -> None:
    opened().close()
    orphan = tmp_path / "queue" / "attachments" / f"{'0' * 64}.age"
    orphan.write_bytes(b"orphan")
    with locked(tmp_path / "queue" / "attachments.lock", fcntl.LOCK_SH):
        opened()
        assert orphan.exists()
    opened()
    assert not orphan.exists()
