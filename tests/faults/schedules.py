"""The rules of sending under random schedules: crashes, power cuts, partitions, clock jumps, duplicates, slow disks.

`python -m tests.faults.schedules --schedules 1000000` takes some minutes; continuous integration does fewer. A schedule
that breaks an invariant is told by its seed: `--seed N --schedules 1` shows it again.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from offline_queue.back_off import BackOff
from offline_queue.records import State
from tests.faults.schedules_world import BrokenError, World

EVENTS = 40


@dataclass(frozen=True, slots=True)
class Tally:
    """What the schedules did."""

    schedules: int
    transactions: int
    deliveries: int
    refusals: int
    crashes: int


def run(seed: int) -> World:
    """Run one schedule to its end, with everything settled.

    Raises:
        BrokenError: an invariant does not hold.
    """
    chance = random.Random(seed)  # noqa: S311  # schedules that can be repeated
    world = World(chance, BackOff(1.0, 300.0, chance.uniform))
    happenings = _happenings(world, chance)
    for _ in range(EVENTS):
        chance.choice(happenings)()
        world.check()
    world.heal()
    world.drain()
    world.check()
    return world


def _happenings(world: World, chance: random.Random) -> list[Callable[[], object]]:
    """What may happen, each as often as it is likely."""
    one, other = world.submitters
    return [
        *[lambda: world.put(chance.choice(("", "A", "A", "B")))] * 3,
        *[one.act, other.act] * 5,
        *[world.network.deliver] * 6,
        *[world.network.double, world.network.lose] * 2,
        world.network.cut_or_mend,
        world.platform.fall_ill_or_recover,
        one.crash,
        other.crash,
        world.power_cut,
        world.jump_of_the_wall_clock,
        world.retry,
        *[lambda: world.pass_(chance.choice((0.1, 1.0, 30.0, 700.0)))] * 3,
    ]


def tally(first: int, count: int) -> Tally:
    """Run `count` schedules from seed `first` on.

    Raises:
        BrokenError: one breaks an invariant; its seed is told.
    """
    transactions = deliveries = refusals = crashes = 0
    for seed in range(first, first + count):
        try:
            world = run(seed)
        except BrokenError as broken:
            raise BrokenError(f"schedule {seed}: {broken}") from broken
        transactions += len(world.rows)
        deliveries += world.platform.requests
        refusals += sum(row.state is State.PARKED for row in world.rows.values())
        crashes += world.crashes
    return Tally(count, transactions, deliveries, refusals, crashes)


def main() -> int:
    """Print what a number of schedules did; 1 when one broke an invariant."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schedules", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    began = time.monotonic()
    try:
        said: object = tally(args.seed, args.schedules)
    except BrokenError as broken:
        said = broken
    print(said, f"{time.monotonic() - began:.0f} s")  # noqa: T201  # what it is run for
    return int(isinstance(said, BrokenError))


if __name__ == "__main__":
    sys.exit(main())
