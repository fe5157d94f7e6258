"""The loop between the inbox and the journey: one event at a time, on one thread, with deadlines.

The runtime owns the state. It knows nothing of windows, devices or queues: it is handed a function that shows a view
and one that carries out commands (on other threads), and everything comes back through the inbox.
"""

from collections.abc import Callable

from kiosk import journeys
from kiosk.commands import Command
from kiosk.events import Event
from kiosk.events.world import ReleaseActivated, TimedOut
from kiosk.journeys import State
from kiosk.runtime.inbox import Inbox
from screens.views import AnyView

Show = Callable[[AnyView], None]
Execute = Callable[[Command], None]
Watch = Callable[[State, AnyView], None]


class Runtime:
    """Feeds events to the journey, shows what it wants shown, has its commands carried out. `watch` hears of every view.

    A crash in `step` is let through: the process ends, the service manager starts it again with nobody in session.
    """

    def __init__(
        self,
        state: State,
        inbox: Inbox,
        show: Show,
        execute: Execute,
        now: Callable[[], float],
        *,
        watch: Watch = lambda _state, _view: None,
    ) -> None:
        self.state = state
        self._inbox = inbox
        self._show = show
        self._execute = execute
        self._now = now
        self._watch = watch
        self._due: float | None = None
        self._release: ReleaseActivated | None = None
        self._shown: AnyView | None = None
        self._schedule()
        self._draw()

    def pump(self) -> None:
        """Handle everything that waits in the inbox, then a deadline that has passed, then a release that waits."""
        for event in self._inbox.drain():
            self._handle(event)
        if self._due is not None and self._now() >= self._due:
            self._handle(TimedOut(self.state.entered))
        if self._release is not None and self.idle:
            release, self._release = self._release, None
            self._advance(release)

    @property
    def idle(self) -> bool:
        """Whether nobody is in session; only then may a release be activated or the process restarted."""
        return journeys.deadline(self.state) is None

    def _handle(self, event: Event) -> None:
        if isinstance(event, ReleaseActivated):
            self._release = (
                event  # a resident never sees the ground move: it waits for the end of the session
            )
        else:
            self._advance(event)

    def _advance(self, event: Event) -> None:
        before = self.state
        self.state, commands = journeys.step(before, event)
        if self.state.entered != before.entered:
            self._schedule()
        for command in commands:
            self._execute(command)
        if self.state is not before:
            self._draw()

    def _schedule(self) -> None:
        limit = journeys.deadline(self.state)
        self._due = None if limit is None else self._now() + limit

    def _draw(self) -> None:
        view = journeys.view(self.state)
        if view != self._shown:
            self._shown = view
            self._watch(self.state, view)
            self._show(view)
