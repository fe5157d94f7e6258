"""A resident's cases."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FindCases:
    """Ask the platform for the cases of the holder of a document. Answered by `CasesFound` or `CasesNotFound`."""

    id: int
    id_number: str = field(repr=False)
