"""What departments hold of a resident."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FindProfile:
    """Ask what departments hold about the checked holder, for an item. Answered by `ProfileFound` or `ProfileNotFound`.

    `hints` when they have agreed to hear what else they may be entitled to.
    """

    id: int
    item: str
    id_number: str = field(repr=False)
    holder_check: str = field(repr=False)
    hints: bool = False
