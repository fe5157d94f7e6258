"""Power cuts: the real process is traced, and whatever a disk may hold at any moment is opened by the real store.

`python -m tests.faults.power_cut --seeds 20` does for minutes what continuous integration does for seconds.
"""

import argparse
import hashlib
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import pyrage

from provisioning.identity import new_key, private_pem
from tests.faults import power_cut_disk as disk
from tests.faults.power_cut_promises import broken, promises
from tests.faults.power_cut_replay import Replay
from tests.faults.power_cut_trace import Call, trace

KINDS = ("nothing", "everything", "some", "torn", "in order")


@dataclass(frozen=True, slots=True)
class Life:
    """One process of the terminal: how much it does, and before which of its file operations it is killed (0: never)."""

    things: int
    killed_at: int = 0


ORDINARY = (Life(5), Life(8), Life(60, killed_at=25), Life(60))


@dataclass
class Result:
    """What the power cuts left: how many different states, in how many of them a promise is broken, and which."""

    states: int = 0
    bad: int = 0
    promised: int = 0
    complaints: Counter[str] = field(default_factory=Counter)

    def __iadd__(self, other: "Result") -> "Result":
        self.states += other.states
        self.bad += other.bad
        self.promised += other.promised
        self.complaints += other.complaints
        return self


class PowerCuts:
    """A terminal in `work` lives its `lives`; the power is cut at a `share` of all moments, each time with other luck."""

    def __init__(
        self, work: Path, lives: Sequence[Life] = ORDINARY, *, seed: int = 1, weak: str = "not"
    ) -> None:
        self._work, self._keys, self._home = work, work / "keys", work / "home"
        self._keys.mkdir()
        self._home.mkdir()
        (self._keys / "key.pem").write_bytes(private_pem(new_key()))
        (self._keys / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
        self._chance = random.Random(seed)  # noqa: S311  # a test that can be repeated
        self._seen: set[bytes] = set()
        self._lives = [self._lived(life, seed + number, weak) for number, life in enumerate(lives)]

    def result(self, share: float = 1.0) -> Result:
        """Cut the power and look."""
        replay, result = Replay(PurePosixPath(self._home)), Result()
        for calls in self._lives:
            replay.begin()
            for call in calls:
                if replay.do(call) and self._chance.random() < share:
                    self._cut(replay, result)
        result.promised = len(promises(replay.told).kept)
        return result

    def _lived(self, life: Life, seed: int, weak: str) -> list[Call]:
        worker = (sys.executable, "-m", "tests.faults.power_cut_worker", self._keys, self._home)
        return trace([*worker, weak, str(seed), str(life.things), str(life.killed_at)], self._work / "log")

    def _cut(self, replay: Replay, result: Result) -> None:
        luck = disk.luck(self._chance.choice(KINDS), self._chance, replay.number)
        found = disk.left(replay.root, luck)
        state = _fingerprint(found, len(replay.told))
        if state in self._seen:
            return
        self._seen.add(state)
        with tempfile.TemporaryDirectory(dir=self._work) as place:
            disk.write(found, Path(place) / "home")
            complaints = broken(Path(place) / "home" / "queue", promises(replay.told), self._keys)
        result.states += 1
        result.bad += bool(complaints)
        result.complaints.update(complaints)


def _fingerprint(found: dict[str, bytes | None], told: int) -> bytes:
    digest = hashlib.sha256(str(told).encode())
    for path, content in found.items():
        digest.update(f"{path} {-1 if content is None else len(content)} ".encode())
        digest.update(content or b"")
    return digest.digest()


def main() -> None:
    """Print what many terminals' power cuts left."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--weak", default="not")
    args = parser.parse_args()
    total = Result()
    for seed in range(args.seeds):
        for lives in (ORDINARY, (Life(2, killed_at=1 + seed % 16), Life(3))):
            with tempfile.TemporaryDirectory() as place:
                total += PowerCuts(Path(place), lives, seed=seed, weak=args.weak).result()
        print(seed, total, flush=True)  # noqa: T201  # what it is run for


if __name__ == "__main__":
    main()
