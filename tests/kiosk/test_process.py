"""What the kernel knows of the process."""

import subprocess
import sys
import time

from kiosk.process import age, give_back_memory


def test_the_age_grows_with_time() -> None:
    before, began = age(), time.monotonic()
    while time.monotonic() - began < 0.05:
        pass
    assert 0.04 <= age() - before <= 5.0


def test_the_age_of_a_fresh_process_counts_from_its_start_not_from_the_call() -> None:
    program = "from kiosk.process import age; print(age())"
    began = time.monotonic()
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=30).stdout
    assert 0.02 < float(said) <= time.monotonic() - began + 0.02


def test_freed_memory_goes_back() -> None:
    program = """
from pathlib import Path
from kiosk.process import give_back_memory
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
kept = []
pieces = []
for number in range(20000):
    pieces.append(bytes(5000))
    kept.append(bytes(5))
full = resident()
del pieces
give_back_memory()
print(full - resident())
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=30).stdout
    assert int(said) > 50_000_000
    give_back_memory()


KEEPING = """
from pathlib import Path
from kiosk.process import stay_small
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
{first}
before = resident()
large = b"x" * 20_000_000
del large
photograph = b"x" * 15_000_000
del photograph
print(resident() - before)
"""


def test_large_blocks_are_returned_as_soon_as_they_are_freed() -> None:
    def kept(first: str) -> int:
        command = [sys.executable, "-c", KEEPING.format(first=first)]
        return int(subprocess.run(command, capture_output=True, check=True, timeout=30).stdout)

    assert kept("pass") > 10_000_000
    assert kept("stay_small()") < 2_000_000


LIBRARY = """
import _ssl, ctypes, re
from pathlib import Path
from kiosk.process import give_back_code
def code():
    text = Path("/proc/self/smaps").read_text()
    [found] = re.findall(r"(?m)^([0-9a-f]+)-([0-9a-f]+) r-xp .*/libcrypto\\S*\\n(?:[^\\n]*\\n)*?Rss: +([0-9]+) kB", text)
    return [int(found[0], 16), int(found[1], 16), int(found[2])]
begin, end, _ = code()
ctypes.string_at(begin, end - begin)
before = code()[2]
give_back_code("libcrypto")
print(before, code()[2], len(_ssl.RAND_bytes(16)))
"""


def test_code_that_is_seldom_run_is_let_go_and_runs_all_the_same() -> None:
    said = subprocess.run([sys.executable, "-c", LIBRARY], capture_output=True, check=True, timeout=30).stdout
    before, after, random = (int(number) for number in said.split())
    assert before > 1000
    assert after < before / 4
    assert random == 16
