"""Phases of what the platform holds or publishes."""

from dataclasses import dataclass, field

from kiosk.journeys.phases.printing import Printing
from kiosk.sheet import Sheet


@dataclass(frozen=True, slots=True)
class LookingUp:
    """The platform is asked for a sheet; `link` and `list_` when it is that of one line of another sheet."""

    command: int
    link: str = field(default="", repr=False)
    list_: Sheet | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet, the list it was opened from, and the state of its print."""

    sheet: Sheet = field(repr=False)
    list_: Sheet | None = field(default=None, repr=False)
    printing: Printing | None = None


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nothing can be shown; `reason` is the event's."""

    reason: str
    link: str = field(default="", repr=False)
    list_: Sheet | None = field(default=None, repr=False)
