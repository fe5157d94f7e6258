"""The queue's ratios with a slower disk and network: the same programs, each of their system calls delayed.

A virtual machine's disk may answer a sync within 0.2 ms, from its host's memory, and nothing is nearer than a loopback: what is
computed weighs most there. Here `strace` makes each sync a millisecond longer, each send half of one.
"""

import json
import os
import subprocess
import sys
from importlib import import_module

SLOWER = {
    "disk": ("put", "fdatasync,fsync", 1000),
    "network": ("drain", "sendto,sendmsg", 500),
}
"""What is delayed: the part that is measured, its system calls, by how many microseconds."""


def measure() -> dict[str, float]:
    """Return what the parts return, named after what was delayed (`slow_disk.put_to_raw`)."""
    return {
        f"slow_{name}.{value.removeprefix('queue.')}": number
        for name in SLOWER
        for value, number in _delayed(*SLOWER[name]).items()
    }


def _delayed(part: str, calls: str, microseconds: int) -> dict[str, float]:
    """Measure a part in a process of its own that strace delays."""
    inject = ["-e", f"trace={calls}", "-e", f"inject={calls}:delay_exit={microseconds}"]
    trace = ["strace", "--follow-forks", "--seccomp-bpf", "--output", os.devnull, *inject]
    command = [*trace, sys.executable, "-m", "tests.bench.delayed", part]
    process = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(process.stdout)
    return found


def main(part: str) -> None:
    """Measure a part and print what it returns."""
    print(json.dumps(import_module(f"tests.bench.{part}").measure()))  # noqa: T201  # read by `_delayed`


if __name__ == "__main__":
    main(sys.argv[1])
