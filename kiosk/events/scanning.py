"""Events of the code scanner."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CodeScanned:
    """A code was held before the scanner; what it says is a text and nothing else."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CodeUnusable:
    """A code was not taken: `reason` is `payment` (somebody could be made to pay with it) or `garbled` (hold it there again)."""

    reason: str
