"""Answers about the organisation that somebody acts for."""

from dataclasses import dataclass

from kiosk.organisation import Organisation


@dataclass(frozen=True, slots=True)
class OrganisationFound:
    """Answer to `FindOrganisation`: which one shows the code, and what whoever laid their card may do for it."""

    command: int
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class OrganisationNotFound:
    """Answer to `FindOrganisation`: `reason` is `offline`, `over` (the code may not be used any more), `unknown` or `refused`."""

    command: int
    reason: str
