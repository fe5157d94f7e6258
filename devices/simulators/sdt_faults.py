"""What can go wrong between a simulated reader and the terminal, as values: a fault bends one answer into what is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from devices.simulators.sdt_module import frame

NOISE = bytes.fromhex("00FF55AAAA96")


class Kind(Enum):
    """The faults. `value` and `seconds` mean what is said here; each has a default that hurts."""

    STRAY_BYTES = "stray_bytes"  # noise in front of the answer
    STRAY_IN_PREAMBLE = (
        "stray_in_preamble"  # a strange byte behind the preamble's byte number `value` (1 to 4)
    )
    GARBLE = "garble"  # one bit of the byte number `value` is wrong
    WRONG_CHECKSUM = "wrong_checksum"
    SPLIT = "split"  # in pieces of `value` bytes, `seconds` apart
    MERGE = "merge"  # the answer before comes once more, in one piece with this one
    DROP_BYTE = "drop_byte"  # the byte number `value` gets lost
    STALL = "stall"  # stops after `value` bytes
    SILENT = "silent"  # does not do what was asked and gives no answer at all
    LATE = "late"  # comes after `seconds`
    STATUS = "status"  # does not do what was asked and answers with the status code `value`
    LIFTED_AT_BYTE = "lifted_at_byte"  # the card is lifted, and the answer stops, at byte `value`
    UNPLUG = "unplug"  # the reader is unplugged after `value` bytes of its answer


_DEFAULT_VALUE = {
    Kind.STRAY_IN_PREAMBLE: 1,
    Kind.GARBLE: 9,
    Kind.SPLIT: 100,
    Kind.DROP_BYTE: 8,
    Kind.STALL: 9,
    Kind.STATUS: 0x24,
    Kind.LIFTED_AT_BYTE: 600,
}
_DEFAULT_SECONDS = {Kind.SPLIT: 0.01, Kind.LATE: 0.7}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the next `times` answers (None: of all) to the request `on` (empty: to any request)."""

    kind: Kind
    on: str = ""
    value: int = 0
    seconds: float = 0.0
    times: int | None = 1


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes over the line in place of an answer: pieces, `pause` seconds before each, then what becomes of things."""

    pieces: tuple[bytes, ...] = field(repr=False)
    pause: float = 0.0
    lifted: bool = False
    unplugged: bool = False


def fault_of(message: Mapping[str, Any]) -> Fault:
    """Return the fault that a message asks for: `kind`, and optionally `on`, `value`, `seconds`, `times` (0: always).

    Raises:
        ValueError, KeyError: there is no such kind, or a number is none.
    """
    kind = Kind(message["kind"])
    return Fault(
        kind=kind,
        on=str(message.get("on", "")),
        value=int(str(message.get("value", _DEFAULT_VALUE.get(kind, 0))), 0),
        seconds=float(message.get("seconds", _DEFAULT_SECONDS.get(kind, 0.0))),
        times=int(message.get("times", 1)) or None,
    )


def bend(answer: bytes, before: bytes, fault: Fault | None) -> Sending:  # noqa: PLR0911, PLR0912  # a table
    """Return what is sent in place of `answer`; `before` is the answer that was sent last."""
    if fault is None:
        return Sending((answer,))
    at = min(fault.value, max(0, len(answer) - 1))
    match fault.kind:
        case Kind.STRAY_BYTES:
            return Sending((NOISE + answer,))
        case Kind.STRAY_IN_PREAMBLE:
            return Sending((answer[:at] + b"\0" + answer[at:],))
        case Kind.GARBLE:
            return Sending((answer[:at] + bytes([answer[at] ^ 0x08]) + answer[at + 1 :],))
        case Kind.WRONG_CHECKSUM:
            return Sending((answer[:-1] + bytes([answer[-1] ^ 0xFF]),))
        case Kind.SPLIT:
            pieces = (answer[start : start + fault.value] for start in range(0, len(answer), fault.value))
            return Sending(tuple(pieces), fault.seconds)
        case Kind.MERGE:
            return Sending((before + answer,))
        case Kind.DROP_BYTE:
            return Sending((answer[:at] + answer[at + 1 :],))
        case Kind.STALL:
            return Sending((answer[: fault.value],))
        case Kind.SILENT:
            return Sending(())
        case Kind.LATE:
            return Sending((answer,), fault.seconds)
        case Kind.STATUS:
            return Sending((frame(fault.value),))
        case Kind.LIFTED_AT_BYTE:
            return Sending((answer[: fault.value],), lifted=True)
        case Kind.UNPLUG:
            return Sending((answer[: fault.value],), unplugged=True)
