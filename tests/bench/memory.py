"""Memory of a process and of all that it started, as the kernel counts it."""

from contextlib import suppress
from pathlib import Path

KIB_A_MIB = 1024


def tree_pss_mib(pid: int) -> float:
    """Return the memory of a process and its descendants in MiB: what several share is counted once (PSS, proc(5))."""
    return sum(_pss(each) for each in _tree(pid)) / KIB_A_MIB


def _tree(pid: int) -> list[int]:
    found = [pid]
    for each in found:  # grows on the way
        with suppress(OSError):  # it has ended meanwhile
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text("ascii").split())
    return found


def _pss(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
