"""The keys that sign releases: ed25519, one PEM file each that only its owner reads.

Root keys belong offline, off this machine; publishing needs only targets, snapshot and timestamp.
"""

from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.serialization import load_pem_private_key
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Root, Snapshot, Targets, Timestamp

from config import durable

PUBLISHING = (Targets.type, Snapshot.type, Timestamp.type)


class RepositoryError(Exception):
    """The repository cannot do that. `code` is stable, the message names the remedy."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def make(directory: Path, root_keys: int) -> Mapping[str, tuple[CryptoSigner, ...]]:
    """Make new keys in `directory` and return the signers of each role."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    names = {Root.type: root_names(root_keys)} | {role: (role,) for role in PUBLISHING}
    return {role: tuple(_make_one(directory, name) for name in files) for role, files in names.items()}


def root_names(count: int) -> tuple[str, ...]:
    """Return the file names (without `.pem`) of so many root keys."""
    return ("root",) if count == 1 else tuple(f"root-{number}" for number in range(1, count + 1))


def load(directory: Path, role: str) -> CryptoSigner:
    """Return the signer of a role.

    Raises:
        RepositoryError: its file is not there, not readable, or no key.
    """
    path = directory / f"{role}.pem"
    try:
        return CryptoSigner(load_pem_private_key(path.read_bytes(), password=None))
    except (OSError, ValueError) as error:
        raise RepositoryError(
            "NO_KEY",
            f"The key {path} cannot be used ({type(error).__name__}): give the directory with the release keys as "
            "--keys, or restore it from its backup. 签名密钥不可用：请用 --keys 指定密钥目录，或从备份恢复。",
        ) from error


def _make_one(directory: Path, name: str) -> CryptoSigner:
    signer = CryptoSigner.generate_ed25519()
    durable.write_new(directory / f"{name}.pem", signer.private_bytes, 0o600)
    durable.sync_directory(directory)
    return signer
