"""The agent: the terminal's process for the network. It submits the queue, follows releases, reports health.

It may be killed at any instruction, and starts just as well while the platform is away.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

import requests

from kiosk.event_report import EventReport
from kiosk.heartbeat import Heartbeat
from kiosk.link import is_metered, metered_line
from offline_queue.back_off import BackOff
from offline_queue.metered import Holds
from offline_queue.records import Claim
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from provisioning.terminal import Terminal

log = logging.getLogger(__name__)

FOLLOW_SECONDS = 60.0
FIRST_RELEASE_SECONDS = 5.0  # a technician stands there and waits for it
HEARTBEAT_SECONDS = 60.0
EVENTS_SECONDS = 30.0
REREAD_SECONDS = 5.0
AFTER_FAILURE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do every `interval` seconds."""

    name: str
    interval: float
    do: Callable[[], object]


class Agent:
    """Does its jobs one at a time, each as soon as it is due, until stopped.

    `wait` sleeps for the seconds it is given, or less when it is time to stop; it returns whether that is so.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        wait: Callable[[float], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._jobs, self._wait, self._clock = jobs, wait, clock

    def run(self) -> None:
        """Work until stopped; a job that fails is logged and tried again."""
        due = {job.name: self._clock() for job in self._jobs}
        while not self._wait(max(0.0, min(due.values()) - self._clock())):
            for job in self._jobs:
                if due[job.name] <= self._clock():
                    pause = self._do(job)
                    due[job.name] = self._clock() + pause

    @staticmethod
    def _do(job: Job) -> float:
        try:
            job.do()
        except Exception:
            # The top of the agent: a broken disk or release must not end submission. Our errors hold nothing personal.
            log.exception("%s failed", job.name)
            return max(job.interval, AFTER_FAILURE_SECONDS)
        return job.interval


class Duties:
    """What one terminal's agent does; `stopping` tells it to finish early.

    Raises:
        NotEnrolledError: there is no terminal in `home`.
        QueueError: its queue cannot be opened.
    """

    def __init__(
        self,
        home: Path,
        stopping: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._home, self._stopping, self._clock = home, stopping, clock
        self._follow_at = clock()
        self._terminal = Terminal.load(home)
        self._store = Store(home / "queue", None, lambda: datetime.now(UTC).astimezone())
        self._heartbeat = Heartbeat(self._store)
        self._events = EventReport(self._store, home)
        self._beat_at, self._metered = clock(), is_metered(self._terminal.settings.network.metered)
        self.acknowledged = self.parked = 0
        self._connect()

    def jobs(self) -> Sequence[Job]:
        """Return what to do and how often."""
        return (
            Job("reading the settings again", REREAD_SECONDS, self.reread),
            Job("submission", self._terminal.settings.queue.poll, self.submit),
            Job("following releases", FIRST_RELEASE_SECONDS, self.follow),
            Job("heartbeat", HEARTBEAT_SECONDS, self.heartbeat),
            Job("events for supervision", EVENTS_SECONDS, self.report_events),
        )

    def reread(self) -> None:
        """Notice another release, or a laboratory's new platform."""
        fresh = Terminal.load(self._home)
        before, self._terminal = self._terminal, fresh
        if (fresh.identity, fresh.settings) != (before.identity, before.settings):
            self._session.close()
            self._connect()
            self._store.outbox.make_due()
        before_line, self._metered = self._metered, is_metered(fresh.settings.network.metered)
        if before_line and not self._metered:
            self._store.outbox.make_due()  # what waited for another line goes now

    def submit(self) -> None:
        """Send what is due."""
        if report := self._submitter.poll(self._stopping):
            self.acknowledged += report.acknowledged
            self.parked += report.parked

    def follow(self) -> None:
        """Look for a new release, often while there is none; the touchscreen activates it when nobody is in session."""
        releases = self._terminal.releases
        if self._clock() < self._follow_at and (releases.active() or releases.staged()):
            return
        self._follow_at = self._clock() + FOLLOW_SECONDS
        if self._terminal.follow(self._session):
            log.info("a new release waits for activation")

    def heartbeat(self) -> None:
        """Tell the platform that this terminal lives, and what waits in its queue."""
        if self._metered and self._clock() < self._beat_at:
            return
        self._beat_at = self._clock() + self._terminal.settings.network.heartbeat
        if self._heartbeat.beat(self._terminal, self._session):
            self._submitter.platform_returned()

    def report_events(self) -> None:
        """Tell the platform when what happened, for supervision."""
        self._events.report(self._terminal, self._session)

    def close(self) -> None:
        """Give back what was leased."""
        self._session.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _connect(self) -> None:
        self._session = self._terminal.session()
        self._submitter = submitter(self._terminal, self._store, self._session, self._hold)

    def _hold(self, claim: Claim) -> float:
        """For how many seconds a transaction waits because the line costs by the byte."""
        if not self._metered:
            return 0.0
        deadline = date.fromisoformat(claim.deadline) if claim.deadline else None
        now = datetime.now(UTC).astimezone()
        return metered_line(self._terminal.settings.network).wait(claim.size, claim.created_at, deadline, now)


def submitter(
    terminal: Terminal, store: Store, session: requests.Session, holds: Holds = lambda _: 0.0
) -> Submitter:
    """Return what sends this terminal's queue to its platform; `holds` says what waits, and for how long."""
    settings = terminal.settings.queue
    back_off = BackOff(settings.retry_first, settings.retry_cap)
    return Submitter(
        store,
        session,
        terminal.platform_url,
        back_off=back_off,
        upload_above=settings.upload_above,
        holds=holds,
    )
