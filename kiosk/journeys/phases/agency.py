"""Phases of acting for somebody: for whom it is, who may act, what is entrusted, and how that ends."""

from dataclasses import dataclass, field

from kiosk.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Whose matter it is: one's own, the family's, a resident's whose agent one is."""


@dataclass(frozen=True, slots=True)
class AskingStanding:
    """The platform is asked whether the holder of the card is a registered agent."""

    command: int


@dataclass(frozen=True, slots=True)
class NotAgent:
    """They may not act: `reason` is a standing (`suspended`, `too_many`, `unknown`), or `offline` or `refused`."""

    reason: str


@dataclass(frozen=True, slots=True)
class NextMatter:
    """A resident's matter is done and their data is gone; the agent may begin the next one, or end."""


@dataclass(frozen=True, slots=True)
class ReadingMandate:
    """What is entrusted, to read and to hear, before the resident signs."""


@dataclass(frozen=True, slots=True)
class ConfirmingRevocation:
    """A mandate is about to be revoked: the resident is asked once more."""

    sheet: Sheet = field(repr=False)
    list_: Sheet | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Revoking:
    """The platform is asked to revoke it."""

    command: int
    sheet: Sheet = field(repr=False)
    list_: Sheet | None = field(default=None, repr=False)
