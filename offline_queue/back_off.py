"""How long to wait before trying again: full jitter, so that ten thousand terminals do not come back at once.

https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
"""

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BackOff:
    """Anything between nothing and a bound that doubles with each failure, from `first` up to `cap` seconds."""

    first: float = 1.0
    cap: float = 300.0
    uniform: Callable[[float, float], float] = random.uniform

    def delay(self, failures: int) -> float:
        """Return the seconds to wait after that many failures in a row (1, 2, 3…)."""
        doubled = self.first * 2.0 ** min(failures - 1, 60)
        return self.uniform(0.0, min(self.cap, doubled))
