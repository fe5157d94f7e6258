"""Old file or new, never empty (F18): killed at every file operation."""

import stat
from pathlib import Path

import pytest

from config import durable
from tests.config.killing import killed_at_every_step


def test_a_file_is_old_or_new(tmp_path: Path) -> None:
    directory = tmp_path / "d"
    directory.mkdir()
    path = directory / "f"
    durable.write(path, b"old")

    def check() -> None:
        assert path.read_bytes() in {b"old", b"new"}

    assert killed_at_every_step(directory, lambda: durable.write(path, b"new"), check) > 3
    assert path.read_bytes() == b"new"


def test_a_directory_changes_as_a_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    directory = home / "identity"
    durable.replace_directory(directory, {"a": b"old", "b": b"old"}, mode=0o700)

    def check() -> None:
        contents = {path.name: path.read_bytes() for path in directory.iterdir()}
        assert contents in ({"a": b"old", "b": b"old"}, {"a": b"new", "c": b"new"})

    def replace() -> None:
        durable.replace_directory(directory, {"a": b"new", "c": b"new"}, mode=0o700)

    assert killed_at_every_step(home, replace, check) > 6
    assert {path.name for path in directory.iterdir()} == {"a", "c"}
    assert len(list(home.iterdir())) == 2
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert stat.S_IMODE((directory / "a").stat().st_mode) == 0o600


def test_a_directory_made_by_hand_makes_way(tmp_path: Path) -> None:
    directory = tmp_path / "identity"
    directory.mkdir()
    (directory / "a").write_text("by hand")
    durable.replace_directory(directory, {"b": b"new"})
    assert {path.name for path in directory.iterdir()} == {"b"}
    assert {path.name for path in tmp_path.iterdir()} >= {"identity"}


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "full").touch()
    with pytest.raises(OSError, match="directory"):
        durable.write(tmp_path / "f", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_a_new_file_is_never_written_over(tmp_path: Path) -> None:
    durable.write_new(tmp_path / "key", b"1", 0o600)
    with pytest.raises(FileExistsError):
        durable.write_new(tmp_path / "key", b"2", 0o600)
