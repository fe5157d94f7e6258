"""Writing that survives a power cut: afterwards there is the old content or the new, never half of one (F18)."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path


def sync_directory(directory: Path) -> None:
    """Make the names in `directory` durable; a rename is only safe once its directory is on the disk."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_new(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file that nobody knows yet and make its content durable; its name is not durable by itself.

    Raises:
        FileExistsError: there is such a file already.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write or replace the file at `path` in one step."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        write_new(fresh, content, mode)
        fresh.rename(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    sync_directory(path.parent)


def write_directory(directory: Path, files: Mapping[str, bytes], mode: int = 0o755) -> None:
    """Make a new directory with these files (names without folders); everything in it is durable, its name is not.

    Files are readable only by the owner when the directory is.
    """
    directory.mkdir(mode=mode)
    for name, content in files.items():
        write_new(directory / name, content, mode & 0o666)
    sync_directory(directory)


def point(link: Path, target: Path) -> None:
    """Let the symbolic link `link` lead to its sibling `target`, in one step."""
    fresh = link.with_name(f".{link.name}.{secrets.token_hex(4)}")
    fresh.symlink_to(target.name)
    fresh.replace(link)
    sync_directory(link.parent)


def replace_directory(directory: Path, files: Mapping[str, bytes], mode: int = 0o755) -> None:
    """Let the directory hold exactly these files, all of them changed at once.

    `directory` is a symbolic link to a hidden sibling, because the kernel replaces a link in one step but not a folder.
    """
    parent = directory.parent
    parent.mkdir(parents=True, exist_ok=True)
    fresh = parent / f".{directory.name}-{secrets.token_hex(4)}"
    write_directory(fresh, files, mode)
    if directory.is_dir() and not directory.is_symlink():  # made by hand: moved out of the way
        directory.rename(parent / f".{directory.name}-by-hand-{secrets.token_hex(4)}")
    point(directory, fresh)
    for old in parent.glob(f".{directory.name}-*"):
        if old.name != fresh.name:
            shutil.rmtree(old, ignore_errors=True)
