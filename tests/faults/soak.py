"""The whole way under `kill -9`: putting, submitting and the platform die again and again behind a bad network.

`python -m tests.faults.soak --transactions 10000` prints what came of it; continuous integration does a smaller number.
"""

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import pyrage

from offline_queue.records import State
from offline_queue.store import Store
from provisioning.identity import new_key, private_pem
from tests.faults.queue_worker import now

PATIENCE = 60.0  # seconds without any progress that end the soak
BETWEEN_KILLS = (1, 60)  # transactions


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: everything that was promised, and what is wrong with it (each 0 at best).

    `batched`: how many the platform first had in an exchange with others. `strangers`: only one side knows it, or the two sides name different cases. `orphans`: files that no row names.
    """

    promised: int
    batched: int
    kills: int
    seconds: float
    lost: int
    double: int
    unsettled: int
    strangers: int
    findings: int
    orphans: int

    @property
    def good(self) -> bool:
        return not (
            self.lost or self.double or self.unsettled or self.strangers or self.findings or self.orphans
        )


class Worker:
    """A process that is started again whenever it is killed; what it says goes to the end of one file."""

    def __init__(self, said: Path, *command: str | Path) -> None:
        self._said, self._command = said, [sys.executable, "-m", *command]
        self.start()

    def start(self) -> None:
        with self._said.open("ab") as said:
            self.process: subprocess.Popen[bytes] = subprocess.Popen(self._command, stdout=said)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        with self._said.open("ab") as said:
            said.write(b"\nkilled\n")  # ends the half line, if there is one

    def said(self) -> Sequence[str]:
        return self._said.read_text().splitlines()


class Platform(Worker):
    """The platform's process; it comes back at the same port."""

    def __init__(self, directory: Path, faults: float) -> None:
        self._directory, self._faults, self.port, self._lives = directory, faults, 0, 0
        super().__init__(directory / "platform.log")

    def start(self) -> None:
        self._lives += 1
        faults = (str(self.port), str(self._faults), str(self._lives))
        command = (sys.executable, "-m", "tests.faults.soak_platform", str(self._directory), *faults)
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert self.process.stdout
        with self.process.stdout:
            self.port = int(self.process.stdout.readline())

    def holds(self) -> list[tuple[str, str]]:
        """Return each transaction that was made there, as often as it was made, with its case number."""
        with closing(sqlite3.connect(self._directory / "platform.db")) as ledger:
            return [(id_, f"GZ-{number}") for id_, number in ledger.execute("SELECT id, number FROM made")]

    def batched(self) -> int:
        """Return how many it first had together with others."""
        with closing(sqlite3.connect(self._directory / "platform.db")) as ledger:
            return int(ledger.execute("SELECT count(*) FROM made WHERE together > 1").fetchone()[0])


class Soak:
    """Two putting (one by one, and sealed ahead), two submitting, one platform, all on `directory`."""

    def __init__(self, directory: Path, faults: float, seed: int) -> None:
        (directory / "key.pem").write_bytes(private_pem(new_key()))
        (directory / "recipient").write_text(str(pyrage.x25519.Identity.generate().to_public()))
        self._directory, self._chance = directory, random.Random(seed)  # noqa: S311  # a test that can be repeated
        self.platform = Platform(directory, faults)
        self._url = f"http://127.0.0.1:{self.platform.port}"
        worker = "tests.faults.queue_worker"
        self._putting = [Worker(directory / how, worker, how, directory) for how in ("put", "put_all")]
        self._submitting = [
            Worker(directory / f"submit{number}", worker, "submit", directory, self._url)
            for number in range(2)
        ]

    def run(self, transactions: int) -> int:
        """Kill until that many were promised; return how often."""
        kills, wanted = 0, 0
        victims = [*self._putting, *self._submitting, self.platform]
        while wanted < transactions:
            wanted = min(transactions, len(self.promised()) + self._chance.randint(*BETWEEN_KILLS))
            self._until_promised(wanted)
            victim = self._chance.choice(victims)
            victim.kill()
            victim.start()
            kills += 1
        return kills

    def drain(self) -> None:
        """Stop what puts, and let the rest work until nothing waits."""
        for putting in self._putting:
            putting.kill()
        with Store(self._directory / "queue", None, now) as store:
            until, waiting = time.monotonic() + PATIENCE, store.stats().waiting
            while waiting and time.monotonic() < until:
                time.sleep(0.1)
                if (left := store.stats().waiting) < waiting:
                    until, waiting = time.monotonic() + PATIENCE, left

    def end(self) -> None:
        for worker in (*self._putting, *self._submitting, self.platform):
            worker.process.kill()
            worker.process.wait()

    def promised(self) -> set[str]:
        """Return every id that a resident was told."""
        return {line for worker in self._putting for line in worker.said() if len(line) == 36}

    def outcome(self, kills: int, seconds: float) -> Outcome:
        promised, made = self.promised(), self.platform.holds()
        held = dict(made)
        with Store(self._directory / "queue", None, now) as store:
            entries, findings = store.list(), store.verify()
        ours = {entry.id: entry.case_number for entry in entries}
        return Outcome(
            promised=len(promised),
            batched=self.platform.batched(),
            kills=kills,
            seconds=round(seconds, 1),
            lost=len(promised - held.keys()),
            double=len(made) - len(held) + len(entries) - len({entry.reference for entry in entries}),
            unsettled=sum(entry.state is not State.ACKNOWLEDGED for entry in entries),
            strangers=len(ours.items() ^ held.items()),
            findings=len(findings),
            orphans=len(list((self._directory / "queue" / "attachments").iterdir())),
        )

    def _until_promised(self, number: int) -> None:
        until = time.monotonic() + PATIENCE
        while len(self.promised()) < number:
            if time.monotonic() > until:
                raise TimeoutError("nothing has been put for a minute")
            time.sleep(0.01)


def soak(directory: Path, transactions: int, faults: float = 0.15, seed: int = 1) -> Outcome:
    """Return what comes of that many transactions."""
    began = time.monotonic()
    work = Soak(directory, faults, seed)
    try:
        kills = work.run(transactions)
        work.drain()
    finally:
        work.end()
    return work.outcome(kills, time.monotonic() - began)


def main() -> int:
    """Soak; 0 when nothing was lost, double or left over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transactions", type=int, default=10_000)
    parser.add_argument("--faults", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        outcome = soak(Path(place), args.transactions, args.faults, args.seed)
    print(json.dumps(asdict(outcome)))  # noqa: T201  # what it is run for
    return 0 if outcome.good else 1


if __name__ == "__main__":
    sys.exit(main())
