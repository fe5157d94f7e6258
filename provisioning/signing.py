"""Requests that a terminal signs: HTTP Message Signatures (RFC 9421) with ecdsa-p256-sha256.

Every request covers @method, @authority and @target-uri, one with a body its Content-Digest (RFC 9530) too.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric import ec
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.exceptions import NewConnectionError

from provisioning.gateways import Gateways

CONNECT_TIMEOUT = 5.0
READ_TIMEOUT = 15.0
TOLERATED_CLOCK_ERROR = 30.0
COVERED = ("@method", "@authority", "@target-uri")
SIGNED_HEADERS = ("Signature", "Signature-Input", "Content-Digest")


class RequestSignature(AuthBase):
    """Signs each request it is handed with the terminal's key; the key is parsed once, by whoever hands it in.

    `offset` is added to this machine's clock for `created`, in seconds.
    """

    def __init__(
        self, terminal_id: str, key: ec.EllipticCurvePrivateKey, now: Callable[[], float] = time.time
    ) -> None:
        self._terminal_id = terminal_id
        self._now = now
        self.offset = 0.0
        self._signer = HTTPMessageSigner(
            signature_algorithm=algorithms.ECDSA_P256_SHA256,
            key_resolver=MappingKeyResolver(public_keys={}, private_keys={terminal_id: key}),
        )

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Sign `request` in place, anew when it was signed before."""
        for name in SIGNED_HEADERS:
            request.headers.pop(name, None)
        if isinstance(request.body, str):
            request.body = request.body.encode()
        self._signer.sign(
            request,
            key_id=self._terminal_id,
            created=datetime.fromtimestamp(self._now() + self.offset, UTC),
            label="sig1",
            covered_component_ids=COVERED,
            body=request.body or None,
        )
        return request

    def learn(self, response: requests.Response) -> bool:
        """Take the platform's time from a refusal; whether signing anew with it may help.

        A terminal that starts with a flat clock battery would else be refused for ever (F17).
        """
        try:
            theirs = parsedate_to_datetime(response.headers["Date"]).timestamp()
        except (KeyError, ValueError):
            return False
        offset = theirs - self._now()
        wrong = abs(offset - self.offset) > TOLERATED_CLOCK_ERROR
        if wrong:
            self.offset = offset
        return wrong


class PatientAdapter(HTTPAdapter):
    """Gives every request that names no time limit these ones (seconds), so that none waits for ever."""

    def __init__(self, connect: float = CONNECT_TIMEOUT, read: float = READ_TIMEOUT) -> None:
        super().__init__()
        self._timeout = (connect, read)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Send one request."""
        if kwargs.get("timeout") is None:
            kwargs["timeout"] = self._timeout
        return super().send(request, *args, **kwargs)


class PlatformSession(requests.Session):
    """Speaks to one platform: usual time limits, no proxy or credentials from the environment, no other hosts.

    `ca_file` is the only authority trusted; None trusts those of the operating system's bundle.
    """

    def __init__(self, ca_file: Path | None) -> None:
        super().__init__()
        self.trust_env = False
        self.verify = str(ca_file) if ca_file else True
        self.mount("https://", PatientAdapter())
        self.mount("http://", PatientAdapter())

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Return where a redirection leads if that is the same server; else it is the answer itself."""
        target = super().get_redirect_target(resp)
        if target is None:
            return None
        here, there = urlsplit(resp.url), urlsplit(requests.compat.urljoin(resp.url, target))
        return target if (here.scheme, here.netloc) == (there.scheme, there.netloc) else None


class TerminalSession(PlatformSession):
    """Signs every request with the terminal's key."""

    def __init__(
        self,
        terminal_id: str,
        key: ec.EllipticCurvePrivateKey,
        ca_file: Path | None,
        ways: Gateways | None = None,
    ) -> None:
        super().__init__(ca_file)
        self._ways = ways or Gateways("")
        self.signature = RequestSignature(terminal_id, key)
        self.auth = self.signature

    def rebuild_auth(self, prepared_request: requests.PreparedRequest, _: requests.Response) -> None:
        """Sign a redirected request anew: its target is another one."""
        self.signature(prepared_request)

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """Send, to the other gateway when nobody is reached at the first; a refusal for a wrong clock is answered once with the platform's time."""
        response = self._reached(self._turned(request, self._ways.turned(request.url or "")), **kwargs)
        if response.status_code == requests.codes.unauthorized and self.signature.learn(response):
            response.close()
            return super().send(self.signature(request), **kwargs)
        return response

    def _reached(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        """Send where somebody is; what may have reached one gateway is never sent to another by itself."""
        try:
            return super().send(request, **kwargs)
        except requests.ConnectionError as error:
            instead = self._ways.failed(request.url or "") if _reached_nobody(error) else None
            if instead is None or not isinstance(request.body, bytes | None):
                raise
            return super().send(self._turned(request, instead), **kwargs)

    def _turned(self, request: requests.PreparedRequest, url: str) -> requests.PreparedRequest:
        """Return the request to a URL; signed anew when that is another one, since the signature covers it."""
        if url == request.url:
            return request
        request.url = url
        return self.signature(request)


def _reached_nobody(error: requests.ConnectionError) -> bool:
    """Whether a connection was never made, so that nothing of the request can have arrived."""
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(error, requests.ConnectTimeout) or isinstance(reason, NewConnectionError)
