"""When this process began, by the kernel's account."""

import os
import time
from pathlib import Path

_START_TIME = 22  # field of /proc/PID/stat: ticks from the boot to the start of the process (proc(5))


def age() -> float:
    """Return how many seconds ago this process was started, to a hundredth."""
    # The second field is the program's name, which may hold spaces and brackets: count from behind it.
    after_name = Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    ticks = int(after_name[_START_TIME - 3])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
