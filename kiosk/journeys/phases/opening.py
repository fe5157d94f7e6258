"""Phases with which an application begins, up to who applies."""

from dataclasses import dataclass, field

from devices.card_reader import Card
from screens.views.card import CardStage


@dataclass(frozen=True, slots=True)
class OfflineNotice:
    """There is no network: it will be kept here and sent later."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The privacy notice with its boxes."""


@dataclass(frozen=True, slots=True)
class PresentingCard:
    """At the reader. `trouble` is the text of what went wrong last, `failures` counts; `card` is there once it was read."""

    stage: CardStage = CardStage.WAITING
    trouble: str = ""
    failures: int = 0
    card: Card | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class NoCard:
    """What to do without a card."""


@dataclass(frozen=True, slots=True)
class TooManyWait:
    """So much of this resident waits here that no more is taken: told before the first question."""


@dataclass(frozen=True, slots=True)
class Confirming:
    """The card was read: the resident is asked whether it is theirs."""

    card: Card
