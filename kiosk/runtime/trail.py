"""How long each step of a session took, and when its guide was shown: for supervision, without anything that was said."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any


def utc_now() -> datetime:
    """Return the terminal's time."""
    return datetime.now(UTC)


class Trail:
    """Told of every page; a step is the first word of its name, the same for every resident and item."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._clock, self._now = clock, now
        self._item = self._guide = self._step = ""
        self._since, self._steps = clock(), dict[str, float]()

    def seen(self, page: str, item: str) -> None:
        """A page of an item is shown; of none when `item` is empty."""
        self._pass()
        if item != self._item:
            self._begin(item)
        self._step, self._since = page.partition(".")[0] if item else "", self._clock()
        if self._step == "guide" and not self._guide:
            self._guide = self._moment()

    def submitted(self) -> dict[str, str]:
        """Return when the guide was shown and when everything was captured, which is now."""
        shown = {"guide_shown": self._guide} if self._guide else {}
        return {**shown, "captured": self._moment()}

    def session(self) -> dict[str, Any] | None:
        """Return what the session that ends now looked like: seconds by step, and the step on which it ended."""
        if not self._item:
            return None
        self._pass()
        steps = {step: round(seconds, 1) for step, seconds in self._steps.items()}
        return {
            "kind": "session",
            "at": self._moment(),
            "item": self._item,
            "steps": steps,
            "ended": self._step,
        }

    def _begin(self, item: str) -> None:
        self._item, self._guide, self._step = item, "", ""
        self._since, self._steps = self._clock(), dict[str, float]()

    def _pass(self) -> None:
        now = self._clock()
        if self._step:
            self._steps[self._step] = self._steps.get(self._step, 0.0) + now - self._since
        self._since = now

    def _moment(self) -> str:
        return self._now().isoformat(timespec="seconds")
