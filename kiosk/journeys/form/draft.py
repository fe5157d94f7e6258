"""What stands on a question page before it is answered, and how a page ends."""

from dataclasses import dataclass, field

from kiosk.journeys.form.answers import Answers
from kiosk.journeys.form.fault import Fault


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands on the page now; gone when the page is left without answering.

    `text` is typed, `codes` are chosen or ticked, `regions` lead down the tree. `step` is the page within the question:
    the second half of a period, the words after the region, a row of a list. `row` is the row looked at. `letters`
    opens the keyboard with letters for a document that is no identity card.
    """

    text: str = field(default="", repr=False)
    codes: tuple[str, ...] = field(default=(), repr=False)
    regions: tuple[str, ...] = field(default=(), repr=False)
    start: str = field(default="", repr=False)
    step: int = 0
    row: int = 0
    letters: bool = False
    fault: Fault | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Stay:
    """The page stays, with another draft."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class Answered:
    """The question is answered or skipped; `following` says what comes next."""

    answers: Answers


@dataclass(frozen=True, slots=True)
class Enter:
    """Go to a question inside this one (a field of a row) and come back here afterwards.

    It may be the question itself (a row was removed): its page then begins anew.
    """

    answers: Answers
    question_id: str


Outcome = Stay | Answered | Enter
"""What an input on a question page leads to."""
