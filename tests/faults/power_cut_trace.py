"""What a process really did to its files: its writes, syncs and renames in order, as the kernel saw them (strace)."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CHANGING = (
    "openat,close,dup,dup2,dup3,lseek,write,pwrite64,ftruncate,truncate,fsync,fdatasync,"
    "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir"
)
# Other ways to change a file. Whoever begins to use one must teach it to the disk first: until then the trace is refused.
UNKNOWN = (
    "open,creat,writev,pwritev,pwritev2,link,linkat,symlink,symlinkat,sendfile,copy_file_range,sync,syncfs,"
    "sync_file_range,msync,splice,ioctl"
)
# `fallocate` makes room (the ballast's) and changes no byte that is read.
HARMLESS_IOCTLS = ("TCGETS", "FIOCLEX")
UNFINISHED = " <unfinished ...>"
RESUMED = re.compile(r"\d+ +<\.\.\. \w+ resumed>")
LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that succeeded: its texts, its arguments as strace shows them, its result."""

    name: str
    texts: tuple[bytes, ...] = field(repr=False)
    arguments: tuple[str, ...]
    result: int


def trace(command: Sequence[str | Path], log: Path) -> list[Call]:
    """Run `command` to its end, which may be a kill, and return what it did."""
    options = ["-f", "--seccomp-bpf", "-e", "signal=none", "-xx", "-s", "4000000"]
    subprocess.run(
        ["strace", *options, "-e", f"trace={CHANGING},{UNKNOWN}", "-o", log, *command],
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return list(_calls(log.read_text("ascii").splitlines()))


def _calls(lines: Sequence[str]) -> Iterator[Call]:
    process = ""
    for line in _whole(lines):
        said = LINE.match(line)
        if said is None:
            continue
        process = process or said["pid"]
        if said["pid"] != process:
            raise ValueError(f"another process or thread touches files too: {line[:80]}")
        if int(said["result"]) >= 0:
            yield _call(said["call"], said["arguments"], int(said["result"]))


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """Yield each call as one line, where it ended: a thread that only computes may interrupt it by its end."""
    begun: dict[str, str] = {}
    for line in lines:
        process = line.partition(" ")[0]
        if line.endswith(UNFINISHED):
            begun[process] = line.removesuffix(UNFINISHED)
        elif resumed := RESUMED.match(line):
            yield begun.pop(process) + line[resumed.end() :]
        else:
            yield line


def _call(name: str, arguments: str, result: int) -> Call:
    texts = tuple(bytes.fromhex(text.replace("\\x", "")) for text in TEXT.findall(arguments))
    shown = tuple(argument.strip() for argument in TEXT.sub("", arguments).split(","))
    harmless = (
        name == "ioctl"
        and any(
            kind in shown
            for kind in HARMLESS_IOCTLS  # `fallocate` makes room (the ballast's) and changes no byte that is read.
        )
    )
    if name in UNKNOWN.split(",") and not harmless:
        raise ValueError(f"the simulated disk does not know {name}: {shown}")
    return Call(name, texts, shown, result)
