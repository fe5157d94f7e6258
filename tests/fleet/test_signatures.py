"""Only who signs is heard: over method, address and body, with a key known here, now."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import requests
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms

from offline_queue.submitter import body
from provisioning.identity import new_key
from tests.fleet.contract import CONTRACT
from tests.fleet.process import Server, Terminal


def prepared(
    terminal: Terminal, covered: Sequence[str], data: bytes | None = b"{}"
) -> requests.PreparedRequest:
    """A heartbeat signed over `covered` only."""
    url = f"{terminal.server.url}/v1/terminals/{terminal.number}/heartbeat"
    request = requests.Request("POST", url, data=b"{}").prepare()
    signer = HTTPMessageSigner(
        signature_algorithm=algorithms.ECDSA_P256_SHA256,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={terminal.number: terminal.key}),
    )
    now = datetime.now(UTC)
    signer.sign(
        request, key_id=terminal.number, created=now, label="sig1", covered_component_ids=covered, body=data
    )
    return request


@pytest.fixture
def plain(server: Server) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.verify = str(server.ca)
    session.hooks["response"].append(CONTRACT.check)
    return session


def test_without_a_signature(server: Server, plain: requests.Session) -> None:
    for method, path in (
        ("PUT", "/v1/transactions/x"),
        ("GET", "/v1/transactions/x"),
        ("GET", "/v1/cases/x"),
        ("POST", "/v1/holder-checks"),
        ("POST", "/v1/holder-checks/x/code"),
        ("POST", "/v1/terminals/x/heartbeat"),
        ("POST", "/.well-known/est/simplereenroll"),
    ):
        answer = plain.request(method, f"{server.url}{path}", data=b"{}" if method != "GET" else None)
        assert answer.status_code == 401, path
        assert "kiosk fleet trust" in answer.json()["detail"]
    plain.close()


def test_with_a_key_that_is_not_known_here(terminal: Terminal) -> None:
    for stranger in (replace(terminal, key=new_key()), replace(terminal, number="NOBODY")):
        assert stranger.get("/v1/cases/x").status_code == 401
        stranger.session.close()


@pytest.mark.parametrize("left_out", ["@method", "@authority", "@target-uri"])
def test_too_little_is_signed(terminal: Terminal, plain: requests.Session, left_out: str) -> None:
    covered = [name for name in ("@method", "@authority", "@target-uri") if name != left_out]
    assert plain.send(prepared(terminal, covered), verify=plain.verify).status_code == 401
    plain.close()


def test_the_body_must_be_signed(terminal: Terminal, plain: requests.Session) -> None:
    covered = ("@method", "@authority", "@target-uri")
    request = prepared(terminal, covered, None)
    assert plain.send(request, verify=plain.verify).status_code == 401
    request = prepared(terminal, covered)
    request.prepare_body(b"{ }", None)
    assert plain.send(request, verify=plain.verify).status_code == 401
    assert (
        plain.send(prepared(terminal, covered), verify=plain.verify).status_code == 400
    )  # heard, and no heartbeat
    plain.close()


def test_an_address_counts_as_it_was_sent(terminal: Terminal) -> None:
    assert terminal.get("/v1/cases/440100-x%2Dy?because=%41").status_code == 404


def test_a_body_changed_on_the_way_may_be_sent_again(terminal: Terminal) -> None:
    """A digest that does not fit is the line's fault, not the transaction's: it must not be parked."""
    transaction, content = terminal.seal({})
    url = f"{terminal.server.url}/v1/transactions/{transaction}"
    request = terminal.session.prepare_request(requests.Request("PUT", url, data=body(content)))
    request.body = body(content)[:-1] + b" "
    assert requests.Session.send(terminal.session, request, verify=str(terminal.server.ca)).status_code == 401
    assert terminal.put(transaction, content).status_code == 201


@pytest.mark.parametrize("hours", [-20 * 24, 20 * 24])
def test_a_terminal_with_a_wrong_clock_learns_the_time(terminal: Terminal, hours: int) -> None:
    terminal.session.auth._now = lambda: time.time() + hours * 3600  # type: ignore[union-attr]  # it is ours
    transaction, content = terminal.seal({})
    assert terminal.put(transaction, content).status_code == 201


def test_a_key_that_was_replaced_signs_no_more(server: Server, terminal: Terminal) -> None:
    held = terminal.seal({"item": "MZ-001"})
    successor = server.terminal(terminal.number)
    assert terminal.get("/v1/cases/x").status_code == 401
    assert successor.get("/v1/cases/x").status_code == 404
    assert successor.put(*held).status_code == 201, "what the former key sealed is still its terminal's"
    successor.session.close()
