"""Submitting: brings what waits to the platform, each transaction exactly once however often it has to be sent."""

import json
import logging
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

import requests
from urllib3.exceptions import HTTPError, NewConnectionError

from offline_queue.answer import Answer, Later, Refused, judge
from offline_queue.back_off import BackOff
from offline_queue.errors import DamagedError
from offline_queue.outage import Outage
from offline_queue.records import Acknowledged, Claim, Content
from offline_queue.store import Store

log = logging.getLogger(__name__)

TIMEOUT = (5.0, 20.0)  # seconds to connect, seconds of silence while answering
ANSWER_MAX = 64 * 1024


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
    """Sends from `store` to the platform at `base_url` over `session`. Used by the thread that opened the store.

    An answer that never came is resolved by sending the same again: the platform knows the id. Redirects are not followed.
    """

    def __init__(
        self,
        store: Store,
        session: requests.Session,
        base_url: str,
        *,
        back_off: BackOff | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._outbox, self._session = store, store.outbox, session
        self._base_url = base_url.rstrip("/")
        self._outage, self._now = Outage(back_off or BackOff()), now
        self._known = 0  # during an outage, what was put up to this number has been tried
        self._wake = 0.0  # when to look again without being woken

    def poll(self, stopping: Callable[[], bool] = lambda: False) -> Report | None:
        """Do a round if somebody has put something or something is due; cheap enough for five times a second."""
        now = self._outbox.clock.elapsed()
        if now < self._outage.paused_until or not (self._store.changed() or now >= self._wake):
            return None
        return self.submit_once(stopping=stopping)

    def submit_once(
        self, *, everything: bool = False, stopping: Callable[[], bool] = lambda: False
    ) -> Report:
        """Send each transaction that is due once; with `everything`, those in back-off too.

        Raises:
            QueueError: the disk refuses to keep an answer; what was sent is sent again later, harmlessly.
        """
        started, newest = self._outbox.clock.elapsed(), self._outbox.newest()
        self._outbox.free_abandoned()
        if everything:
            self._outbox.make_due()
        after = self._known if started < self._outage.quiet_until and not everything else 0
        answers: list[Answer] = []
        while not stopping() and (claim := self._outbox.claim(started, after)):
            answer = self._submit(claim)
            answers.append(answer)
            if isinstance(answer, Later):
                self._known = newest
                if self._outage.hopeless if everything and not answer.pause else self._outage.lasts:
                    break
            elif self._outage.answered(answer):
                self._outbox.make_due()
                after = 0
        if answers:
            self._store.truncate_log()
        self._wake = max(self._outbox.next_due(), self._outage.quiet_until)
        return _report(answers)

    def _submit(self, claim: Claim) -> Answer:
        try:
            answer = self._send(claim, self._outbox.content(claim.id))
        except DamagedError as error:
            answer = Refused(str(error), error.code, by_platform=False)
        match answer:
            case Acknowledged():
                self._outbox.acknowledge(claim, answer)
            case Refused(reason, code):
                self._outbox.park(claim, reason, code)
                log.warning("%s is parked: %s", claim.reference, reason)
            case Later():
                self._postpone(claim, answer)
        return answer

    def _send(self, claim: Claim, content: Content) -> Answer:
        try:
            with self._session.put(
                f"{self._base_url}/v1/transactions/{claim.id}",
                data=body(content),
                headers={"Content-Type": "application/json", "Accept": "application/json"},
                timeout=TIMEOUT,
                allow_redirects=False,
                stream=True,
            ) as response:
                said = response.raw.read(ANSWER_MAX, decode_content=True)
                return judge(response.status_code, response.headers, said, self._now(), claim.id)
        except (requests.RequestException, HTTPError, OSError) as error:
            return _unanswered(error)

    def _postpone(self, claim: Claim, answer: Later) -> None:
        delay = self._outage.failed(answer, claim.attempts, self._outbox.clock.elapsed())
        self._outbox.postpone(claim, answer.reason, delay, unknown=answer.unknown)
        log.info("%s waits %.1f s: %s", claim.reference, delay, answer.reason)


def body(content: Content) -> bytes:
    """Return the request's body as the contract (docs/platform-api.yaml) says."""
    document = {
        "manifest": content.manifest,
        "payload": b64encode(content.payload).decode("ascii"),
        "attachments": [
            {"sha256": digest, "content": b64encode(sealed).decode("ascii")}
            for digest, sealed in content.attachments.items()
        ],
    }
    return json.dumps(document).encode("ascii")


def _unanswered(error: Exception) -> Later:
    cause = error.args[0] if error.args else None
    never_connected = isinstance(error, requests.ConnectTimeout) or isinstance(
        getattr(cause, "reason", None), NewConnectionError
    )
    return Later(f"no answer ({type(error).__name__})", whole_platform=True, unknown=not never_connected)


def _report(answers: list[Answer]) -> Report:
    return Report(
        acknowledged=sum(isinstance(answer, Acknowledged) for answer in answers),
        parked=sum(isinstance(answer, Refused) for answer in answers),
        postponed=sum(isinstance(answer, Later) for answer in answers),
    )
