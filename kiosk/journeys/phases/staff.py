"""Phases of the staff's page."""

from dataclasses import dataclass, field

from kiosk.staff import Report


@dataclass(frozen=True, slots=True)
class StaffPin:
    """The PIN is typed; `trouble` says what became of the one before, `wait` for how many seconds none is looked at."""

    digits: str = field(default="", repr=False)
    trouble: str = ""
    wait: int = 0


@dataclass(frozen=True, slots=True)
class AdmittingStaff:
    """The PIN is looked at."""

    command: int


@dataclass(frozen=True, slots=True)
class StaffInside:
    """Devices, queue, network, software and disk are shown."""

    report: Report


Staff = StaffPin | AdmittingStaff | StaffInside
"""Phases of the staff's page."""
