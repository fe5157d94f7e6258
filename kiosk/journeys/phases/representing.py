"""Phases of acting for an organisation: its code is scanned, the platform says what its operator may do."""

from dataclasses import dataclass

from kiosk.organisation import Organisation


@dataclass(frozen=True, slots=True)
class ScanningOrganisation:
    """The organisation's code is awaited at the scanner; `trouble` is the text of what went wrong last."""

    trouble: str = ""


@dataclass(frozen=True, slots=True)
class FindingOrganisation:
    """The platform is asked which organisation shows the code."""

    command: int


@dataclass(frozen=True, slots=True)
class OrganisationShown:
    """It is known which organisation it is and what may be done for it: the operator is asked."""

    organisation: Organisation


@dataclass(frozen=True, slots=True)
class NotOperator:
    """They may not act for it by the register: `reason` is `struck_off`, `none`, `lapsed` or `other_matters`."""

    reason: str
    organisation: Organisation


Representing = ScanningOrganisation | FindingOrganisation | OrganisationShown | NotOperator
