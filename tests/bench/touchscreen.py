"""The touchscreen in a whole terminal: its start beside a bare window's, from touch to page, at rest; software OpenGL.

A scripted resident looks around, then does three applications with photographs and Chinese words, by real input events on
a virtual screen.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.demo.eyes import Eyes, Page
from kiosk.demo.hand import Hand
from kiosk.demo.house import House, house
from kiosk.demo.resident import Resident
from kiosk.demo.virtual_screen import virtual_screen
from tests.bench import memory

SIZE = (1080, 1920)
STARTS = 5
ROUNDS = 10
SESSIONS = 3
REST_SECONDS = 20.0
MIB = 2**20
#: A service with papers to photograph, and the shelf it stands on.
SHELF, ITEM = "department.MZ", "MZ-001"
SHELVES = ("group.government", "department.MZ", "group.family", "department.RS")


def measure() -> dict[str, float]:
    """Return seconds from process start, milliseconds from touch to page, processor time and memory at rest."""
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as name,
        virtual_screen(*SIZE) as display,
        house(Path(name) / "house") as home,
    ):
        environment = {"DISPLAY": display, "SDL_VIDEODRIVER": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        return {**_starts(home, environment, Path(name)), **_session(home, environment)}


def _starts(home: House, environment: dict[str, str], cache: Path) -> dict[str, float]:
    firsts, bares, processor = [], [], []
    for _ in range(STARTS):  # in turns, so that what else the machine does hits them alike
        bares.append(_bare_window(environment, cache))
        with _touchscreen(home, environment) as (_, eyes):
            firsts.append(eyes.timings()["first_page"])
            processor.append(eyes.timings()["cpu"])
    return {
        "start.bare_window_s": statistics.median(bares),
        "start.first_page_s": statistics.median(firsts),
        "start.cpu_s": statistics.median(processor),
        "start.first_page_to_bare": statistics.median(firsts) / statistics.median(bares),
    }


def _bare_window(environment: dict[str, str], cache: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.bare_window", str(cache), *map(str, SIZE)]
    return float(subprocess.check_output(command, env={**os.environ, **environment}, text=True))


@contextmanager
def _touchscreen(home: House, environment: dict[str, str]) -> Iterator[tuple[int, Eyes]]:
    """Run the touchscreen; gives its process id and eyes, once the first page is there."""
    home.probe.unlink(missing_ok=True)
    process = home.processes.kiosk("run", "run", "--probe", str(home.probe), environment=environment)
    with Eyes(home.probe) as eyes:
        eyes.wait_for("attract")
        yield process.pid, eyes
    process.terminate()
    process.communicate()


def _session(home: House, environment: dict[str, str]) -> dict[str, float]:
    with _touchscreen(home, environment) as (pid, eyes), Hand(environment["DISPLAY"], eyes) as hand:
        fresh = _at_rest(pid, eyes)
        used = eyes.timings()["cpu"]
        for number in range(ROUNDS):
            _look_around(hand, SHELVES[number % len(SHELVES)], number)
            eyes.wait_for("attract")
        used = eyes.timings()["cpu"] - used
        latencies = [1000 * each for each in hand.latencies]
        highest = [_apply(home, eyes, hand, pid) for _ in range(SESSIONS)]
        after = _at_rest(pid, eyes)
        return {
            "touch.count": len(latencies),
            "touch.p50_ms": statistics.median(latencies),
            "touch.p95_ms": statistics.quantiles(latencies, n=20)[18],
            "touch.cpu_ms": 1000 * used / len(latencies),
            "rest.cpu_percent": 100 * after[0],
            "rest.fresh_rss_mib": fresh[1],
            "rest.rss_mib": after[1],
            "rest.tree_pss_mib": memory.tree_pss_mib(pid),
            "session.highest_rss_mib": max(rss for rss, _ in highest),
            "session.highest_tree_pss_mib": max(pss for _, pss in highest),
        }


def _look_around(hand: Hand, shelf: str, number: int) -> None:
    hand.touch("start", "home")
    items = sorted(each for each in hand.touch(shelf, "shelf").targets if each.startswith("item."))
    hand.touch(items[number % len(items)], "guide")
    hand.touch("back", "shelf")
    hand.touch("back", "home")
    hand.touch("leave", "goodbye", "attract")


def _apply(home: House, eyes: Eyes, hand: Hand, pid: int) -> tuple[float, float]:
    """Do an application to its end, with camera and Pinyin; return the most memory that was seen on the way, in MiB.

    First that of the touchscreen's process, then that of all its processes.
    """
    seen: list[tuple[float, float]] = []
    kinds: set[tuple[str, str]] = set()

    def look(page: Page) -> None:
        seen.append((eyes.timings()["rss"] / MIB, memory.tree_pss_mib(pid)))
        kinds.add((page.view["type"], page.view.get("keyboard", "")))

    resident = Resident(home, eyes, hand, look)
    resident.open(SHELF, ITEM)
    resident.walk(lambda page: page.view["type"] == "Outcome")  # the platform's answer may come late
    if hand.touch("done", "rate", "goodbye").page == "rate":
        hand.touch("skip", "goodbye")
    if not {("Capture", ""), ("Entry", "chinese")} <= kinds:
        raise RuntimeError(f"{ITEM} asks for no picture or no Chinese words: measure another item")
    eyes.wait_for("attract")
    return max(rss for rss, _ in seen), max(pss for _, pss in seen)


def _at_rest(pid: int, eyes: Eyes) -> tuple[float, float]:
    """Return the part of a core that the touchscreen uses while nobody is there, and its memory in MiB."""
    eyes.wait_for("attract")
    began, used = time.monotonic(), _processor_seconds(pid)
    while time.monotonic() < began + REST_SECONDS:
        time.sleep(0.5)  # nothing is waited for: this is the rest that is measured
    return (_processor_seconds(pid) - used) / (time.monotonic() - began), eyes.timings()["rss"] / MIB


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32} {value:10.2f}")  # noqa: T201  # what it is run for
