"""What the fault tests run in processes of their own, and kill: `put` and `submit` on a queue, each step told on stdout."""

import sys
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import requests

from offline_queue.back_off import BackOff
from offline_queue.errors import DiskFullError, QueueFullError
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from offline_queue.transaction import Attachment, Draft
from provisioning.identity import parse_key


def now() -> datetime:
    return datetime.now(UTC)


def sealer(home: Path) -> Sealer:
    return Sealer("GZ044", parse_key((home / "key.pem").read_bytes()), [(home / "recipient").read_text()])


def put(home: Path) -> None:
    """Put for ever; each id is told once it was acknowledged to the resident."""
    attachment = Attachment("page.jpg", "image/jpeg", b"picture" * 100)
    with Store(home / "queue", sealer(home), now) as store:
        for number in count():
            try:
                made = store.put("MZ-004", b"x" * 2048, [] if number % 3 else [attachment])
                print(made.id, flush=True)  # noqa: T201  # how the test learns it
            except QueueFullError:
                time.sleep(0.05)


def put_all(home: Path) -> None:
    """As `put`, the next ones sealed while one is written."""
    attachment = Attachment("page.jpg", "image/jpeg", b"picture" * 100)
    drafts = (Draft("MZ-004", b"x" * 2048, [] if number % 3 else [attachment]) for number in count())
    with Store(home / "queue", sealer(home), now) as store:
        while True:
            try:
                for made in store.put_all(drafts):
                    print(made.id, flush=True)  # noqa: T201  # as above
            except QueueFullError:
                time.sleep(0.05)


def submit(home: Path, url: str) -> None:
    """Submit for ever."""
    with requests.Session() as session, Store(home / "queue", None, now) as store:
        session.trust_env = False
        submitter = Submitter(store, session, url, back_off=BackOff(0.01, 0.05))
        while True:
            submitter.poll()
            time.sleep(0.005)


def drain(home: Path, url: str) -> None:
    """Submit until nothing waits, telling what was acknowledged."""
    with requests.Session() as session, Store(home / "queue", None, now) as store:
        session.trust_env = False
        submitter = Submitter(store, session, url, back_off=BackOff(0.01, 0.05))
        while store.stats().waiting:
            print(submitter.submit_once(everything=True).acknowledged, flush=True)  # noqa: T201


def drain_together(home: Path, url: str) -> None:
    """Be ready, wait for the word, then drain."""
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    drain(home, url)


def fill(home: Path, url: str) -> None:
    """Put until the disk is full, look, make room, drain."""
    (home / "filler").write_bytes(bytes(8 * 1024 * 1024))
    made = []
    with Store(home / "queue", sealer(home), now) as store:
        try:
            while True:
                made.append(
                    store.put("MZ-004", b"x" * 20_000, [Attachment("p", "image/jpeg", b"y" * 20_000)]).id
                )
        except DiskFullError as error:
            print(error.code)  # noqa: T201
    with Store(home / "queue", None, now) as store:
        print(made == [entry.id for entry in store.list()], len(made) > 5, store.verify())  # noqa: T201
    (home / "filler").unlink()
    drain(home, url)
    with Store(home / "queue", None, now) as store:
        print(store.stats().acknowledged == len(made), store.verify())  # noqa: T201


if __name__ == "__main__":
    {"put": put, "put_all": put_all, "submit": submit, "drain": drain_together, "fill": fill}[sys.argv[1]](
        Path(sys.argv[2]), *sys.argv[3:]
    )  # type: ignore[operator]  # each takes what the test gives it
