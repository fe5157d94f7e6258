"""How far this terminal's clock is from the platform's, and how sure that is.

What a resident did happened at the terminal's time; the manifest says by how much that time was off. The difference is kept
against the boot clock, so that it stays right when somebody sets the clock.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from offline_queue.boot_clock import BootClock

DRIFT = 100e-6  # seconds a second: what a cheap quartz may lose
RESOLUTION = (
    0.5  # the header `Date` (RFC 9110 6.6.1) has whole seconds: the truth is this far from their middle
)


@dataclass(frozen=True, slots=True)
class Offset:
    """Seconds to add to the terminal's time for the platform's, and how far off that may be."""

    seconds: float
    uncertainty: float


@dataclass(frozen=True, slots=True)
class Reading:
    """At `elapsed` seconds of the boot clock of the start `boot` it was `platform` (seconds since 1970) at the platform."""

    boot: str
    elapsed: float
    platform: float
    uncertainty: float

    def offset(self, now: datetime, clock: BootClock) -> Offset | None:
        """Return the difference at `now`; None after another start of the machine, when nothing is known."""
        passed = clock.elapsed() - self.elapsed
        if self.boot != clock.boot or passed < 0:
            return None
        seconds = self.platform + passed - now.timestamp()
        return Offset(round(seconds, 3), round(self.uncertainty + passed * DRIFT, 3))


def read(date: str, asked: float, clock: BootClock) -> Reading | None:
    """Return what the header `Date` of an answer tells, asked for at `asked` (boot clock) and here now; None for nothing."""
    with suppress(ValueError):
        answered = clock.elapsed()
        platform = parsedate_to_datetime(date).timestamp() + RESOLUTION
        half = (answered - asked) / 2
        return Reading(clock.boot, asked + half, platform, half + RESOLUTION)
    return None


class PlatformClock:
    """The newest reading, shared by the processes of a terminal through a file in `directory`."""

    def __init__(self, directory: Path, clock: BootClock) -> None:
        self._file, self._clock = directory / "clock.json", clock
        self._path = str(self._file)
        self._read: tuple[tuple[int, int], Reading] | None = None  # which file it was, and what it said

    def keep(self, reading: Reading) -> None:
        """Keep a reading. It is worth no sync: after a power cut it means nothing.

        Raises:
            OSError: the disk cannot be written.
        """
        passing = self._file.with_name(f".clock.{os.getpid()}")
        passing.write_text(json.dumps(asdict(reading)), "ascii")
        passing.rename(self._file)

    def offset(self, now: datetime) -> Offset | None:
        """Return the difference at `now`, None when it is not known."""
        with suppress(OSError, ValueError, TypeError):
            return self._newest().offset(now, self._clock)
        return None

    def _newest(self) -> Reading:
        """Return what the file says; it is read again only when another has taken its place."""
        found = os.stat(self._path)  # noqa: PTH116  # at every put: half the time
        which = (found.st_ino, found.st_mtime_ns)
        if self._read is None or self._read[0] != which:
            self._read = which, Reading(**json.loads(self._file.read_text("ascii")))
        return self._read[1]
