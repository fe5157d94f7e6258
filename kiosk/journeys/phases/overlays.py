"""Phases over another one, which goes on beneath."""

from dataclasses import dataclass

from kiosk.journeys.phases.kinds import Page


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something would be lost: the resident is asked whether to leave all the same."""

    beneath: Page


@dataclass(frozen=True, slots=True)
class Adjusting:
    """The resident chooses how pages look: going on returns to what is beneath."""

    beneath: "Page | Leaving"


@dataclass(frozen=True, slots=True)
class Listening:
    """The resident chooses how pages are heard: going on returns to what is beneath."""

    beneath: "Page | Leaving"


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody has touched for long: going on returns to what is beneath."""

    beneath: "Page | Leaving | Adjusting | Listening"


Overlay = Leaving | Adjusting | Listening | StillThere
"""Phases over another one, which goes on beneath."""
