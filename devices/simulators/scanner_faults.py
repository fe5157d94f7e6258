"""What can go wrong between a simulated scanner and the terminal, as values: a fault bends what is sent for one code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

END = b"\r"


class Kind(Enum):
    """The faults. `value` means what is said here."""

    GARBLE = "garble"  # the highest bit of the byte number `value` is wrong
    DROP_BYTE = "drop_byte"  # the byte number `value` gets lost
    SPLIT = "split"  # in pieces of `value` bytes
    MERGED = "merged"  # held back and sent in one piece with the next code
    NO_TERMINATOR = "no_terminator"  # the end is not sent
    STALL = "stall"  # stops after `value` bytes
    UNPLUG = "unplug"  # the scanner is unplugged after `value` bytes


_DEFAULT_VALUE = {Kind.SPLIT: 3, Kind.STALL: 4, Kind.UNPLUG: 4}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the next code."""

    kind: Kind
    value: int = 0


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes over the line in place of a code; `held` waits for the next one."""

    pieces: tuple[bytes, ...] = field(repr=False)
    held: bytes = field(default=b"", repr=False)
    unplugged: bool = False


def fault_of(message: Mapping[str, Any]) -> Fault:
    """Return the fault that a message asks for: `kind`, and optionally `value`.

    Raises:
        ValueError, KeyError: there is no such kind, or the number is none.
    """
    kind = Kind(message["kind"])
    return Fault(kind, int(message.get("value", _DEFAULT_VALUE.get(kind, 0))))


def bend(content: bytes, fault: Fault | None) -> Sending:  # noqa: PLR0911  # a table
    """Return what is sent for a code."""
    whole = content + END
    if fault is None:
        return Sending((whole,))
    at = fault.value
    match fault.kind:
        case Kind.GARBLE:
            at = min(at, len(content) - 1)
            return Sending((whole[:at] + bytes([whole[at] ^ 0x80]) + whole[at + 1 :],))
        case Kind.DROP_BYTE:
            return Sending((whole[:at] + whole[at + 1 :],))
        case Kind.SPLIT:
            return Sending(tuple(whole[start : start + at] for start in range(0, len(whole), at)))
        case Kind.MERGED:
            return Sending((), held=whole)
        case Kind.NO_TERMINATOR:
            return Sending((content,))
        case Kind.STALL:
            return Sending((whole[:at],))
        case Kind.UNPLUG:
            return Sending((whole[:at],), unplugged=True)
