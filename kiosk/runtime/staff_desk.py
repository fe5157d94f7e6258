"""Looks at the service PIN: more and more slowly the more often it was wrong, and never not at all, so that no owner is locked out."""

import json
import math
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from config import durable
from kiosk.commands.staff import AdmitStaff
from kiosk.events import Event
from kiosk.events.staff import StaffAdmitted, StaffRefused
from provisioning import staff_pin

if TYPE_CHECKING:
    from kiosk.staff import Report

FREE = 2  # wrong ones in a row that cost nothing
FIRST, LONGEST = 30.0, 900.0  # seconds, doubled each time


def pause(failures: int) -> float:
    """Return for how many seconds no PIN is looked at after so many wrong ones in a row."""
    return 0.0 if failures <= FREE else min(FIRST * 2.0 ** min(failures - FREE - 1, 10), LONGEST)


class StaffDesk:
    """Carries out `AdmitStaff`. `stored` is the hash of the PIN ("": nobody is admitted), `report` what the page then shows.

    How often it was wrong is kept below `home`: switching the terminal off and on spares nobody the wait.
    """

    def __init__(
        self,
        stored: str,
        home: Path,
        report: "Callable[[], Report]",
        post: Callable[[Event], None],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stored, self._file, self._report, self._post, self._now = (
            stored,
            home / "staff.json",
            report,
            post,
            now,
        )
        self._one = threading.Lock()
        self._failures = self._read()
        self._until = now() + pause(self._failures)

    def admit(self, command: AdmitStaff) -> None:
        """Look at the PIN on a thread of its own; returns at once."""
        threading.Thread(target=self._admit, args=(command,), name="staff", daemon=True).start()

    def _admit(self, command: AdmitStaff) -> None:
        with self._one:
            said = self._looked_at(command)
        self._post(said)

    def _looked_at(self, command: AdmitStaff) -> Event:
        if (left := self._until - self._now()) > 0:
            return StaffRefused(command.id, math.ceil(left))
        self._keep(self._failures + 1)  # before it is looked at: pulling the plug meanwhile gains nothing
        if not staff_pin.fits(command.pin, self._stored):
            self._until = self._now() + pause(self._failures)
            return StaffRefused(command.id, math.ceil(pause(self._failures)))
        self._keep(0)
        return StaffAdmitted(command.id, self._report())

    def _keep(self, failures: int) -> None:
        self._failures = failures
        try:
            durable.write(self._file, json.dumps({"failures": failures}).encode("ascii"))
        except (
            OSError
        ):  # a full disk must not keep out who comes to see to it; the count stays until a restart
            return

    def _read(self) -> int:
        try:
            return max(0, int(json.loads(self._file.read_text("ascii"))["failures"]))
        except (OSError, ValueError, KeyError, TypeError):
            return 0
