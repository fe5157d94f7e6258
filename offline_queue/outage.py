"""What is known of the platform's trouble, and how long to leave it alone (pure)."""

from offline_queue.answer import Later, Refused
from offline_queue.back_off import BackOff
from offline_queue.records import Acknowledged

SAME_FATE = 3  # after so many failures in a row it is the platform's matter, not that of one transaction


class Outage:
    """From the first failure that concerns the whole platform to its next real answer. Times are of the boot clock.

    Until `quiet_until` only what is new should be tried; until `paused_until`, which the platform asked for, nothing.
    """

    def __init__(self, back_off: BackOff) -> None:
        self._back_off = back_off
        self._troubles = 0
        self._failures = 0
        self.quiet_until = 0.0
        self.paused_until = 0.0

    @property
    def lasts(self) -> bool:
        """Whether the platform is in trouble as far as is known."""
        return self._troubles > 0

    @property
    def hopeless(self) -> bool:
        """Whether several failed in a row: whoever was told to try everything may stop too."""
        return self._failures >= SAME_FATE

    def failed(self, answer: Later, attempts: int, now: float) -> float:
        """Note a failure of a transaction tried `attempts` times; return how long it should wait, in seconds."""
        self._failures += 1
        if not answer.whole_platform and self._failures < SAME_FATE:
            return max(answer.pause, self._back_off.delay(attempts))
        self._troubles += 1
        delay = answer.pause or self._back_off.delay(self._troubles)
        self.quiet_until = now + delay
        self.paused_until = self.quiet_until if answer.pause else 0.0
        return delay

    def answered(self, answer: Acknowledged | Refused) -> bool:
        """Note that a transaction was judged; whether that ends an outage."""
        if isinstance(answer, Refused) and not answer.by_platform:
            return False
        lasted = self.lasts
        self._troubles = self._failures = 0
        self.quiet_until = self.paused_until = 0.0
        return lasted
