"""A recording: who said what when, one JSON object a line. What is in it was scrubbed before it came here."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TextIO

HOST: Final = "host"
DEVICE: Final = "device"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Said:
    """Bytes from the `host` (the driver) or the `device`, `at` seconds since the recording began."""

    at: float
    who: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the host said, and what the device answered: seconds after it, or after the answer before, and the bytes.

    Only the first turn may have nothing from the host: what a device says by itself.
    """

    host: bytes = field(repr=False)
    answers: tuple[tuple[float, bytes], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tape:
    """A recording of one protocol (`sdt`, `escpos`, `scanner`, `pcsc`)."""

    protocol: str
    said: tuple[Said, ...]

    def turns(self) -> tuple[Turn, ...]:
        """Return it as questions and answers."""
        turns: list[tuple[bytes, list[tuple[float, bytes]]]] = [(b"", [])]
        before = 0.0
        for each in self.said:
            host, answers = turns[-1]
            if each.who == DEVICE:
                answers.append((each.at - before, each.data))
            elif answers or not host:
                turns.append((each.data, []))
            else:
                turns[-1] = (host + each.data, [])
            before = each.at
        return tuple(Turn(host, tuple(answers)) for host, answers in turns if host or answers)


class Recorder:
    """Writes a tape as it happens."""

    def __init__(self, file: TextIO, protocol: str) -> None:
        self._file = file
        self._put({"protocol": protocol, "version": VERSION})

    def say(self, said: Iterable[Said]) -> None:
        """Write what was said."""
        for each in said:
            self._put({"at": round(each.at, 4), "from": each.who, "data": each.data.hex()})

    def _put(self, line: dict[str, str | int | float]) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()


def read(path: Path) -> Tape:
    """Return the tape in a file.

    Raises:
        OSError, ValueError, KeyError: there is none, or it is none.
    """
    head, *lines = (json.loads(line) for line in path.read_text("ascii").splitlines())
    if head["version"] != VERSION:
        raise ValueError(f"this is a recording of version {head['version']}, not {VERSION}")
    said = (Said(line["at"], line["from"], bytes.fromhex(line["data"])) for line in lines)
    return Tape(head["protocol"], tuple(said))
