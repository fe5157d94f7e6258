"""Acting for an organisation."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FindOrganisation:
    """Ask the platform which organisation shows a `code`, and what the holder of a card may do for it.

    Answered by `OrganisationFound` or `OrganisationNotFound`.
    """

    id: int
    code: str = field(repr=False)
    id_number: str = field(repr=False)
