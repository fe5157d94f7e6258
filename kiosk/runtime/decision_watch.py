"""Asks the platform again and again how a case stands, until it is decided or nobody waits any more."""

import threading
from collections.abc import Callable

from kiosk.commands.decisions import AwaitDecision
from kiosk.decision import Decision
from kiosk.events import Event
from kiosk.events.decisions import DecisionHeard


class DecisionWatch:
    """Watches one case at a time. `ask` returns how a case stands, None when the platform does not answer."""

    def __init__(
        self, ask: Callable[[str], Decision | None], post: Callable[[Event], None], pause: float = 1.0
    ) -> None:
        self._ask, self._post, self._pause = ask, post, pause
        self._forget = threading.Event()

    def watch(self, command: AwaitDecision) -> None:
        """Post `DecisionHeard` for every news of the case; returns at once."""
        self.forget()
        self._forget = threading.Event()
        threading.Thread(
            target=self._work, args=(command, self._forget), name="decision", daemon=True
        ).start()

    def forget(self) -> None:
        """Ask no more: the resident has gone."""
        self._forget.set()

    def _work(self, command: AwaitDecision, forget: threading.Event) -> None:
        told: Decision | None = None
        while not forget.is_set():
            found = self._ask(command.case_number)
            if found is not None and found != told and not forget.is_set():
                self._post(DecisionHeard(command.id, found))
                told = found
            if found is not None and found.outcome:
                return
            forget.wait(self._pause)
