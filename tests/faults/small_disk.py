"""A small file system of its own for one process: real, and gone with it."""

import os
import subprocess
from pathlib import Path

import pyrage
import pytest

from provisioning.identity import new_key, private_pem

OWN_MOUNTS = ("unshare", "--map-root-user", "--mount")
TMPFS = 'mount -t tmpfs -o size=16m tmpfs "$1"'
EXT4 = 'truncate -s 24M "$1.img" && mkfs.ext4 -q -F "$1.img" && mount -o loop,errors=remount-ro "$1.img" "$1"'
KEYS = 'cp "$1.keys/"* "$1" && shift && exec "$@"'


def place(directory: Path) -> Path:
    """Return where the file system is to be mounted; the terminal's keys lie beside it."""
    home, keys = directory / "home", directory / "home.keys"
    home.mkdir()
    keys.mkdir()
    (keys / "key.pem").write_bytes(private_pem(new_key()))
    (keys / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
    return home


def command(home: Path, mount: str, *process: str | Path) -> list[str | Path]:
    """Return the command that mounts a file system on `home` and runs `process` in it; skips where that cannot be."""
    namespace = OWN_MOUNTS if mount is TMPFS else ("unshare", "--mount")
    if mount is EXT4 and (os.getuid() != 0 or not Path("/dev/loop0").exists()):
        pytest.skip("only root may mount a file as a disk")
    if subprocess.run([*namespace, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this kernel lets no process have mounts of its own")
    return [*namespace, "sh", "-ec", f"{mount} && {KEYS}", "sh", home, *process]
