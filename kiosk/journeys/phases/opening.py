"""Phases with which an application begins, up to who applies."""

from dataclasses import dataclass, field
from enum import Enum

from devices.card_reader import Card
from screens.views.card import CardStage


@dataclass(frozen=True, slots=True)
class OfflineNotice:
    """There is no network: it will be kept here and sent later."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The privacy notice with its boxes."""


class KeyPart(Enum):
    """What opens the chip of a travel document, in the order in which it is asked; the value names its texts."""

    NUMBER = "number"
    BIRTH = "birth"
    EXPIRY = "expiry"


DocumentKeyTexts = tuple[str, str, str]
"""The parts of a travel document's key as they were typed: its number, two ISO dates."""


@dataclass(frozen=True, slots=True)
class PresentingCard:
    """At the reader. `trouble` is the text of what went wrong last, `failures` counts; `card` is there once it was read.

    `key` is what was typed to open a travel document.
    """

    stage: CardStage = CardStage.WAITING
    trouble: str = ""
    failures: int = 0
    card: Card | None = field(default=None, repr=False)
    key: DocumentKeyTexts | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TypingDocumentKey:
    """A travel document was laid, and opens only with what is printed on it: one part of the key is typed."""

    part: KeyPart = KeyPart.NUMBER
    texts: DocumentKeyTexts = field(default=("", "", ""), repr=False)
    trouble: str = ""
    failures: int = 0

    @property
    def place(self) -> int:
        """Where the part stands in the key."""
        return tuple(KeyPart).index(self.part)


@dataclass(frozen=True, slots=True)
class ReadingDocumentKey:
    """The camera reads what opens a travel document: `reading` is the command that looks for it, None when none does.

    `texts` and `failures` as at the typing, which goes on where it was.
    """

    reading: int | None
    part: KeyPart = KeyPart.NUMBER
    texts: DocumentKeyTexts = field(default=("", "", ""), repr=False)
    trouble: str = ""
    failures: int = 0


@dataclass(frozen=True, slots=True)
class NoCard:
    """What to do without a card."""


@dataclass(frozen=True, slots=True)
class TooManyWait:
    """So much of this resident waits here that no more is taken: told before the first question."""


@dataclass(frozen=True, slots=True)
class Confirming:
    """It is known who it should be: the resident is asked. `check` when the platform is sure that they are the holder."""

    card: Card
    check: str = ""


@dataclass(frozen=True, slots=True)
class FindingPerson:
    """The platform is asked who shows a code or holds a card; `failures` as at the reader."""

    command: int
    failures: int = 0
