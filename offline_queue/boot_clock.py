"""Time that no one can set: seconds since the machine started, asleep or awake.

Back-off and leases are kept by it, so that a clock set wrong by years neither sends at once nor never (fault F17).
"""

import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol


class BootClock(Protocol):
    """Seconds that pass, and which start of the machine they count from; two processes of one machine agree."""

    @property
    def boot(self) -> str:
        """Another text after each start of the machine."""

    def elapsed(self) -> float:
        """Seconds since the machine started; never goes back."""


@dataclass(frozen=True, slots=True)
class MachineClock:
    """The kernel's own count (CLOCK_BOOTTIME)."""

    @property
    def boot(self) -> str:
        """The kernel's random number of this start."""
        return boot_id()

    def elapsed(self) -> float:
        """Seconds since the machine started."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)


@cache
def boot_id() -> str:
    """Return the kernel's random number of this start of the machine."""
    return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
