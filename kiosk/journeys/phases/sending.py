"""Phases of sending, and of what became of it."""

from dataclasses import dataclass, field

from kiosk.decision import Decision
from kiosk.events.sending import Delivered, Refused
from kiosk.journeys.phases.printing import Printing
from kiosk.sheet import Sheet
from screens.views.inputs import Stroke


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Everything once more, with ways to change it.

    `asked` is the command that asks whether others reported the same, 0 for none; `similar` what the platform says.
    """

    asked: int = 0
    similar: Sheet | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Signing:
    """The signature pad. `name` is the attachment's; `signer` another adult's name, empty for whoever applies."""

    name: str
    signer: str = field(default="", repr=False)
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """The queue is asked to keep it; `slow` once that took longer than it should."""

    command: int
    slow: bool = False


@dataclass(frozen=True, slots=True)
class NotKept:
    """Nothing was kept; the form is still there. `reason` is the event's."""

    reason: str


@dataclass(frozen=True, slots=True)
class Delivering:
    """It is kept; the platform is given some seconds to take it."""

    command: int


@dataclass(frozen=True, slots=True)
class Deciding:
    """The platform has it, and decides; `decision` is how the case stands meanwhile."""

    command: int
    fate: Delivered
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """How it ended. `decision` when one was made at once. `fate` is None while only the terminal has it; `printing` None when nothing was sent to the printer."""

    fate: Delivered | Refused | None = None
    printing: Printing | None = None
    decision: Decision | None = None
