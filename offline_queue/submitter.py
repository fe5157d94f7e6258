"""Submitting: brings what waits to the platform, each transaction exactly once however often it has to be sent."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from typing import Self

import requests

from offline_queue.answer import Answer, Later, Refused
from offline_queue.back_off import BackOff
from offline_queue.errors import DamagedError
from offline_queue.exchange import Exchange, body
from offline_queue.metered import Holds, hold_back
from offline_queue.outage import Outage
from offline_queue.read_ahead import ReadAhead
from offline_queue.records import Acknowledged, Claim, Content
from offline_queue.settlement import Postponed, Verdict
from offline_queue.store import Store

__all__ = ["Report", "Submitter", "body"]

log = logging.getLogger(__name__)

LEASED_AT_ONCE = 100  # leases of so many share a commit; killed in between, they are asked for again
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
        upload_above: int = 256 * 1024,
        holds: Holds = lambda _: 0.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._outbox = store, store.outbox
        self._exchange = Exchange(session, base_url, now, upload_above)
        self._contents = ReadAhead(store.outbox)
        self._outage, self._holds = Outage(back_off or BackOff()), holds
        self._known = 0  # during an outage, what was put up to this number has been tried
        self._log_left = False  # erased bytes may still be in the log
        self._wake = 0.0  # when to look again without being woken
        self.batches = True  # as long as the platform has not said that it takes none
        self._proved = (
            False  # in this round the platform has judged something: the next exchange may be large
        )

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
        self._proved = False
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
        verdicts: list[tuple[Claim, Verdict]] = [*hold_back(claims, self._holds)]
        noted = self._outbox.clock.elapsed()
        try:
            while claims and not stopping():
                said = self._exchanged(claims)
                answers += [answer for _, answer in said]
                verdicts += self._verdicts(said)
                if any(self._gives_up(answer, everything=everything) for _, answer in said):
                    return False
                if self._outbox.clock.elapsed() - noted > ANSWERS_WAIT:
                    self._outbox.settle(verdicts)
                    verdicts, noted = [], self._outbox.clock.elapsed()
            return True
        finally:
            self._contents.forget()
            self._outbox.settle(verdicts)
            self._outbox.give_back(claims)

    def _exchanged(self, claims: deque[Claim]) -> Sequence[tuple[Claim, Answer]]:
        """Send the first of `claims`, with as many more as go together, and take them away."""
        if self.batches and self._proved and len(batch := self._batch(claims)) > 1:
            answers = self._exchange.submit_all(batch)
            self.batches = answers is not None
            if answers is not None:
                return [(claims.popleft(), answer) for answer in answers]
        try:
            content = self._contents.take(claims)
        except DamagedError as error:
            return [(claims.popleft(), Refused(str(error), error.code, by_platform=False))]
        claim = claims.popleft()
        return [(claim, self._exchange.submit(claim, content))]

    def _batch(self, claims: Sequence[Claim]) -> Sequence[tuple[Claim, Content]]:
        """Return what goes in one exchange: no two are of one case, and none may have arrived before."""
        return [
            *takewhile(lambda each: not self._exchange.goes_alone(each[1]), self._contents.together(claims))
        ]

    def _verdicts(self, said: Sequence[tuple[Claim, Answer]]) -> Sequence[tuple[Claim, Verdict]]:
        """Return what is written down, and learn from it how the platform does; a failure that many share counts once."""
        delays: dict[Later, float] = {}
        return [(claim, self._verdict(claim, answer, delays)) for claim, answer in said]

    def _verdict(self, claim: Claim, answer: Answer, delays: dict[Later, float]) -> Verdict:
        if isinstance(answer, Later):
            self._proved = False
            if answer not in delays:
                now = self._outbox.clock.elapsed()
                delays[answer] = self._outage.failed(answer, claim.attempts, now)
            delay = delays[answer]
            log.info("%s waits %.1f s: %s", claim.reference, delay, answer.reason)
            return Postponed(answer.reason, delay, unknown=answer.unknown)
        if isinstance(answer, Refused):
            log.warning("%s is parked: %s", claim.reference, answer.reason)
        self._proved |= not isinstance(answer, Refused) or answer.by_platform
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
