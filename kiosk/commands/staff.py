"""Who looks after the terminal."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AdmitStaff:
    """Look at the service PIN that was typed. Answered by `StaffAdmitted` or `StaffRefused`."""

    id: int
    pin: str = field(repr=False)
