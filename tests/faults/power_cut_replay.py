"""What was done, done again on the simulated disk, one call after the other."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from tests.faults.power_cut_disk import Cut, Directory, File, Named, Node, Written
from tests.faults.power_cut_trace import Call

STDOUT = 1


@dataclass(slots=True)
class Opened:
    """An open file: two descriptors may share it, so that they share its position too."""

    node: Node
    position: int = 0


@dataclass
class Replay:
    """The disk below `home`, and what the process told on stdout so far; only what ends in a line feed was told."""

    home: PurePosixPath
    root: Directory = field(default_factory=Directory)
    number: int = 0
    told: list[str] = field(default_factory=list)
    _open: dict[int, Opened] = field(default_factory=dict)

    def begin(self) -> None:
        """A new process: no file is open."""
        self._open.clear()

    def do(self, call: Call) -> bool:
        """Do what the process did; whether it concerns the disk or was told."""
        self.number += 1
        match call.name:
            case "openat":
                return self._opened(call)
            case "rename" | "renameat" | "renameat2":
                return self._renamed(*(self._within(text) for text in call.texts))
            case "unlink" | "unlinkat" | "rmdir":
                return self._named(self._within(call.texts[0]), None)
            case "mkdir" | "mkdirat":
                return self._named(self._within(call.texts[0]), Directory())
            case _:
                return self._with_descriptor(call)

    def _with_descriptor(self, call: Call) -> bool:
        descriptor = int(call.arguments[0])
        if call.name == "write" and descriptor == STDOUT:
            self.told.append(call.texts[0].decode().rstrip("\n"))
            return True
        opened = self._open.get(descriptor)
        if opened is None:
            return False
        match call.name, opened.node:
            case "close", _:
                del self._open[descriptor]
            case "dup" | "dup2" | "dup3", _:
                self._open[call.result] = opened
            case "lseek", _:
                opened.position = call.result
            case "fsync" | "fdatasync", node:
                node.sync()
                return True
            case "write", File() as file:
                file.since.append(Written(self.number, opened.position, call.texts[0][: call.result]))
                opened.position += call.result
                return True
            case "pwrite64", File() as file:
                file.since.append(Written(self.number, int(call.arguments[3]), call.texts[0][: call.result]))
                return True
            case "ftruncate", File() as file:
                file.since.append(Cut(self.number, int(call.arguments[1])))
                return True
            case _:
                raise ValueError(f"{call.name} of {opened.node}")
        return False

    def _opened(self, call: Call) -> bool:
        path = self._within(call.texts[0])
        if path is None:
            return False
        node, fresh = self._find(path), False
        if node is None:
            node, fresh = File(), True
            self._named(path, node)
        elif "O_TRUNC" in call.arguments[2] and isinstance(node, File):
            node.since.append(Cut(self.number, 0))
            fresh = True
        self._open[call.result] = Opened(node)
        return fresh

    def _named(self, path: PurePosixPath | None, node: Node | None) -> bool:
        if path is None:
            return False
        self._directory(path).change(Named(self.number, path.name, path.name, node))
        return True

    def _renamed(self, old: PurePosixPath | None, new: PurePosixPath | None) -> bool:
        if old is None or new is None:
            return False
        node = self._find(old)
        if old.parent == new.parent:
            self._directory(new).change(Named(self.number, old.name, new.name, node))
        else:  # two directories, each with a sync of its own
            self._directory(old).change(Named(self.number, old.name, "", None))
            self._directory(new).change(Named(self.number, "", new.name, node))
        return True

    def _within(self, text: bytes) -> PurePosixPath | None:
        path = PurePosixPath(text.decode())  # the queue names its files from the root
        return path.relative_to(self.home) if path.is_relative_to(self.home) else None

    def _find(self, path: PurePosixPath) -> Node | None:
        node: Node | None = self.root
        for name in path.parts:
            node = node.now.get(name) if isinstance(node, Directory) else None
        return node

    def _directory(self, path: PurePosixPath) -> Directory:
        found = self._find(path.parent)
        if not isinstance(found, Directory):
            raise TypeError(f"{path.parent} is no directory")
        return found
