"""What the tests of bad disks run in a process of its own, on a small file system of its own; each step is told on stdout."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import requests

from offline_queue.back_off import BackOff
from offline_queue.errors import DiskFullError, QueueError
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from offline_queue.transaction import Attachment
from provisioning.checks import Bench, machine
from tests.faults.queue_worker import now, sealer

PAYLOAD, PAGE = b"x" * 20_000, Attachment("page.jpg", "image/jpeg", b"y" * 20_000)


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  # how the test learns it


def put(home: Path) -> list[str]:
    """Put until the disk refuses; say why, and return what was kept."""
    made = []
    with Store(home / "queue", sealer(home), now) as store:
        try:
            while True:
                made.append(store.put("MZ-004", PAYLOAD, [PAGE]).id)
        except QueueError as error:
            say(error.code)
    return made


def stuff(home: Path) -> None:
    """Fill the disk to the last byte."""
    with (home / "filler").open("wb", buffering=0) as filler:
        for size in (65536, 1):
            try:
                while True:
                    filler.write(bytes(size))
            except OSError:
                continue


def drain(home: Path, url: str) -> None:
    """Submit until nothing waits."""
    with requests.Session() as session, Store(home / "queue", None, now) as store:
        session.trust_env = False
        submitter = Submitter(store, session, url, back_off=BackOff(0.01, 0.05))
        while store.stats().waiting:
            submitter.submit_once(everything=True)


def full(home: Path, url: str, ballast: str) -> None:
    """Fill the disk to the last byte, with or without the ballast; drain without anybody's help; put again."""
    made = put(home)
    if ballast == "without":
        (home / "queue" / "ballast").unlink()
    stuff(home)
    try:
        drain(home, url)
    except DiskFullError as error:
        say(error.code)
    with Store(home / "queue", sealer(home), now) as store:
        kept = [entry.id for entry in store.list()]
        say(kept == made, len(made) > 5, store.stats().waiting, store.verify())
        say(bool(store.put("MZ-004", PAYLOAD, [PAGE]).id))


def read_only(home: Path, how: str) -> None:
    """Keep three; let the disk become read-only, under the open queue or a closed one; look, save; let it be writable."""
    opened = Store(home / "queue", sealer(home), now)
    made = [opened.put("MZ-004", PAYLOAD, [PAGE]).id for _ in range(3)]
    if how == "remounted":
        opened.close()
    HOWS[how](home)
    stores = [opened] if how == "failed" else []
    for store in (*stores, Store(home / "queue", sealer(home), now)):
        try:
            store.put("MZ-004", PAYLOAD, [PAGE])
        except QueueError as error:
            say(error.code)
        say(store.stats().waiting, store.verify(), store.export(Path(f"{home}.saved")) == made)
    if how == "remounted":
        say(machine.disk(Bench(home, None)).found)
        mount(home, "rw")
        say(bool(store.put("MZ-004", PAYLOAD, [PAGE]).id), store.stats().waiting, store.verify())


def mount(home: Path, how: str = "ro") -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", home], check=True)


def fail(home: Path) -> None:
    """Let ext4 find an error in itself, after which it lets nothing be written any more."""
    found = subprocess.run(["findmnt", "-no", "SOURCE", home], check=True, capture_output=True, text=True)
    (Path("/sys/fs/ext4") / Path(found.stdout.strip()).name / "trigger_fs_error").write_text("test")


HOWS = {"remounted": mount, "failed": fail}


def failing(home: Path, _: str) -> None:
    """Put until the disk fails, telling each, then die at once."""
    store = Store(home / "queue", sealer(home), now)
    try:
        while True:
            say(store.put("MZ-004", b"x" * 2048).id)
    except QueueError as error:
        say(error.code)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    {"full": full, "read_only": read_only, "failing": failing}[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])  # type: ignore[operator]  # each takes what the test gives it
