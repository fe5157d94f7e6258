"""A disk that turns read-only, answers with errors, or gives back something else: what is said is true, nothing is lost."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from offline_queue.store import Store
from tests.faults.queue_worker import now, sealer
from tests.faults.small_disk import EXT4, TMPFS, command, place

WORKER = (sys.executable, "-m", "tests.faults.disk_worker")


def run(command: list[str | Path]) -> list[str]:
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr
    return ended.stdout.splitlines()


def test_a_disk_mounted_read_only_is_looked_at_saved_from_and_used_again(tmp_path: Path) -> None:
    home = place(tmp_path)
    lines = run(command(home, TMPFS, *WORKER, "read_only", home, "remounted"))
    assert lines == ["read_only", "3 [] True", "read-only", "True 4 []"]


def test_a_disk_that_stopped_after_an_error_is_looked_at_and_saved_from(tmp_path: Path) -> None:
    home = place(tmp_path)
    lines = run(command(home, EXT4, *WORKER, "read_only", home, "failed"))
    assert lines[1::2] == ["3 [] True"] * 2
    assert {*lines[::2]} <= {"read_only", "disk_failing"}
    assert len(list(Path(f"{home}.saved").iterdir())) == 3


@pytest.mark.parametrize(("call", "when"), [("fdatasync", "14"), ("pwrite64", "200")])
def test_what_a_disk_failed_to_keep_does_not_turn_up_later(tmp_path: Path, call: str, when: str) -> None:
    home = place(tmp_path)
    shutil.copytree(f"{home}.keys", home, dirs_exist_ok=True)
    failing = ["strace", "-f", "-o", "/dev/null", "-e", f"inject={call}:error=EIO:when={when}"]
    *made, code = run([*failing, *WORKER, "failing", home, ""])
    assert code == "disk_failing"
    assert made
    with Store(home / "queue", sealer(home), now) as store:
        assert [entry.id for entry in store.list()] == made
        assert store.verify() == []
        assert store.put("MZ-004", b"x").reference


def test_a_disk_that_fails_for_good_loses_nothing_it_kept(tmp_path: Path) -> None:
    home = place(tmp_path)
    shutil.copytree(f"{home}.keys", home, dirs_exist_ok=True)
    failing = ["strace", "-f", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=14+"]
    *made, code = run([*failing, *WORKER, "failing", home, ""])
    assert code == "disk_failing"
    with Store(home / "queue", None, now) as store:
        assert [entry.id for entry in store.list()][: len(made)] == made
        assert store.verify() == []
