"""Pages of the database that the disk gives back as something else: found, and everything else can still be saved."""

from pathlib import Path

from offline_queue.errors import DamagedError
from tests.offline_queue.conftest import Opener


def test_what_an_overwritten_page_leaves_is_saved(opened: Opener, tmp_path: Path) -> None:
    store = opened()
    made = [store.put("MZ-004", b"%d" % number * 1000).id for number in range(24)]
    store.close()
    database = tmp_path / "queue" / "queue.db"
    whole = database.read_bytes()
    saved = []
    for page in range(1, len(whole) // 4096):
        content = bytearray(whole)
        content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
        database.write_bytes(content)
        saved.append(_saved(opened, tmp_path / "out" / str(page), made))
    assert sum(saved) / len(saved) > 15


def _saved(opened: Opener, directory: Path, made: list[str]) -> int:
    """Export what can be read, which is nothing that was not put; return how many."""
    try:
        with opened(None) as store:
            assert store.verify() or len(store.list()) == len(made)
            store.export(directory)
    except DamagedError:
        pass
    there = [path.name for path in directory.iterdir()] if directory.exists() else []
    assert set(there) <= set(made)
    return len(there)
