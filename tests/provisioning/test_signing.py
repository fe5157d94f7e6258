"""What a terminal sends is signed so that others verify it, and goes nowhere else."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
from http_message_signatures import HTTPMessageVerifier, InvalidSignature, MappingKeyResolver, algorithms

from provisioning.identity import Identity, new_key
from provisioning.signing import PatientAdapter, RequestSignature

KEY = new_key()


@dataclass
class Server:
    """Verifies each request as a third party would, and answers as told."""

    url: str = ""
    clock_ahead: timedelta = timedelta(0)
    redirect: str = ""
    say_date: str | None = None
    seen: list[tuple[str, str]] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@dataclass
class Message:
    method: str
    url: str
    headers: Any


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            state.seen.append((self.command, self.path))
            state.bodies.append(body)
            status = 200
            try:
                self._verify(body)
            except InvalidSignature:
                status = 401
            if status == 200 and state.redirect and self.path != "/there":
                status = 307
            self.send_response_only(status)
            now = state.say_date or format_datetime(datetime.now(UTC) + state.clock_ahead, usegmt=True)
            self.send_header("Date", now)
            if status == 307:
                self.send_header("Location", state.redirect)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _verify(self, body: bytes) -> None:
            verifier = HTTPMessageVerifier(
                signature_algorithm=algorithms.ECDSA_P256_SHA256,
                key_resolver=MappingKeyResolver(public_keys={"LAB001": KEY.public_key()}, private_keys={}),
            )
            verifier.max_clock_skew = timedelta(days=10000)
            message = Message(self.command, f"{state.url}{self.path}", dict(self.headers.items()))
            (result,) = verifier.verify(message, max_age=None)
            state.covered = list(result.covered_components)
            if body:
                verifier.verify_body(message, [result], body)
            created = datetime.fromtimestamp(int(result.parameters["created"]), UTC)
            if abs(created - datetime.now(UTC) - state.clock_ahead) > timedelta(minutes=5):
                raise InvalidSignature("too old")

        do_GET = do_PUT = do_POST = _answer  # noqa: N815  # named so by http.server

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so by http.server
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        state.url = f"http://127.0.0.1:{listener.server_port}"
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield state
        listener.shutdown()
        thread.join()


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with Identity("LAB001", "", (), True, KEY).session() as session:
        yield session


def test_a_request_is_verified_by_a_third_party(server: Server, session: requests.Session) -> None:
    assert session.get(f"{server.url}/v1/x?y=1").status_code == 200
    assert server.covered == ['"@method"', '"@authority"', '"@target-uri"', '"@signature-params"']


@pytest.mark.parametrize("body", [b"bytes", "text 文字"])
def test_a_body_is_covered(server: Server, session: requests.Session, body: bytes | str) -> None:
    answer = session.put(f"{server.url}/v1/x", data=body)
    assert answer.status_code == 200
    assert '"content-digest"' in server.covered
    assert answer.request.headers["Signature-Input"].startswith("sig1=(")
    assert 'alg="ecdsa-p256-sha256"' in answer.request.headers["Signature-Input"]


def test_json_is_signed_as_sent(server: Server, session: requests.Session) -> None:
    assert session.post(f"{server.url}/v1/x", json={"a": "文"}).status_code == 200


def test_a_wrong_clock_is_put_right_by_the_platform(server: Server, session: requests.Session) -> None:
    server.clock_ahead = timedelta(days=4000)
    assert session.put(f"{server.url}/v1/x", data=b"body").status_code == 200
    assert len(server.seen) == 2
    assert server.bodies == [b"body", b"body"]
    assert session.get(f"{server.url}/v1/y").status_code == 200
    assert len(server.seen) == 3


@pytest.mark.parametrize("date", ["garbage", ""])
def test_a_refusal_for_another_reason_stays_one(server: Server, date: str) -> None:
    server.say_date = date or None
    with Identity("LAB001", "", (), True, new_key()).session() as stranger:
        assert stranger.get(f"{server.url}/v1/x").status_code == 401
    assert len(server.seen) == 1


def test_a_redirection_on_the_same_server_is_signed_anew(server: Server, session: requests.Session) -> None:
    server.redirect = "/there"
    answer = session.put(f"{server.url}/here", data=b"body")
    assert (answer.status_code, answer.url) == (200, f"{server.url}/there")
    assert server.seen == [("PUT", "/here"), ("PUT", "/there")]


@pytest.mark.parametrize(
    "target", ["http://localhost:1/there", "https://127.0.0.1/there", "//example.org/there"]
)
def test_a_redirection_elsewhere_is_not_followed(
    server: Server, session: requests.Session, target: str
) -> None:
    server.redirect = target
    assert session.get(f"{server.url}/here").status_code == 307
    assert server.seen == [("GET", "/here")]


def test_the_environment_has_no_say(
    server: Server, session: requests.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert session.get(f"{server.url}/v1/x").status_code == 200


def test_only_the_pinned_authority_is_trusted(tmp_path: Path) -> None:
    authority = tmp_path / "ca.pem"
    with Identity("LAB001", "", (), True, KEY, ca_file=authority).session() as session:
        assert session.verify == str(authority)
    with Identity("LAB001", "", (), True, KEY).session() as session:
        assert session.verify is True


def test_a_silent_platform_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, requests.Session() as session:
        session.mount("http://", PatientAdapter(connect=1, read=0.1))
        with pytest.raises(requests.Timeout):
            session.get(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_a_longer_limit_may_be_asked_for(server: Server) -> None:
    with requests.Session() as session:
        session.mount("http://", PatientAdapter(connect=1, read=0.000001))
        signed = RequestSignature("LAB001", KEY)
        assert session.get(server.url, auth=signed, timeout=5).status_code == 200
