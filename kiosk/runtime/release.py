"""Which release the touchscreen works with: taken when nobody is in session, good once it has proved itself."""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from config.catalogue.findings import CatalogueError
from config.releases import PROBATION_SECONDS, Releases
from kiosk.runtime import crash
from provisioning.terminal import RELEASES, Terminal

log = logging.getLogger(__name__)


def start(home: Path) -> Terminal:
    """Return the terminal in `home` as the touchscreen begins with it: a waiting release is taken, a failing one left.

    Raises:
        NotEnrolledError: there is no identity.
        NoCatalogueError: it has no catalogue yet.
        InvalidSettingsError: a laboratory's own settings are wrong.
        CatalogueError: its catalogue is not fit for use, and there is no release to return to.
    """
    return _taken(home, Releases.started)


def look(home: Path, before: Terminal | None = None) -> Terminal:
    """Return the terminal in `home` as it is now, after taking a waiting release; only while nobody is in session.

    It is `before` itself when nothing has changed since then.

    Raises: as `start`.
    """
    return _taken(home, lambda releases: releases.staged() and releases.activate_staged(), before)


def _taken(home: Path, take: Callable[[Releases], object], before: Terminal | None = None) -> Terminal:
    releases = Releases(home / RELEASES)
    if releases.directory.is_dir():  # a laboratory has none
        try:
            take(releases)
        except OSError as error:  # a full disk: the terminal works on with the release it has
            crash.report("the release cannot be changed: free space on the terminal's disk", error)
    terminal = Terminal.load(home)
    if terminal == before:
        return before
    try:
        terminal.catalogue()
    except CatalogueError:
        if releases.roll_back() is None:
            raise
        log.exception("the release's catalogue is not fit for this version; back to the last good one")
        return _taken(home, lambda _: None)
    return terminal


class Probation:
    """Calls the active release good once the touchscreen has worked with it for `PROBATION_SECONDS`."""

    def __init__(self, home: Path, now: Callable[[], float] = time.monotonic) -> None:
        self._releases = Releases(home / RELEASES)
        self._now = now
        self._due: float | None = None
        self.begin()

    def begin(self) -> None:
        """Another release is in use from now on."""
        self._due = self._now() + PROBATION_SECONDS if self._releases.directory.is_dir() else None

    def look(self) -> None:
        """Say so if it has proved itself; called every few seconds while the terminal works."""
        if self._due is None or self._now() < self._due:
            return
        self._due = None
        try:
            self._releases.confirm()
        except OSError as error:  # a full disk: tried again, the release stays on probation meanwhile
            crash.report("the release cannot be called good: free space on the terminal's disk", error)
            self.begin()
