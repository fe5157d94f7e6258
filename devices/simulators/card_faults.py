"""What can go wrong between a simulated card and its reader, as values: a fault bends one response into what is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any


class Kind(Enum):
    """The faults. `value` and `seconds` mean what is said here; each has a default that hurts."""

    LIFT = "lift"  # the card is lifted before it answers
    STATUS = "status"  # does not do what was asked and answers with the status word `value`
    GARBLE = "garble"  # one bit of the byte number `value` is wrong
    CUT = "cut"  # all but the first `value` bytes get lost
    SLOW = "slow"  # the response comes after `seconds`
    SILENT = "silent"  # no response at all, until the card is lifted


_DEFAULT_VALUE = {Kind.STATUS: 0x6F00, Kind.GARBLE: 2, Kind.CUT: 1}
_DEFAULT_SECONDS = {Kind.SLOW: 0.3}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the next `times` responses (None: of all), from command number `at` on since the card was laid."""

    kind: Kind
    at: int = 0
    value: int = 0
    seconds: float = 0.0
    times: int | None = 1


def fault_of(message: Mapping[str, Any]) -> Fault:
    """Return the fault that a message asks for: `kind`, and optionally `at`, `value`, `seconds`, `times` (0: always).

    Raises:
        ValueError, KeyError: there is no such kind, or a number is none.
    """
    kind = Kind(message["kind"])
    return Fault(
        kind=kind,
        at=int(message.get("at", 0)),
        value=int(str(message.get("value", _DEFAULT_VALUE.get(kind, 0))), 0),
        seconds=float(message.get("seconds", _DEFAULT_SECONDS.get(kind, 0.0))),
        times=int(message.get("times", 1)) or None,
    )


def option(text: str) -> dict[str, Any]:
    """Return a fault from the command line, `KIND[,KEY=VALUE…]`, as a message.

    Raises:
        ValueError, KeyError: it is none.
    """
    kind, *more = text.split(",")
    message = {"kind": kind, **dict(pair.split("=", 1) for pair in more)}
    fault_of(message)  # a mistake is told at once, as wrong use
    return message


def bend(response: bytes, fault: Fault | None) -> bytes:
    """Return the bytes that are sent in place of a response."""
    if fault is None:
        return response
    at = min(fault.value, len(response) - 1)
    match fault.kind:
        case Kind.STATUS:
            return fault.value.to_bytes(2, "big")
        case Kind.GARBLE:
            return response[:at] + bytes([response[at] ^ 0x08]) + response[at + 1 :]
        case Kind.CUT:
            return response[: fault.value]
        case Kind.SLOW | Kind.LIFT | Kind.SILENT:
            return response


def strike(faults: list[Fault], number: int) -> Fault | None:
    """Return the fault that happens at this command, and count it off."""
    for place, fault in enumerate(faults):
        if number >= fault.at:
            if fault.times == 1:
                del faults[place]
            elif fault.times is not None:
                faults[place] = replace(fault, times=fault.times - 1)
            return fault
    return None
