"""One damping rule for all devices: no flicker of "disconnected", and no trust in a device that flaps.

* A device that fails for less than `blip` seconds is not shown as failed.
* A device that works again is shown as working at once.
* A device that fails `flaps` times within `window` seconds is shown as `UNSTEADY` until it has worked, or failed, for
  `calm` seconds without a change.

Pure: time comes in as seconds of any clock that never goes back.
"""

import math
from collections import deque
from dataclasses import dataclass

UNSTEADY = "UNSTEADY"


@dataclass(frozen=True, slots=True)
class Condition:
    """What to show about a device. `code` is `OK`, a device error's code, or `UNSTEADY`."""

    working: bool
    code: str = "OK"


WORKING = Condition(working=True)


class Damping:
    """Turns what is observed about one device into what is shown about it."""

    def __init__(self, blip: float = 1.0, flaps: int = 3, window: float = 30.0, calm: float = 10.0) -> None:
        self._blip, self._window, self._calm = blip, window, calm
        self._breaks: deque[float] = deque(maxlen=flaps)
        self._observed: Condition | None = None
        self._since = 0.0
        self._steady_shown: Condition | None = None
        self._unsteady = False

    def observe(self, condition: Condition, now: float) -> None:
        """Take note of how the device is at this moment."""
        self.shown(now)  # what time alone has changed counts first
        before = self._observed
        if condition == before:
            return
        if before is None or condition.working != before.working:
            self._since = now
        if before is not None and before.working and not condition.working:
            self._breaks.append(now)
            full = len(self._breaks) == self._breaks.maxlen
            self._unsteady = self._unsteady or (full and now - self._breaks[0] <= self._window)
        self._observed = condition

    def shown(self, now: float) -> Condition | None:
        """Return what to show now; None as long as nothing is known about the device."""
        if self._observed is None:
            return None
        lasted = now - self._since
        if self._unsteady and lasted >= self._calm:
            self._unsteady = False
            self._breaks.clear()
        if self._observed.working or lasted >= self._blip:
            self._steady_shown = self._observed
        return Condition(working=False, code=UNSTEADY) if self._unsteady else self._steady_shown

    def due(self) -> float:
        """Return the time at which `shown` may change without a further observation; infinity when never."""
        if self._observed is None:
            return math.inf
        if self._unsteady:
            return self._since + self._calm
        return math.inf if self._observed == self._steady_shown else self._since + self._blip
