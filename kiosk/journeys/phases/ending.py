"""Phases of the end of a session."""

from dataclasses import dataclass
from enum import Enum

from kiosk.journeys.phases.browsing import Home


class Ending(Enum):
    """Why a session ended; the goodbye page says what became of what was entered."""

    LOOKED = "looked"  # nothing was begun
    LEFT = "left"  # given up before sending: nothing was taken
    TIMED_OUT = "timed-out"  # the same, by itself
    KEPT = "kept"  # recorded: it is kept, and sent
    TAKEN_ALONG = "taken-along"  # not handed in: the platform keeps a draft
    UNKNOWN = "unknown"  # the queue gave no answer
    PAID = "paid"
    NOT_CHARGED = "not-charged"  # the order is closed
    PAYMENT_UNKNOWN = "payment-unknown"
    CAST = "cast"  # the answer is in
    CAST_UNKNOWN = "cast-unknown"
    PAPER_LEFT = "paper-left"  # a document may lie in the printer


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The session is over and wiped; what to take along.

    `card` when one was shown, `receipt` when one was surely printed, `document` when one may lie in the A4 printer,
    `reminded` once a card was found left on the reader.
    """

    ending: Ending
    card: bool = False
    receipt: bool = False
    document: bool = False
    reminded: bool = False


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """A matter is done: how was it? Five levels, and skipping. `item` is what was done, `after` where the resident was going."""

    item: str
    after: Goodbye | Home
