"""A terminal in service, without its window: the runtime in front, the parts with threads backstage."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from devices.camera import Frame
from kiosk import journeys
from kiosk.commands import Command
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.world import DayBegan, ReleaseActivated
from kiosk.journeys import State
from kiosk.runtime import Runtime, Show, release
from kiosk.runtime.backstage import Backstage, Parts
from kiosk.runtime.inbox import Inbox
from kiosk.runtime.trail import Trail
from provisioning.terminal import Terminal
from screens.later import load_all
from screens.views import AnyView

if TYPE_CHECKING:
    from kiosk.runtime.senses import Senses

Assemble = Callable[[Terminal, Callable[[Event], None]], Parts]


def local_date() -> date:
    """Return the date where the terminal stands."""
    return datetime.now(UTC).astimezone().date()


class InService:
    """Pump it from the thread that draws; `show` and `wipe` are called on that thread only.

    `trouble` says why nobody should begin now, though the terminal works else: nothing could be kept.

    Raises whatever a mistake in the program raises: the process then ends, and is started again with nobody in session.
    """

    def __init__(
        self,
        terminal: Terminal,
        show: Show,
        wipe: Callable[[], None],
        assemble: Assemble,
        *,
        today: Callable[[], date] = local_date,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.terminal = terminal
        self.inbox = Inbox()
        self._wipe, self._assemble, self._today = wipe, assemble, today
        self._date = today()
        self.trouble: Exception | None = None
        self._probation = release.Probation(terminal.home, now)
        self._backstage = Backstage(lambda: assemble(terminal, self.inbox.post))
        state = journeys.start(
            terminal.settings,
            terminal.catalogue(),
            self._date,
            terminal.identity.terminal_id,
            terminal.working_days,
        )
        self._trail = Trail(now)
        self.runtime = Runtime(state, self.inbox, show, self._carry_out, now, watch=self._watch)
        self.inbox.post(DayBegan(self._date))

    def begin(self) -> None:
        """Start everything that has a thread; called when the first page is on the screen."""
        load_all()
        self._backstage.begin()

    def newest_frame(self) -> Frame | None:
        """Return what the camera sees, or None while it is closed."""
        return self._backstage.newest_frame()

    @property
    def senses(self) -> "Senses | None":
        """What is heard and felt, once it is there."""
        return self._backstage.senses

    def pump(self) -> None:
        """Handle what has happened since the last call."""
        self._backstage.check()
        self.runtime.pump()

    def look_around(self) -> None:
        """Notice midnight, a release that the agent has brought, and what a technician has changed.

        Called every few seconds.

        Raises:
            NotEnrolledError, NoCatalogueError, InvalidSettingsError, CatalogueError: the terminal is out of service.
        """
        if (today := self._today()) != self._date:
            self._date = today
            self.inbox.post(DayBegan(today))
        if self.runtime.idle:
            self.trouble = self._backstage.trouble()
            terminal = release.look(self.terminal.home, self.terminal)
            if terminal is not self.terminal:
                self._change_to(terminal)
        self._probation.look()

    def stop(self) -> None:
        """End every thread; what was recorded stays, what was not is forgotten."""
        self._backstage.stop()

    def _change_to(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._probation.begin()
        self._backstage = Backstage(lambda: self._assemble(terminal, self.inbox.post), after=self._backstage)
        self._backstage.begin()
        self.inbox.post(ReleaseActivated(terminal.settings, terminal.catalogue(), terminal.working_days))

    def _watch(self, state: State, view: AnyView) -> None:
        rated = state.session.rated  # what somebody thinks of a matter is the last step of it
        self._trail.seen(view.page, rated.item if rated else state.session.item)

    def _carry_out(self, command: Command) -> None:
        if isinstance(command, Wipe):
            self._wipe()  # here and now: what is on the screen goes with the thread that draws
            command = replace(command, trail=self._trail.session())
        elif isinstance(command, Record):
            command = replace(command, times=self._trail.submitted())
        self._backstage.carry_out(command)
