"""The machine below: disk, fonts, Pinyin data, libraries of the operating system."""

import ctypes
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from provisioning.checks import Bench, Result

ENOUGH_BYTES = 500_000_000
FONT_DIRECTORIES = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
PINYIN_SCHEMA = Path("/usr/share/rime-data/luna_pinyin_simp.schema.yaml")


def disk(bench: Bench) -> Result:
    """Whether there is room for what residents hand in."""
    existing = next(path for path in (bench.home, *bench.home.absolute().parents) if path.exists())
    if os.statvfs(existing).f_flag & os.ST_RDONLY:
        return Result("disk", ok=False, found="read-only")
    return _room(shutil.disk_usage(existing).free)


def _room(free: int) -> Result:
    enough = free >= ENOUGH_BYTES
    values = {"free": round(free / 1e9, 1)}
    return Result("disk", ok=enough, found="enough" if enough else "full", values=values)


def fonts(directories: Iterable[Path] = FONT_DIRECTORIES) -> Result:
    """Whether Chinese can be drawn."""
    found = next((font for directory in directories for font in directory.rglob("NotoSansCJK-*.ttc")), None)
    if found is None:
        return Result("fonts", ok=False, found="missing")
    return Result("fonts", ok=True, found="ready", values={"font": found.name})


def pinyin(library: str = "librime.so.1", schema: Path = PINYIN_SCHEMA) -> Result:
    """Whether Chinese can be typed."""
    ready = _loads(library) and schema.exists()
    return Result("pinyin", ok=ready, found="ready" if ready else "missing")


def touch(library: str = "libmtdev.so.1") -> Result:
    """Whether touchscreens are understood."""
    ready = _loads(library)
    return Result("touch", ok=ready, found="ready" if ready else "missing")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
