"""Phases from attract to an item."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.journeys.phases.printing import Printing


@dataclass(frozen=True, slots=True)
class Attract:
    """Idle: nobody is in session."""


@dataclass(frozen=True, slots=True)
class Home:
    """The home page; in the mode for the old, `more` shows what it leaves out."""

    more: bool = False


class ShelfKind(Enum):
    """What a shelf of items stands for."""

    DEPARTMENT = "department"
    GROUP = "group"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The items of a department, a group or a life event."""

    kind: ShelfKind
    code: str


@dataclass(frozen=True, slots=True)
class Searching:
    """Looking for an item by words."""

    query: str = field(default="", repr=False)


Place = Home | Shelf | Searching
"""Where a guide was opened, and where going back from it leads."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The one-time notice of an item, and the state of its print."""

    printing: Printing | None = None
