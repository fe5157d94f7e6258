"""Once `put` has returned, nothing that a resident said is left: in no file, and in no byte of the process's memory."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from provisioning.identity import new_key, private_pem

KEEPS = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": str(2**30)}
"""Has the C library give nothing back to the kernel: whether it does else hangs on what was asked of it before."""

CANARY = b"CANARY 11010519491231002X"
WRITABLE = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) rw", re.MULTILINE)


# Python keeps the blocks of the first to itself, the C library sets those of the second aside for each thread.
@pytest.mark.parametrize("size", [100, 600, 2048, 200_000])
@pytest.mark.parametrize("overwritten", [True, False])
def test_a_dump_of_the_process_holds_nothing(tmp_path: Path, size: int, overwritten: bool) -> None:
    (tmp_path / "key.pem").write_bytes(private_pem(new_key()))
    (tmp_path / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
    said = tmp_path.with_name(f"{tmp_path.name}.payload")
    said.write_bytes((CANARY + b"; ") * (size // len(CANARY)))
    worker = (sys.executable, "-m", "tests.faults.memory_worker", str(tmp_path), str(said))
    how, kept = (("overwrite",), {}) if overwritten else ((), KEEPS)
    own = tmp_path / "tmp"
    own.mkdir()
    with subprocess.Popen(
        (*worker, *how), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"TMPDIR": str(own), **kept}
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"kept\n"
        found = sum(part.count(CANARY) for part in memory(process.pid))
        files = [path for path in tmp_path.rglob("*") if path.is_file() and CANARY in path.read_bytes()]
        process.communicate(b"\n")
    assert files == []
    # Left to itself the C library keeps it: the search would find it.
    assert found == 0 if overwritten else found > 0


def memory(pid: int) -> Iterator[bytes]:
    """Everything a core dump would hold."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as dump:
        for begin, end in WRITABLE.findall(Path(f"/proc/{pid}/maps").read_text()):
            dump.seek(int(begin, 16))
            try:
                yield dump.read(int(end, 16) - int(begin, 16))
            except OSError:  # the kernel's own pages
                continue
