"""What can go wrong with a simulated receipt printer, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Kind(Enum):
    """The faults."""

    PAPER_NEAR_END = "paper_near_end"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER_JAM = "cutter_jam"  # at the next cut
    JAM = "jam"
    OFFLINE = "offline"
    OVERHEATED = "overheated"
    BROKEN = "broken"
    SILENT = "silent"  # answers nothing any more, prints on
    NOT_IN_ORDER = "not_in_order"  # answers in real time only, neither GS r nor GS ( H
    AHEAD = "ahead"  # answers GS r when it hears it, before what is to be printed first is printed
    BUSY = "busy"  # answers nothing in real time while there is something to print
    KEEPS = "keeps"  # does not know how to forget what is buffered
    CHATTY = "chatty"  # an automatic status and noise before each answer
    DEAF = "deaf"  # reads nothing from the line any more
    UNPLUG = "unplug"
    SLOW = "slow"  # each line takes `seconds`


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that happens when `after` lines of a receipt have been printed; 0: at once."""

    kind: Kind
    after: int = 0
    seconds: float = 0.0


def fault_of(message: Mapping[str, Any]) -> Fault:
    """Return the fault that a message asks for: `kind`, and optionally `after` and `seconds`.

    Raises:
        ValueError, KeyError: there is no such kind, or a number is none.
    """
    kind = Kind(message["kind"])
    seconds = 0.1 if kind is Kind.SLOW else 0.0
    return Fault(kind, int(message.get("after", 0)), float(message.get("seconds", seconds)))
