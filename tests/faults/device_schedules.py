"""Random mishaps at every simulated device: nothing hangs, nothing is printed twice, every command ends, no thread stays.

`python -m tests.faults.device_schedules --schedules 10000 --workers 8`; continuous integration does a few. A schedule that breaks an
invariant is told by its seed: `--seed N --schedules 1` shows it again.
"""

import argparse
import logging
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from devices.simulators.process import simulated
from tests.faults.device_worlds import WORLDS, BrokenError, World

STEPS = 5
_GOING = 5.0  # a thread that was told to end is given that long


class Fleet:
    """The simulators, each started when the first schedule needs it."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self.worlds: dict[type[World], World] = {}

    def world(self, kind: type[World]) -> World:
        """Return the world of a kind."""
        if kind not in self.worlds:
            link, control = (str(self._folder / f"{kind.__name__}.{end}") for end in ("link", "control"))
            device, *options = (option.format(link=link) for option in kind.simulator)
            it = self._stack.enter_context(simulated(device, "--control", control, *options))
            self.worlds[kind] = kind(it)
        return self.worlds[kind]


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
        world.begin()
        try:
            for _ in range(STEPS):
                if chance.random() < 0.6:
                    world.happen(chance)
                world.use(chance)
        finally:
            world.end()
        _no_thread_stays(before)
    except BrokenError as error:
        raise BrokenError(f"schedule {seed} ({kind.__name__}): {error}") from error
    return kind


def _no_thread_stays(before: int) -> None:
    until = time.monotonic() + _GOING
    while threading.active_count() > before:
        if time.monotonic() > until:
            names = sorted(thread.name for thread in threading.enumerate())
            raise BrokenError(f"a thread stays: {', '.join(names)}")
        time.sleep(0.01)


def main() -> int:
    """Run the schedules in several processes and say what they did; 1 when an invariant was broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--schedules", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    if args.workers > 1:
        return _shared(args.schedules, args.seed, args.workers)
    logging.disable(logging.WARNING)  # every mishap is one
    done, broken = Counter[str](), 0
    with fleet() as devices:
        for seed in range(args.seed, args.seed + args.schedules):
            try:
                done[run(devices, seed).__name__] += 1
            except BrokenError as error:
                broken += 1
                print(error, flush=True)  # noqa: T201  # what it is run for
        commands = sum(world.commands for world in devices.worlds.values())
        failures = sum(world.failures for world in devices.worlds.values())
    held = f"{sum(done.values())} held, {broken} broken"
    print(f"{held}; {commands} commands, {failures} typed errors; {dict(done)}")  # noqa: T201  # as above
    return 1 if broken else 0


def _shared(schedules: int, seed: int, workers: int) -> int:
    each = schedules // workers
    command = [sys.executable, "-m", "tests.faults.device_schedules", "--schedules", str(each), "--seed"]
    running = [subprocess.Popen([*command, str(seed + each * number)]) for number in range(workers)]
    return max(process.wait() for process in running)


if __name__ == "__main__":
    sys.exit(main())
