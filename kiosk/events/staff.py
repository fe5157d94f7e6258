"""Events of the staff's page."""

from dataclasses import dataclass

from kiosk.staff import Report


@dataclass(frozen=True, slots=True)
class StaffAdmitted:
    """The PIN was right: what the page shows."""

    command: int
    report: Report


@dataclass(frozen=True, slots=True)
class StaffRefused:
    """The PIN was wrong, or was not even looked at; none is looked at for `wait` seconds."""

    command: int
    wait: int = 0
