"""Phases of taking part: from the open matters to whether the answer is in. Matter, paper and marks are in the session."""

from dataclasses import dataclass, field

from kiosk.journeys.phases.printing import Printing


@dataclass(frozen=True, slots=True)
class FindingMatters:
    """The platform is asked what is open."""

    command: int


@dataclass(frozen=True, slots=True)
class ChoosingMatter:
    """The matters, to read one."""


@dataclass(frozen=True, slots=True)
class ReadingMatter:
    """One matter by its place in the list: what it is about, who may take part, or what came of it."""

    place: int


@dataclass(frozen=True, slots=True)
class GettingPaper:
    """The platform is asked for a paper: it checks who may take part."""

    command: int


@dataclass(frozen=True, slots=True)
class Marking:
    """One question of the paper; `again` when it is changed from the last page."""

    place: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class ConfirmingMarks:
    """Everything once more, before it is put in."""


@dataclass(frozen=True, slots=True)
class PuttingIn:
    """The answer is on its way; nobody can leave."""

    command: int


@dataclass(frozen=True, slots=True)
class AskingFate:
    """The platform was silent and is asked whether the answer is in; it is never put in a second time."""

    command: int


@dataclass(frozen=True, slots=True)
class FateUnknown:
    """It is not known whether the answer is in."""


@dataclass(frozen=True, slots=True)
class TookPart:
    """The answer is in."""

    code: str = field(repr=False)
    printing: Printing | None = None


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Nothing is in: `reason` is that of the event, or `none` when there is no matter."""

    reason: str


Participation = (
    FindingMatters
    | ChoosingMatter
    | ReadingMatter
    | GettingPaper
    | Marking
    | ConfirmingMarks
    | PuttingIn
    | AskingFate
    | FateUnknown
    | TookPart
    | NotTaken
)
"""Phases of taking part."""
