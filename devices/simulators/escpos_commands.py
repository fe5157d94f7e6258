"""The ESC/POS command language, taken apart: bytes as they come become commands with their arguments.

Written from Epson's ESC/POS command reference and not from the driver, so that the two check each other. Pure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Size = Callable[[bytes], int | None]


@dataclass(frozen=True, slots=True)
class Command:
    """A command by its name in the reference, `text` for a run of characters, `unknown` for what is neither."""

    name: str
    arguments: bytes = field(default=b"", repr=False)
    raw: bytes = field(default=b"", repr=False)


def _fixed(count: int) -> Size:
    return lambda _: count


def _counted(data: bytes) -> int | None:
    """PL PH, then as many bytes as they say."""
    return 2 + data[0] + data[1] * 256 if len(data) >= 2 else None


def _raster(data: bytes) -> int | None:
    """M xL xH yL yH, then x times y bytes."""
    return 5 + (data[1] + data[2] * 256) * (data[3] + data[4] * 256) if len(data) >= 5 else None


def _cut(data: bytes) -> int | None:
    """M; those that feed before they cut have a number of dots, too."""
    return None if not data else 2 if data[0] in {65, 66, 97, 98, 103, 104} else 1


def _to_the_end(data: bytes) -> int | None:
    """Values up to a zero."""
    return data.index(0) + 1 if 0 in data else None


def _dle_dc4(data: bytes) -> int | None:
    return None if not data else 1 + {1: 2, 2: 2, 3: 5, 7: 1, 8: 7}.get(data[0], 0)


_SIZES: Mapping[str, Mapping[str, Size]] = {
    "DLE": {"\x04": _fixed(1), "\x05": _fixed(1), "\x14": _dle_dc4},
    "ESC": {
        **dict.fromkeys("!EGMRTUV-{3JadtrR \xfa", _fixed(1)),
        **dict.fromkeys("@2im", _fixed(0)),
        **dict.fromkeys("$\\c", _fixed(2)),
        "p": _fixed(3),
        "D": _to_the_end,
    },
    "FS": {**dict.fromkeys("&.", _fixed(0)), **dict.fromkeys("!-WC", _fixed(1)), "S": _fixed(2)},
    "GS": {
        **dict.fromkeys("!BIabrwhHf", _fixed(1)),
        **dict.fromkeys("LWP$\\", _fixed(2)),
        "V": _cut,
    },
}
_LEADERS = {0x10: "DLE", 0x1B: "ESC", 0x1C: "FS", 0x1D: "GS"}
_NAMES = {"\x04": "EOT", "\x05": "ENQ", "\x14": "DC4"}
_SINGLE = {0x0A: "LF", 0x0D: "CR", 0x09: "HT", 0x0C: "FF"}


class CommandReader:
    """Takes bytes as they come and returns the commands that are complete."""

    def __init__(self) -> None:
        self._heard = b""

    def feed(self, data: bytes) -> list[Command]:
        """Return the commands that are complete with `data`; what is begun waits for the rest."""
        self._heard += data
        commands: list[Command] = []
        while self._heard and (command := _first(self._heard)) is not None:
            self._heard = self._heard[len(command.raw) :]
            commands.append(command)
        return commands


def _first(heard: bytes) -> Command | None:
    byte = heard[0]
    if byte >= 0x20:
        length = next((at for at, each in enumerate(heard) if each < 0x20), len(heard))
        return Command("text", heard[:length], heard[:length])
    if byte in _SINGLE:
        return Command(_SINGLE[byte], raw=heard[:1])
    if byte not in _LEADERS:
        return Command("unknown", raw=heard[:1])
    return _led(_LEADERS[byte], heard) if len(heard) >= 2 else None


def _led(leader: str, heard: bytes) -> Command | None:
    letter, begins, size = chr(heard[1]), 2, _SIZES[leader].get(chr(heard[1]))
    name = f"{leader} {_NAMES.get(letter, letter)}"
    if leader == "GS" and letter in "(v":
        if len(heard) < 3:
            return None
        name, begins, size = f"GS {letter} {chr(heard[2])}", 3, _counted if letter == "(" else _raster
    if size is None:
        return Command("unknown", raw=heard[:2])
    length = size(heard[begins:])
    if length is None or len(heard) < begins + length:
        return None
    end = begins + length
    return Command(name, heard[begins:end], heard[:end])
