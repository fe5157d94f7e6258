"""One exchange with the platform over HTTP: whatever happens to it ends in an answer, never in an exception."""

import json
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import requests
from urllib3.exceptions import HTTPError, NewConnectionError

from offline_queue.answer import Answer, Later, judge, judge_inquiry
from offline_queue.batch import judge_batch
from offline_queue.records import Acknowledged, Claim, Content

TIMEOUT = (5.0, 20.0)  # seconds to connect, seconds of silence while answering
ANSWER_MAX = 256 * 1024
JSON = {"Content-Type": "application/json"}
FAILURES = (requests.RequestException, HTTPError, OSError)


class Exchange:
    """Speaks to the platform at `base_url` (docs/platform-api.yaml) over `session`. Redirects are not followed."""

    def __init__(self, session: requests.Session, base_url: str, now: Callable[[], datetime]) -> None:
        self._session, self._base_url, self._now = session, base_url.rstrip("/"), now

    def submit(self, claim: Claim, content: Content) -> Answer:
        """Send a transaction; one that may have arrived before is asked for first, and sent only if it has not."""
        if claim.unknown and (said := self._inquire(claim)) is not None:
            return said
        answer = self._put(claim, content)
        if isinstance(answer, Later) and claim.unknown:
            return replace(answer, unknown=True)  # what was unknown stays so until it is judged
        return answer

    def submit_all(self, sent: Sequence[tuple[Claim, Content]]) -> Sequence[Answer] | None:
        """Send transactions that cannot have arrived before in one exchange; return an answer for each.

        None: this platform takes them one by one, and has taken none.
        """
        ids = [claim.id for claim, _ in sent]
        document = {"transactions": [{"id": claim.id, **_document(content)} for claim, content in sent]}
        url, data = f"{self._base_url}/v1/transactions/batch", json.dumps(document).encode("ascii")
        try:
            status, headers, said = self._ask("POST", url, data=data, headers=JSON)
        except FAILURES as error:
            return [_unanswered(error)] * len(ids)
        return judge_batch(status, headers, said, self._now(), ids)

    def _put(self, claim: Claim, content: Content) -> Answer:
        try:
            status, headers, said = self._ask("PUT", self._url(claim), data=body(content), headers=JSON)
        except FAILURES as error:
            return _unanswered(error)
        return judge(status, headers, said, self._now(), claim.id)

    def _inquire(self, claim: Claim) -> Acknowledged | Later | None:
        """Ask whether the transaction arrived; None: it did not, as far as the platform can say."""
        try:
            status, headers, said = self._ask("GET", self._url(claim))
        except FAILURES as error:
            return replace(_unanswered(error), unknown=True)
        return judge_inquiry(status, headers, said, self._now(), claim.id)

    def _url(self, claim: Claim) -> str:
        return f"{self._base_url}/v1/transactions/{claim.id}"

    def _ask(
        self, method: str, url: str, *, headers: dict[str, str] | None = None, **how: Any
    ) -> tuple[int, Any, bytes]:
        with self._session.request(
            method,
            url,
            headers={"Accept": "application/json", **(headers or {})},
            timeout=TIMEOUT,
            allow_redirects=False,
            stream=True,
            **how,
        ) as response:
            said = response.raw.read(ANSWER_MAX, decode_content=True)
            return response.status_code, response.headers, said


def body(content: Content) -> bytes:
    """Return the body of `PUT /v1/transactions/{id}` as the contract (docs/platform-api.yaml) says."""
    return json.dumps(_document(content)).encode("ascii")


def _document(content: Content) -> dict[str, object]:
    return {
        "manifest": content.manifest,
        "payload": b64encode(content.payload).decode("ascii"),
        "attachments": [
            {"sha256": digest, "content": b64encode(sealed).decode("ascii")}
            for digest, sealed in content.attachments.items()
        ],
    }


def _unanswered(error: Exception) -> Later:
    cause = error.args[0] if error.args else None
    never_connected = isinstance(error, requests.ConnectTimeout) or isinstance(
        getattr(cause, "reason", None), NewConnectionError
    )
    return Later(f"no answer ({type(error).__name__})", whole_platform=True, unknown=not never_connected)
