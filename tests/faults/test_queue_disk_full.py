"""A full disk: nothing is kept that could not be, nothing kept is lost, and everything drains once there is room."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from provisioning.identity import new_key, private_pem
from tests.offline_queue.platform import Platform, serving

MOUNT = 'mount -t tmpfs -o size=16m tmpfs "$1" && cp "$1.keys/"* "$1" && shift && exec "$@"'


@pytest.fixture
def platform() -> Iterator[Platform]:
    with serving(Platform()) as platform:
        yield platform


def keys(directory: Path) -> Path:
    directory.mkdir()
    (directory / "key.pem").write_bytes(private_pem(new_key()))
    (directory / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
    return directory


def test_a_small_file_system_fills_up_and_drains(tmp_path: Path, platform: Platform) -> None:
    home = tmp_path / "home"
    home.mkdir()
    keys(tmp_path / "home.keys")
    own_mounts = ["unshare", "--map-root-user", "--mount"]
    if subprocess.run([*own_mounts, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this kernel lets no process have mounts of its own")
    ended = subprocess.run(
        [
            *own_mounts,
            "sh",
            "-c",
            MOUNT,
            "sh",
            home,
            sys.executable,
            "-m",
            "tests.faults.queue_worker",
            "fill",
            home,
            platform.url,
        ],
        check=False,
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert lines[:2] == ["disk_full", "True True []"]
    assert lines[-1] == "True []"
    assert set(platform.made.values()) == {1}
