"""Phases over another one, which goes on beneath."""

from dataclasses import dataclass

from kiosk.journeys.phases.kinds import Page, Waiting


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something would be lost: the resident is asked whether to leave all the same; `trouble` why it was not kept for their phone."""

    beneath: Page
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class HandingOver:
    """The platform is asked to keep what was entered for the resident's phone; the form goes on `beneath` if it does not."""

    command: int
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
class Helping:
    """The resident reads who helps and how pages work: going on returns to what is beneath."""

    beneath: "Page | Leaving"


@dataclass(frozen=True, slots=True)
class ChoosingLanguage:
    """The resident chooses among more than two languages: choosing one returns to what is beneath."""

    beneath: "Page | Leaving"


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody has touched for long: going on returns to what is beneath."""

    beneath: "Page | Leaving | Adjusting | Listening | Helping | ChoosingLanguage"


Overlay = Leaving | HandingOver | Adjusting | Listening | Helping | ChoosingLanguage | StillThere
"""Phases over another one, which goes on beneath."""

Busy = Waiting | HandingOver
"""Phases in which the resident waits for the terminal, over a page or without one: nothing may lie over them."""
