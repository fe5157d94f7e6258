"""Where a journey can be: one frozen value for each page or moment of waiting."""

from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Attract:
    """Idle: nobody is in session."""


@dataclass(frozen=True, slots=True)
class Home:
    """The home page."""


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


class Ending(Enum):
    """Why a session ended; the goodbye page says what became of what was entered."""

    LOOKED = "looked"  # nothing was begun
    LEFT = "left"  # given up before sending: nothing was taken
    TIMED_OUT = "timed_out"  # the same, by itself
    DONE = "done"  # recorded: it is kept, and sent
    UNKNOWN = "unknown"  # the queue gave no answer


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The session is over and wiped; what to take along."""

    ending: Ending


Phase = Attract | Home | Shelf | Searching | Goodbye
