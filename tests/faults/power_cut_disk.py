"""A disk that keeps only what was synced, and of the rest whatever it likes.

Stricter than any journalling file system: a file's content is safe after fsync of the file, its name after fsync of the
directory; everything else may be there or not, in any order, single sectors of a write too.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
FORGOTTEN = "-shm"  # shared memory: SQLite builds it anew whenever it opens a database that nobody has open


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes put at an offset."""

    number: int
    offset: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cut:
    """A file made that long."""

    number: int
    size: int


@dataclass(frozen=True, slots=True)
class Named:
    """In a directory, `old` (if any) is gone and `new` (if any) is that node: creation, removal, renaming."""

    number: int
    old: str
    new: str
    node: "Node | None"


@dataclass(slots=True)
class File:
    """What is safe of a file, and what was done to it since."""

    safe: bytes = b""
    since: list[Written | Cut] = field(default_factory=list)

    def sync(self) -> None:
        self.safe, self.since = changed(self.safe, self.since), []


@dataclass(slots=True)
class Directory:
    """Which names are safe, which are there now, and how they came to be."""

    safe: "dict[str, Node]" = field(default_factory=dict)
    now: "dict[str, Node]" = field(default_factory=dict)
    since: list[Named] = field(default_factory=list)

    def sync(self) -> None:
        self.safe, self.since = dict(self.now), []

    def change(self, change: Named) -> None:
        self.since.append(change)
        _rename(self.now, change)


Node = File | Directory


@dataclass(frozen=True, slots=True)
class Luck:
    """What the power cut leaves: which changes of names, and which pieces of which write."""

    name: Callable[[Named], bool]
    pieces: Callable[[Written | Cut], Iterator[Written | Cut]]


def luck(kind: str, chance: random.Random, last: int) -> Luck:
    """Return the luck of that kind; `last` is the number of the last thing that was done."""

    def some(change: Written | Cut) -> Iterator[Written | Cut]:
        if chance.random() < 0.5:
            yield change

    def torn(change: Written | Cut) -> Iterator[Written | Cut]:
        if isinstance(change, Cut):
            yield from some(change)
            return
        for begin in range(0, len(change.data), SECTOR):
            if chance.random() < 0.5:
                data = change.data[begin : begin + SECTOR]
                yield Written(change.number, change.offset + begin, data)

    def any_name(_: Named) -> bool:
        return chance.random() < 0.5

    until = chance.randint(max(0, last - 40), last)
    return {
        "nothing": Luck(lambda _: False, lambda _: iter(())),
        "everything": Luck(lambda _: True, lambda change: iter((change,))),
        "some": Luck(any_name, some),
        "torn": Luck(any_name, torn),
        "in order": Luck(
            lambda change: change.number <= until,
            lambda change: iter((change,) if change.number <= until else ()),
        ),
    }[kind]


def left(directory: Directory, luck: Luck) -> dict[str, bytes | None]:
    """Return what a power cut leaves: content by path, None for a directory."""
    names = dict(directory.safe)
    for change in directory.since:
        if luck.name(change):
            _rename(names, change)
    found: dict[str, bytes | None] = {}
    for name, node in sorted(names.items()):
        if isinstance(node, Directory):
            found[name] = None
            found |= {f"{name}/{below}": content for below, content in left(node, luck).items()}
        elif not name.endswith(FORGOTTEN):
            pieces = [piece for change in node.since for piece in luck.pieces(change)]
            found[name] = changed(node.safe, pieces)
    return found


def write(found: dict[str, bytes | None], home: Path) -> None:
    """Put what is left into `home`."""
    home.mkdir()
    for path, content in found.items():
        if content is None:
            (home / path).mkdir()
        else:
            (home / path).write_bytes(content)


def changed(content: bytes, changes: list[Written | Cut]) -> bytes:
    """Return `content` after the changes."""
    result = bytearray(content)
    for change in changes:
        size = change.size if isinstance(change, Cut) else change.offset
        result.extend(bytes(max(0, size - len(result))))
        if isinstance(change, Cut):
            del result[change.size :]
        else:
            result[change.offset : change.offset + len(change.data)] = change.data
    return bytes(result)


def _rename(names: dict[str, Node], change: Named) -> None:
    names.pop(change.old, None)
    if change.node is not None:
        names[change.new] = change.node
