"""Events of the card reader."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from devices.card_reader import Card

if TYPE_CHECKING:  # who opens no document need not load what its lines are
    from devices.card_reader.mrz import DocumentKey


@dataclass(frozen=True, slots=True)
class CardReading:
    """A card was found and is being read."""


@dataclass(frozen=True, slots=True)
class CardPresented:
    """A card was read; it still lies on the reader until `CardLifted`."""

    card: Card = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardFailed:
    """A card lies there but could not be read; `code` is the device error's code, `advice` its action's value."""

    code: str
    advice: str


@dataclass(frozen=True, slots=True)
class CardLifted:
    """Nothing lies on the reader any more."""


@dataclass(frozen=True, slots=True)
class DocumentKeyRead:
    """Answer to `ReadDocumentKey`: two frames of the camera showed the same, each with every check digit right."""

    command: int
    key: "DocumentKey" = field(repr=False)


@dataclass(frozen=True, slots=True)
class DocumentKeyUnread:
    """Answer to `ReadDocumentKey`: there is none.

    `reason` is `no-lines` (no zone lies there), `unclear` (one does, but is not certain), `unavailable` (this terminal
    cannot read any), or `stopped` (the camera was closed meanwhile).
    """

    command: int
    reason: str
