"""Phases of a resident's cases. The cases themselves are in the session; a phase names one by its place there."""

from dataclasses import dataclass

from kiosk.case_file import Act
from kiosk.journeys.phases.printing import Printing


@dataclass(frozen=True, slots=True)
class FindingCases:
    """The platform is asked for them."""

    command: int


@dataclass(frozen=True, slots=True)
class MyCases:
    """The list."""


@dataclass(frozen=True, slots=True)
class CaseOpen:
    """One case with its clock and light, and what may be asked of it."""

    place: int


@dataclass(frozen=True, slots=True)
class NoticeOpen:
    """A paper of the authority, in full, and the state of its print."""

    place: int
    notice: int
    printing: Printing | None = None


@dataclass(frozen=True, slots=True)
class ConfirmingAct:
    """What ends a case or gives a time back: whether that is really meant."""

    place: int
    act: Act


@dataclass(frozen=True, slots=True)
class Rating:
    """Five levels, and skipping."""


@dataclass(frozen=True, slots=True)
class NoCases:
    """They cannot be shown; `reason` is the event's."""

    reason: str


Cases = FindingCases | MyCases | CaseOpen | NoticeOpen | ConfirmingAct | Rating | NoCases
"""Phases of a resident's cases."""
