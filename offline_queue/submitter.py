"""Submitting: brings what waits to the platform, each transaction exactly once however often it has to be sent."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

import requests

from offline_queue.answer import Answer, Later, Refused
from offline_queue.back_off import BackOff
from offline_queue.errors import DamagedError
from offline_queue.exchange import Exchange, body
from offline_queue.outage import Outage
from offline_queue.records import Acknowledged, Claim
from offline_queue.settlement import Postponed, Verdict
from offline_queue.store import Store

__all__ = ["Report", "Submitter", "body"]

log = logging.getLogger(__name__)

LEASED_AT_ONCE = (
    16  # leases and answers of so many share a commit; killed in between, they are asked for again
)
ANSWERS_WAIT = 0.25  # seconds that an answer waits for others before it is written down


@dataclass(frozen=True, slots=True)
class Report:
    """What one round did."""

    acknowledged: int = 0
    parked: int = 0
    postponed: int = 0

    def __add__(self, other: Self) -> Self:
        return type(self)(
            self.acknowledged + other.acknowledged,
            self.parked + other.parked,
            self.postponed + other.postponed,
        )


class Submitter:
    """Sends from `store` to the platform at `base_url` over `session`. Used by the thread that opened the store."""

    def __init__(
        self,
        store: Store,
        session: requests.Session,
        base_url: str,
        *,
        back_off: BackOff | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._outbox = store, store.outbox
        self._exchange = Exchange(session, base_url, now)
        self._outage = Outage(back_off or BackOff())
        self._known = 0  # during an outage, what was put up to this number has been tried
        self._log_left = False  # erased bytes may still be in the log
        self._wake = 0.0  # when to look again without being woken

    def poll(self, stopping: Callable[[], bool] = lambda: False) -> Report | None:
        """Do a round if somebody has put something or something is due; cheap enough for five times a second."""
        now = self._outbox.clock.elapsed()
        if now < self._outage.paused_until or not (self._store.changed() or now >= self._wake):
            return None
        return self.submit_once(stopping=stopping)

    def platform_returned(self) -> None:
        """Say that the platform has answered something else: what waits only for its return is sent at the next poll.

        A pause that the platform asked for is kept.
        """
        if self._outage.lasts and self._outbox.clock.elapsed() >= self._outage.paused_until:
            self._outage.quiet_until = self._wake = 0.0
            self._outbox.make_due()

    def submit_once(
        self, *, everything: bool = False, stopping: Callable[[], bool] = lambda: False
    ) -> Report:
        """Send each transaction that is due once; with `everything`, those in back-off too.

        Raises:
            QueueError: the disk refuses to keep an answer; what was sent is asked for again later, harmlessly.
        """
        started, newest = self._outbox.clock.elapsed(), self._outbox.newest()
        self._outbox.free_abandoned()
        if everything:
            self._outbox.make_due()
        after = self._known if started < self._outage.quiet_until and not everything else 0
        answers: list[Answer] = []
        while not stopping() and (claims := self._outbox.claim_some(LEASED_AT_ONCE, started, after)):
            if not self._send(deque(claims), answers, stopping, everything=everything):
                self._known = newest
                break
            if not self._outage.lasts:
                after = 0
        if answers or self._log_left:
            self._log_left = not self._store.truncate_log()
        self._wake = max(self._outbox.next_due(), self._outage.quiet_until)
        return _report(answers)

    def _send(
        self,
        claims: deque[Claim],
        answers: list[Answer],
        stopping: Callable[[], bool],
        *,
        everything: bool,
    ) -> bool:
        """Send what was leased, in order; whether to go on with the round."""
        verdicts: list[tuple[Claim, Verdict]] = []
        noted = self._outbox.clock.elapsed()
        try:
            while claims and not stopping():
                claim = claims.popleft()
                answers.append(answer := self._answer(claim))
                verdicts.append((claim, self._verdict(claim, answer)))
                if self._gives_up(answer, everything=everything):
                    return False
                if self._outbox.clock.elapsed() - noted > ANSWERS_WAIT:
                    self._outbox.settle(verdicts)
                    verdicts, noted = [], self._outbox.clock.elapsed()
            return True
        finally:
            self._outbox.settle(verdicts)
            self._outbox.give_back(claims)

    def _answer(self, claim: Claim) -> Answer:
        try:
            return self._exchange.submit(claim, self._outbox.content(claim.id))
        except DamagedError as error:
            return Refused(str(error), error.code, by_platform=False)

    def _verdict(self, claim: Claim, answer: Answer) -> Verdict:
        """Return what is written down, and learn from it how the platform does."""
        if isinstance(answer, Later):
            delay = self._outage.failed(answer, claim.attempts, self._outbox.clock.elapsed())
            log.info("%s waits %.1f s: %s", claim.reference, delay, answer.reason)
            return Postponed(answer.reason, delay, unknown=answer.unknown)
        if isinstance(answer, Refused):
            log.warning("%s is parked: %s", claim.reference, answer.reason)
        if self._outage.answered(answer):
            self._outbox.make_due()
        return answer

    def _gives_up(self, answer: Answer, *, everything: bool) -> bool:
        if not isinstance(answer, Later):
            return False
        return self._outage.hopeless if everything and not answer.pause else self._outage.lasts


def _report(answers: Sequence[Answer]) -> Report:
    return Report(
        acknowledged=sum(isinstance(answer, Acknowledged) for answer in answers),
        parked=sum(isinstance(answer, Refused) for answer in answers),
        postponed=sum(isinstance(answer, Later) for answer in answers),
    )
