"""A district's gateway that cannot be reached: everything goes by the city's, signed for it, until the first is back."""

import socket

import pytest
import requests

from provisioning.gateways import AWAY_SECONDS, Gateways, gateways
from provisioning.signing import TerminalSession
from tests.provisioning.test_signing import KEY, Server, server

__all__ = ["server"]


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def nobody() -> str:
    """A URL at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def session(ways: Gateways) -> TerminalSession:
    return TerminalSession("LAB001", KEY, None, ways)


def test_what_reaches_nobody_goes_by_the_other_gateway_signed_for_it(server: Server, nobody: str) -> None:
    clock = Clock()
    ways = Gateways(nobody, server.url, clock)
    with session(ways) as sending:
        answer = sending.put(f"{nobody}/v1/transactions/1?a=b", data=b"a body")
        assert answer.status_code == 200, "the signature covers the gateway that was used"
        assert server.seen == [("PUT", "/v1/transactions/1?a=b")]
        assert server.bodies == [b"a body"]
        sending.get(f"{nobody}/v1/health")
    with session(ways) as another:
        assert another.get(f"{nobody}/v1/health").status_code == 200
    assert ways.turned(f"{nobody}/v1/health") == f"{server.url}/v1/health", (
        "what one session found out all know"
    )
    clock.at += AWAY_SECONDS
    assert ways.turned(f"{nobody}/v1/health") == f"{nobody}/v1/health", "then the first is tried again"


def test_the_first_gateway_is_used_while_it_is_there(server: Server, nobody: str) -> None:
    with session(Gateways(server.url, nobody)) as sending:
        assert sending.get(f"{server.url}/v1/health").status_code == 200
    assert server.seen == [("GET", "/v1/health")]


def test_without_another_gateway_and_for_other_hosts_nothing_is_turned(nobody: str) -> None:
    for ways in (None, Gateways(nobody), Gateways("http://127.0.0.2:9", "http://127.0.0.1:9")):
        with TerminalSession("LAB001", KEY, None, ways) as sending, pytest.raises(requests.ConnectionError):
            sending.get(f"{nobody}/v1/health", timeout=2)


def test_what_may_have_arrived_is_not_sent_to_another(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:  # takes the connection and never answers
        first = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        ways = Gateways(first, server.url)
        with session(ways) as sending, pytest.raises(requests.ReadTimeout):
            sending.put(f"{first}/v1/transactions/1", data=b"a body", timeout=(2, 0.05))
    assert server.seen == []


def test_a_terminal_knows_both_from_its_settings() -> None:
    one = gateways("https://district.example", "https://city.example")
    assert one is gateways("https://district.example", "https://city.example")
    assert one.turned("https://district.example/v1/health") == "https://district.example/v1/health"
    assert one.failed("https://district.example/v1/health") == "https://city.example/v1/health"
    assert one.failed("https://elsewhere.example/v1/health") is None
