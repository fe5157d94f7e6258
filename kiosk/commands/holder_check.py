"""Checking that a card is its holder's."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SendCode:
    """Have the platform send a one-time code to a mobile; when that is empty, to the one it knows. Answered by `CodeSent` or `CodeNotSent`."""

    id: int
    mobile: str = field(repr=False)
    id_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckCode:
    """Ask the platform whether the code is right. Answered by `CodeChecked`."""

    id: int
    check: str
    code: str = field(repr=False)
