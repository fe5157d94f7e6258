"""Who it is."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FindPerson:
    """Ask the platform who shows a phone's `code`, or whose the social security card `card_number` is.

    Answered by `PersonFound` or `PersonNotFound`.
    """

    id: int
    code: str = field(default="", repr=False)
    card_number: str = field(default="", repr=False)
