"""Answers about who somebody is."""

from dataclasses import dataclass, field

from devices.card_reader import Card


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Answer to `FindPerson`: what an identity card would say of them; `check` when it is sure that they are its holder."""

    command: int
    card: Card = field(repr=False)
    check: str = ""


@dataclass(frozen=True, slots=True)
class PersonNotFound:
    """Answer to `FindPerson`: `reason` is `offline`, `over` (the code may not be used any more), `unknown` or `refused`."""

    command: int
    reason: str
