"""The releases a terminal holds: which one is active, which waits, and the way back to the last good one.

A release is a folder in `slots/` that never changes once it is there. Two files say what is done with them:
`followed.json`, written by whoever follows the platform (the agent), and `activated.json`, written by whoever uses the
release (the touchscreen, or a technician's rollback). So each may be killed at any instruction.

A newly activated release is on probation until `confirm`. When the touchscreen starts a third time without that, it
takes the last good release again and refuses the other one.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from config import slots
from config.release_state import PROBATION_SECONDS, Activated, Alarm, Followed
from config.slots import Release

if TYPE_CHECKING:
    import requests

__all__ = ["PROBATION_SECONDS", "Alarm", "Release", "Releases", "Status"]


@dataclass(frozen=True, slots=True)
class Status:
    """A terminal's releases at a glance: in use, waiting, to return to; what following found; refused digests."""

    active: Release | None
    staged: Release | None
    good: Release | None
    followed: Followed
    on_probation: bool
    refused: tuple[str, ...]


class Releases:
    """The releases under one directory."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._slots = directory / "slots"

    @property
    def root(self) -> Path:
        """The trust anchor: the TUF root that enrolment brought."""
        return self.directory / "root.json"

    def active(self) -> Release | None:
        """Return the release in use, the last good one if that is damaged; None when there is none."""
        state = self._activated
        for slot in (state.active, state.good):
            if release := self._load(slot):
                return replace(release, activated_at=datetime.fromisoformat(state.activated_at))
        return None

    def staged(self) -> Release | None:
        """Return the release that waits to be activated, if there is one."""
        return self._waiting(self._activated)

    def status(self) -> Status:
        """Return what this terminal holds."""
        state = self._activated
        return Status(
            active=self.active(),
            staged=self._waiting(state),
            good=self._load(state.good),
            followed=self._followed,
            on_probation=not state.confirmed,
            refused=state.refused,
        )

    def follow(self, session: "requests.Session", base_url: str, terminal_id: str, group: str = "") -> bool:
        """Look for a new release below `base_url` (`…/releases`); return whether a new one waits for activation.

        Whatever goes wrong (no network, expired or forged lists, settings that no terminal would take) leaves the
        terminal as it is and is kept as `status().followed.alarm`.
        """
        from config.following import FollowError, checked, fetch  # noqa: PLC0415  # TUF takes 0.2 s to import

        before = self._followed
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            found = fetch(self.directory, session, base_url, terminal_id, group)
            with self._locked():
                staged = self._stage(found) if self._is_new(found) and checked(found) else ""
                Followed(checked_at=now, succeeded_at=now, staged=staged).write(self._followed_file)
        except FollowError as error:
            alarm = Alarm(error.code, str(error), now)
            self.directory.mkdir(parents=True, exist_ok=True)  # a laboratory's terminal may not have it yet
            replace(before, checked_at=now, alarm=alarm).write(self._followed_file)
            return False
        return staged not in {"", before.staged}

    def activate_staged(self) -> Release | None:
        """Take the waiting release into use, if there is one; call it only while nobody is in session."""
        with self._locked():
            waiting = self._waiting(self._activated)
            if waiting:
                self._keep(self._activated.activate(waiting.slot))
        return self.active() if waiting else None

    def started(self) -> Release | None:
        """Say that the touchscreen starts; return the release to use, after activating a waiting one.

        A release on probation that was started twice before without `confirm` is refused here.
        """
        with self._locked():
            state = self._activated
            if state.crash_loop and self._load(state.good):
                state = state.fall_back(self._digest(state.active))
            if waiting := self._waiting(state):
                state = state.activate(waiting.slot)
            elif not state.confirmed:
                state = replace(state, starts=state.starts + 1)
            if state != self._activated:
                self._keep(state)
        return self.active()

    def confirm(self) -> None:
        """Say that the terminal has worked for `PROBATION_SECONDS` with the active release: it is good."""
        with self._locked():
            state = self._activated
            if not state.confirmed:
                self._keep(replace(state, confirmed=True, starts=0))

    def roll_back(self) -> Release | None:
        """Return to the last good release and refuse the active one; None when there is nothing to return to."""
        with self._locked():
            state = self._activated
            possible = state.good != state.active and self._load(state.good) is not None
            if possible:
                self._keep(state.fall_back(self._digest(state.active)))
        return self.active() if possible else None

    def _waiting(self, state: Activated) -> Release | None:
        slot = self._followed.staged
        staged = self._load(slot) if slot != state.active else None
        return staged if staged and staged.digest not in state.refused else None

    def _is_new(self, found: slots.Found) -> bool:
        state = self._activated
        return found.digest not in {self._digest(state.active), *state.refused}

    def _stage(self, found: slots.Found) -> str:
        """Put the release into a slot unless it is there, clear out the others; return the slot's name."""
        if self._load(found.slot) is None:
            slots.put(self._slots, found)
        state = self._activated
        for old in self._slots.iterdir():
            if old.name not in {found.slot, state.active, state.good}:
                shutil.rmtree(old, ignore_errors=True)
        return found.slot

    def _load(self, slot: str) -> Release | None:
        return slots.load(self._slots / slot) if slot else None

    def _digest(self, slot: str) -> str:
        release = self._load(slot)
        return release.digest if release else ""

    @property
    def _followed_file(self) -> Path:
        return self.directory / "followed.json"

    @property
    def _followed(self) -> Followed:
        return Followed.read(self._followed_file)

    @property
    def _activated(self) -> Activated:
        return Activated.read(self.directory / "activated.json")

    def _keep(self, state: Activated) -> None:
        state.write(self.directory / "activated.json")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Let nobody else change slots or state meanwhile; the kernel lets go when the process dies."""
        self._slots.mkdir(parents=True, exist_ok=True)
        with (self.directory / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
