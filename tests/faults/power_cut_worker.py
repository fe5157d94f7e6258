"""The process whose power is cut: puts, settles, parks, prints, and tells each thing on stdout once it was promised.

`weak` weakens it on purpose, to prove that the simulator sees what the weakness loses.
"""

import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from offline_queue import database, parts
from offline_queue.records import Acknowledged, Claim
from offline_queue.store import Store
from offline_queue.transaction import Attachment, Draft
from tests.faults.queue_worker import now, sealer

WEAKENED: dict[str, Callable[[], None]] = {
    "not": lambda: None,
    "normal": lambda: setattr(database.Database, "DURABLE", "NORMAL"),
    "parts": lambda: setattr(parts, "sync_directory", lambda _: None),
}
FILE_EVENTS = ("open", "os.", "fcntl.")


def tell(*words: str) -> None:
    os.write(1, (" ".join(words) + "\n").encode())  # one call: told or not told


class Work:
    """One process's work on the queue, chosen by `seed`."""

    def __init__(self, store: Store, seed: int) -> None:
        self._store = store
        self._chance = random.Random(seed)  # noqa: S311  # a test that can be repeated
        self._parked: list[str] = []
        store.outbox.time()  # reads a file the first time: not in the thread that seals, which the trace does not follow

    def do(self) -> None:
        """One thing."""
        thing = self._chance.choice(
            [self.put] * 4 + [self.put_all] + [self.settle] * 3 + [self.park, self.retry]
        )
        thing()

    def put(self) -> None:
        pages = self._chance.choice([0, 0, 1, 2])
        pictures = [Attachment(f"{page}.jpg", "image/jpeg", b"picture" * 700) for page in range(pages)]
        made = self._store.put("MZ-004", b"x" * self._chance.randint(10, 6000), pictures, print_job=True)
        tell("kept", made.id, made.reference)
        if self._chance.random() < 0.3:
            self._store.print_sent(made.id)
            tell("printing", made.id)

    def put_all(self) -> None:
        page = Attachment("page.jpg", "image/jpeg", b"picture" * 700)
        drafts = [
            Draft("MZ-004", b"x" * self._chance.randint(10, 6000), [page][: number % 2])
            for number in range(3)
        ]
        for made in self._store.put_all(drafts):
            tell("kept", made.id, made.reference)

    def settle(self) -> None:
        if claim := self._claim():
            tell("settling", claim.id)
            self._store.outbox.acknowledge(claim, Acknowledged("GZ-1", "", ""))
            tell("settled", claim.id)
            if self._chance.random() < 0.3:
                self._store.truncate_log()

    def park(self) -> None:
        if claim := self._claim():
            self._store.outbox.park(claim, "HTTP 422", "422")
            tell("parked", claim.id)
            self._parked.append(claim.id)

    def retry(self) -> None:
        if self._parked:
            tell("retrying", self._parked[0])
            self._store.outbox.retry(self._parked.pop(0))

    def _claim(self) -> Claim | None:
        return self._store.outbox.claim(due_by=self._store.outbox.clock.elapsed())


def die_at(event_number: int) -> None:
    """Be killed before that many file operations from now; 0: never."""
    left = event_number

    def hook(event: str, _: tuple[Any, ...]) -> None:
        nonlocal left
        if event.startswith(FILE_EVENTS):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def main(keys: Path, home: Path, weak: str, seed: int, things: int, dies: int) -> None:  # noqa: PLR0917  # as told
    WEAKENED[weak]()
    signer = sealer(keys)
    if dies:
        die_at(dies)
    with Store(home / "queue", signer, now) as store:
        work = Work(store, seed)
        for _ in range(things):
            work.do()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], *map(int, sys.argv[4:]))
