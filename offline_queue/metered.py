"""What waits on a line that costs by the byte (pure): large transactions, until the off-peak hours or another line.

Small ones always go. Nothing waits past its term: a day before a deadline, and never longer than `longest`.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from offline_queue.records import Claim
from offline_queue.settlement import Postponed

DAY = timedelta(days=1)
WAITS = "large: waits for the off-peak hours or a line that costs nothing"

Holds = Callable[[Claim], float]


@dataclass(frozen=True, slots=True)
class MeteredLine:
    """What a terminal's settings say of such a line; `above` in sealed bytes, equal hours mean that none are off-peak."""

    above: int = 256 * 1024
    off_peak_from: time = time(22)
    off_peak_until: time = time(6)
    longest: timedelta = 2 * DAY
    before_deadline: timedelta = DAY

    def wait(self, size: int, created_at: datetime, deadline: date | None, now: datetime) -> float:
        """Return for how many seconds a transaction of `size` sealed bytes waits from `now` on; 0: it goes.

        Never longer than a day at once, whatever a clock says.
        """
        if size <= self.above or self._is_off_peak(now.time()):
            return 0.0
        term = created_at + self.longest
        if deadline is not None:
            term = min(term, datetime.combine(deadline, time(), now.tzinfo) - self.before_deadline)
        return max(0.0, min(term - now, self._until_off_peak(now)).total_seconds())

    def _is_off_peak(self, now: time) -> bool:
        begins, ends = self.off_peak_from, self.off_peak_until
        return begins <= now < ends if begins <= ends else now >= begins or now < ends

    def _until_off_peak(self, now: datetime) -> timedelta:
        if self.off_peak_from == self.off_peak_until:
            return DAY
        begins = datetime.combine(now.date(), self.off_peak_from, now.tzinfo)
        return begins - now if begins > now else begins + DAY - now


def hold_back(claims: deque[Claim], holds: Holds) -> list[tuple[Claim, Postponed]]:
    """Take out of `claims` what is to wait; return it with for how long."""
    waiting = [(claim, seconds) for claim in claims if (seconds := holds(claim)) > 0]
    for claim, _ in waiting:
        claims.remove(claim)
    return [(claim, Postponed(WAITS, seconds, unknown=claim.unknown)) for claim, seconds in waiting]
