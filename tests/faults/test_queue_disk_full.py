"""A full disk: nothing is kept that could not be, nothing kept is lost, and it drains to empty without help."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.small_disk import EXT4, TMPFS, command, place
from tests.offline_queue.platform import Platform, serving

WORKER = (sys.executable, "-m", "tests.faults.disk_worker", "full")


@pytest.fixture
def platform() -> Iterator[Platform]:
    with serving(Platform()) as platform:
        yield platform


def run(home: Path, mount: str, platform: Platform, ballast: str) -> list[str]:
    ended = subprocess.run(
        command(home, mount, *WORKER, home, platform.url, ballast),
        check=False,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert not ended.returncode or ballast == "without", ended.stderr
    return ended.stdout.splitlines()


@pytest.mark.parametrize("mount", [TMPFS, EXT4], ids=["tmpfs", "ext4"])
def test_a_disk_full_to_the_last_byte_drains_without_help(
    tmp_path: Path, platform: Platform, mount: str
) -> None:
    lines = run(place(tmp_path), mount, platform, "with")
    assert lines == ["disk_full", "True True 0 []", "True"]
    assert set(platform.made.values()) == {1}


def test_without_the_ballast_it_would_not(tmp_path: Path, platform: Platform) -> None:
    lines = run(place(tmp_path), TMPFS, platform, "without")
    assert lines[:2] == ["disk_full", "disk_full"]
