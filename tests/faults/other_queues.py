"""Queues that others made, each as its documentation says a queue that lasts is opened: for speed and power cuts beside ours.

As a process: `python -m tests.faults.other_queues NAME DIRECTORY NUMBER` puts that many and tells each on stdout.
"""

import os
import pickle
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from tests.faults import power_cut_disk as disk
from tests.faults.power_cut import KINDS
from tests.faults.power_cut_replay import Replay
from tests.faults.power_cut_trace import trace

FILL = "x" * 2044
OPENED = "opened"
UNREADABLE = (sqlite3.Error, OSError, EOFError, ValueError, KeyError, IndexError, pickle.UnpicklingError)


@dataclass(frozen=True, slots=True)
class Queue:
    """`open` makes it in a directory or finds it there; `put` keeps one text; `held` returns all."""

    open: Callable[[Path], Any]
    put: Callable[[Any, str], object]
    held: Callable[[Any], Iterable[str]]


def _persist_queue_file(directory: Path) -> Any:
    import persistqueue  # noqa: PLC0415  # only the one that is asked for

    class Quiet(persistqueue.Queue):
        """Lets go of a queue that could not be read without complaining a second time."""

        def __del__(self) -> None:
            with suppress(AttributeError):
                super().__del__()

    return Quiet(str(directory / "queue"), autosave=True, tempdir=str(directory))


def _persist_queue_sqlite(directory: Path) -> Any:
    import persistqueue  # noqa: PLC0415  # as above

    return persistqueue.SQLiteQueue(str(directory / "queue"), auto_commit=True)


def _litequeue(directory: Path) -> Any:
    import litequeue  # noqa: PLC0415  # as above

    return litequeue.LiteQueue(directory / "queue.db")


def _huey(directory: Path) -> Any:
    from huey.storage import SqliteStorage  # noqa: PLC0415  # as above

    return SqliteStorage("queue", str(directory / "queue.db"))


def _taken(queue: Any) -> Iterable[str]:
    while queue.qsize():
        yield queue.get(block=False)


QUEUES = {
    "huey": Queue(
        _huey,
        lambda queue, text: queue.enqueue(text.encode()),
        lambda queue: map(_text, queue.enqueued_items()),
    ),
    "litequeue": Queue(
        _litequeue,
        lambda queue, text: queue.put(text),
        lambda queue: [row["data"] for row in queue.conn.execute("SELECT data FROM Queue")],
    ),
    "persist-queue, file": Queue(_persist_queue_file, lambda queue, text: queue.put(text), _taken),
    "persist-queue, SQLite": Queue(_persist_queue_sqlite, lambda queue, text: queue.put(text), _taken),
}


@dataclass(frozen=True, slots=True)
class Cuts:
    """In how many states that a power cut may leave something is missing that `put` had returned for."""

    states: int
    losing: int


def cut(name: str, work: Path, puts: int, share: float = 1.0) -> Cuts:
    """Cut the power at a `share` of all moments while that many are put, each time with other luck."""
    (home := work / "home").mkdir()
    command = (sys.executable, "-m", "tests.faults.other_queues", name, home, str(puts))
    chance = random.Random(1)  # noqa: S311  # a test that can be repeated
    replay, states, losing = Replay(PurePosixPath(home)), 0, 0
    for call in trace(command, work / "log"):
        if not replay.do(call):
            continue
        if replay.told == [OPENED]:
            _sync(replay.root)  # how a queue is first made is not what is compared
        elif replay.told and chance.random() < share:
            states += 1
            losing += not _keeps(name, replay, chance, work)
    return Cuts(states, losing)


def _keeps(name: str, replay: Replay, chance: random.Random, work: Path) -> bool:
    found = disk.left(replay.root, disk.luck(chance.choice(KINDS), chance, replay.number))
    queue = QUEUES[name]
    with tempfile.TemporaryDirectory(dir=work) as place:
        disk.write(found, Path(place) / "home")
        try:
            held = set(queue.held(queue.open(Path(place) / "home")))
        except UNREADABLE:
            return False
    return {f"{told}{FILL}" for told in replay.told[1:]} <= held


def _sync(node: disk.Node) -> None:
    node.sync()
    if isinstance(node, disk.Directory):
        for below in node.now.values():
            _sync(below)


def _text(content: bytes) -> str:
    return bytes(content).decode()


def main(name: str, directory: Path, number: int) -> None:
    kind = QUEUES[name]
    queue = kind.open(directory)
    os.write(1, f"{OPENED}\n".encode())
    for one in range(number):
        kind.put(queue, f"{one:04}{FILL}")
        os.write(1, f"{one:04}\n".encode())
    os._exit(0)  # nothing is closed, as when the power fails


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
