"""One exchange with the platform over HTTP: whatever happens to it ends in an answer, never in an exception."""

import json
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import requests
from urllib3.exceptions import HTTPError, NewConnectionError

from offline_queue.answer import Answer, Later, judge, judge_inquiry
from offline_queue.batch import judge_batch
from offline_queue.records import Acknowledged, Claim, Content
from offline_queue.uploads import NotOfferedError, Uploads

TIMEOUT = (5.0, 20.0)  # seconds to connect, seconds of silence while answering
ANSWER_MAX = 256 * 1024
JSON = {"Content-Type": "application/json"}
NO_HEADERS: Mapping[str, str] = {}
FAILURES = (requests.RequestException, HTTPError, OSError)


class Exchange:
    """Speaks to the platform at `base_url` (docs/platform-api.yaml) over `session`. Redirects are not followed.

    The session's own settings hold; what the environment says of authorities (`REQUESTS_CA_BUNDLE`) is not asked.

    Attachments above `upload_above` sealed bytes are uploaded before their transaction, where the platform takes uploads.
    """

    def __init__(
        self, session: requests.Session, base_url: str, now: Callable[[], datetime], upload_above: int
    ) -> None:
        self._session, self._base_url, self._now = session, base_url.rstrip("/"), now
        self._uploads: Uploads | None = Uploads(self.ask, self._base_url, now)
        self._upload_above = upload_above
        self._plain: requests.PreparedRequest | None = None

    def submit(self, claim: Claim, content: Content) -> Answer:
        """Send a transaction; one that may have arrived before is asked for first, and sent only if it has not."""
        if claim.unknown and (said := self._inquire(claim)) is not None:
            return said
        try:
            ahead, answer = self._upload(content)
        except FAILURES as error:
            ahead, answer = (
                set(),
                replace(_unanswered(error), unknown=False),
            )  # of the transaction nothing was sent
        answer = answer or self._put(claim, content, ahead)
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
            status, headers, said = self.ask("POST", url, data=data, headers=JSON)
        except FAILURES as error:
            return [_unanswered(error)] * len(ids)
        return judge_batch(status, headers, said, self._now(), ids)

    def goes_alone(self, content: Content) -> bool:
        """Whether there is something to be uploaded before."""
        return bool(self._large(content))

    def _large(self, content: Content) -> set[str]:
        return {digest for digest, part in content.attachments.items() if len(part) > self._upload_above}

    def _upload(self, content: Content) -> tuple[set[str], Answer | None]:
        """Have the large attachments at the platform; return which are, and why not all of them."""
        large = self._large(content) if self._uploads else set()
        try:
            for digest in large:
                if self._uploads and (later := self._uploads.bring(digest, content.attachments[digest])):
                    return set(), later
        except NotOfferedError:
            self._uploads = None
            return set(), None
        return large, None

    def _put(self, claim: Claim, content: Content, ahead: set[str]) -> Answer:
        try:
            data = body(content, ahead)
            status, headers, said = self.ask("PUT", self._url(claim), data=data, headers=JSON)
        except FAILURES as error:
            return _unanswered(error)
        return judge(status, headers, said, self._now(), claim.id)

    def _inquire(self, claim: Claim) -> Acknowledged | Later | None:
        """Ask whether the transaction arrived; None: it did not, as far as the platform can say."""
        try:
            status, headers, said = self.ask("GET", self._url(claim))
        except FAILURES as error:
            return replace(_unanswered(error), unknown=True)
        return judge_inquiry(status, headers, said, self._now(), claim.id)

    def _url(self, claim: Claim) -> str:
        return f"{self._base_url}/v1/transactions/{claim.id}"

    def ask(
        self, method: str, url: str, *, headers: Mapping[str, str] = NO_HEADERS, data: bytes = b""
    ) -> tuple[int, Any, bytes]:
        """Return status, headers and body of one answer; lets out whatever goes wrong on the way (`FAILURES`)."""
        request = self._prepared(method, url, headers, data)
        with self._session.send(request, timeout=TIMEOUT, allow_redirects=False, stream=True) as response:
            said = response.raw.read(ANSWER_MAX, decode_content=True)
            return response.status_code, response.headers, said

    def _prepared(
        self, method: str, url: str, headers: Mapping[str, str], data: bytes
    ) -> requests.PreparedRequest:
        """Return a request: what the session adds to each is found out once, which takes a third of an exchange."""
        if self._plain is None:
            plain = requests.Request("GET", self._base_url, headers={"Accept": "application/json"})
            self._plain = self._session.prepare_request(plain)
        request = self._plain.copy()
        request.method, request.url = method, url
        request.headers.update(headers)
        if self._session.cookies:
            request.prepare_cookies(self._session.cookies)
        if data or method != "GET":
            request.prepare_body(data, None)
        if self._session.auth:
            request.prepare_auth(self._session.auth)
        return request


def body(content: Content, ahead: Collection[str] = ()) -> bytes:
    """Return the body of `PUT /v1/transactions/{id}` as the contract (docs/platform-api.yaml) says.

    Attachments that were sent `ahead` are only named.
    """
    return json.dumps(_document(content, ahead)).encode("ascii")


def _document(content: Content, ahead: Collection[str] = ()) -> dict[str, object]:
    return {
        "manifest": content.manifest,
        "payload": b64encode(content.payload).decode("ascii"),
        "attachments": [
            {"sha256": digest} | ({} if digest in ahead else {"content": b64encode(sealed).decode("ascii")})
            for digest, sealed in content.attachments.items()
        ],
    }


def _unanswered(error: Exception) -> Later:
    cause = error.args[0] if error.args else None
    never_connected = isinstance(error, requests.ConnectTimeout) or isinstance(
        getattr(cause, "reason", None), NewConnectionError
    )
    return Later(f"no answer ({type(error).__name__})", whole_platform=True, unknown=not never_connected)
