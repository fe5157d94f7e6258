"""Random mishaps at every simulated device: nothing hangs, nothing is printed twice, every command ends, no thread stays.

`make soak` does ten thousand schedules, `python -m tests.faults.device_schedules --schedules N --seed N --workers N` as many
as wanted; continuous integration does a few. A schedule that breaks an invariant is told by its seed: `--seed N --schedules 1`
shows it again. On a machine that does much else, SCHEDULES_LOAD=3 makes every limit three times as long and hurries clocks as much less.
"""

import argparse
import json
import logging
import operator
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from devices.simulators.control import ControlError
from devices.simulators.process import Simulated, simulated
from tests.faults.worlds.every import WORLDS
from tests.faults.worlds.world import BrokenError, World

STEPS = 5
_GOING = 5.0  # a thread that was told to end is given that long


class Fleet:
    """The simulators, each started when the first schedule needs it."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self._controls = count()
        self.worlds: dict[type[World], World] = {}

    def world(self, kind: type[World]) -> World:
        """Return the world of a kind."""
        if kind not in self.worlds:
            folder = self._folder / str(len(self.worlds))
            folder.mkdir()
            self.worlds[kind] = kind.made(self._start, folder)
        return self.worlds[kind]

    def _start(self, device: str, *options: str) -> Simulated:
        control = str(self._folder / f"{next(self._controls)}.control")
        return self._stack.enter_context(simulated(device, "--control", control, *options))


@contextmanager
def fleet() -> Iterator[Fleet]:
    """Return simulators that end with the context."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        yield Fleet(Path(folder), stack)


def run(fleet: Fleet, seed: int) -> type[World]:
    """Run one schedule and return its world.

    Raises:
        BrokenError: an invariant does not hold.
    """
    chance = random.Random(seed)  # noqa: S311  # schedules that can be repeated
    kind = chance.choices(list(WORLDS), list(WORLDS.values()))[0]
    world = fleet.world(kind)
    before = threading.active_count()
    try:
        _live_through(world, chance)
        _no_thread_stays(before)
    except (BrokenError, ControlError) as error:
        raise BrokenError(f"schedule {seed} ({kind.__name__}): {error}") from error
    world.schedules += 1
    return kind


def _live_through(world: World, chance: random.Random) -> None:
    world.begin()
    try:
        for _ in range(STEPS):
            if chance.random() < 0.6:
                world.happen(chance)
            world.use(chance)
    finally:
        world.end()


def _no_thread_stays(before: int) -> None:
    until = time.monotonic() + _GOING * World.load
    while threading.active_count() > before:
        if time.monotonic() > until:
            names = sorted(thread.name for thread in threading.enumerate())
            raise BrokenError(f"a thread stays: {', '.join(names)}")
        time.sleep(0.01)


Tally = dict[str, dict[str, Any]]


def tally(seed: int, schedules: int) -> Tally:
    """Run schedules one after the other; return what each world saw, and under `broken` what broke."""
    broken: list[str] = []
    with fleet() as devices:
        for number in range(seed, seed + schedules):
            try:
                run(devices, number)
            except BrokenError as error:
                broken.append(str(error))
                print(error, file=sys.stderr, flush=True)  # noqa: T201  # told when it happens, too
        worlds = {type(world).__name__: world.seen() for world in devices.worlds.values()}
    return {**worlds, "broken": {"schedules": broken}}


def main() -> int:
    """Run the schedules, in several processes if asked to, and say what they did; 1 when an invariant was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schedules", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="say it to another process")
    args = parser.parse_args()
    logging.disable(logging.ERROR)  # every mishap is one
    seen = _shared(args) if args.workers > 1 else tally(args.seed, args.schedules)
    print(json.dumps(seen) if args.json else _table(seen))  # noqa: T201  # what it is run for
    return 1 if seen["broken"]["schedules"] else 0


def _shared(args: argparse.Namespace) -> Tally:
    """Have other processes do them, each its part; return the sum."""
    command = [sys.executable, "-m", "tests.faults.device_schedules", "--json"]
    each, more = divmod(args.schedules, args.workers)
    running, first = [], args.seed
    for number in range(args.workers):
        part = each + (number < more)
        part_of = [*command, "--seed", str(first), "--schedules", str(part)]
        running.append(subprocess.Popen(part_of, stdout=subprocess.PIPE, text=True))
        first += part
    total: Tally = {"broken": {"schedules": []}}
    for process in running:
        for name, seen in json.loads(process.communicate()[0]).items():
            total[name] = _sum(total.get(name, {}), seen)
    return total


def _sum(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    join = {"slowest": max, "limit": max}
    return {
        key: join.get(key, operator.add)(one[key], each) if key in one else each
        for key, each in other.items()
    }


def _table(seen: Tally) -> str:
    rows = [f"{'world':22}{'schedules':>10}{'commands':>10}{'errors':>8}{'slowest':>9}{'limit':>7}"]
    worlds = {name: each for name, each in sorted(seen.items()) if name != "broken"}
    for name, each in worlds.items():
        counts = f"{each['schedules']:>10}{each['commands']:>10}{each['failures']:>8}"
        rows.append(f"{name:22}{counts}{each['slowest']:>8.1f}s{each['limit']:>6.0f}s")
    held = sum(each["schedules"] for each in worlds.values())
    return "\n".join([*rows, f"{held} schedules held, {len(seen['broken']['schedules'])} broken"])


if __name__ == "__main__":
    sys.exit(main())
