"""What the touchscreen asks the platform, over real HTTP."""

import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from kiosk.events.holder_check import CodeChecked, CodeNotSent, CodeSent
from kiosk.events.lookups import SheetFound, SheetNotFound
from kiosk.events.slots import SlotGone, SlotHeld, SlotsFound, SlotsNotFound
from kiosk.platform.client import Health, PlatformClient
from kiosk.platform.sheets import PublicSheets
from provisioning.identity import Identity, new_key
from tests.kiosk.platform.service import Service, serving

MOBILE, NUMBER = "13800138000", "440104199001011234"
SEND = "/v1/holder-checks"
CHECK = "/v1/holder-checks/check-1/code"


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(Service()) as service:
        yield service


@pytest.fixture
def client(service: Service, tmp_path: Path) -> PlatformClient:
    identity = Identity("GZ044", service.url, (), True, new_key())
    return PlatformClient(service.url + "/", identity.session, PublicSheets(tmp_path))


def test_a_code_is_asked_for_by_a_signed_request(client: PlatformClient, service: Service) -> None:
    assert client.send_code(3, MOBILE, NUMBER) == CodeSent(3, "check-1")
    ((path, body, headers),) = service.asked
    assert (path, body) == (SEND, {"mobile": MOBILE, "id_number": NUMBER})
    assert 'keyid="GZ044"' in headers["Signature-Input"]
    assert "content-digest" in headers["Signature-Input"]


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (429, b"{}", "too_many"),
        (422, b"{}", "refused"),
        (401, b"{}", "refused"),
        (503, b"{}", "offline"),
        (201, b"no JSON", "offline"),
        (201, b"[]", "offline"),
        (201, b'{"id": 7}', "offline"),
    ],
)
def test_why_a_code_was_not_sent(
    client: PlatformClient, service: Service, status: int, body: bytes, reason: str
) -> None:
    service.answers[SEND] = (status, body)
    assert client.send_code(3, MOBILE, NUMBER) == CodeNotSent(3, reason)


@pytest.mark.parametrize("outcome", ["verified", "wrong", "expired", "too_many"])
def test_a_code_is_checked(client: PlatformClient, service: Service, outcome: str) -> None:
    service.answers[CHECK] = (200, f'{{"outcome": "{outcome}"}}'.encode())
    assert client.check_code(4, "check-1", "123456") == CodeChecked(4, outcome)
    assert service.asked[-1][:2] == (CHECK, {"code": "123456"})


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (404, b"{}", "expired"),
        (503, b"{}", "offline"),
        (200, b'{"outcome": "maybe"}', "offline"),
        (200, b"no JSON", "offline"),
    ],
)
def test_an_answer_that_verifies_nothing(
    client: PlatformClient, service: Service, status: int, body: bytes, outcome: str
) -> None:
    service.answers[CHECK] = (status, body)
    assert client.check_code(4, "check-1", "123456") == CodeChecked(4, outcome)


def test_the_name_of_a_check_leads_nowhere_else(client: PlatformClient, service: Service) -> None:
    client.check_code(4, "../terminals/x?", "123456")
    assert service.asked[-1][0] == "/v1/holder-checks/..%2Fterminals%2Fx%3F/code"


def test_nobody_there_is_offline(tmp_path: Path) -> None:
    client = PlatformClient("http://127.0.0.1:9", requests.Session, PublicSheets(tmp_path))
    assert client.send_code(1, MOBILE, NUMBER) == CodeNotSent(1, "offline")
    assert client.check_code(2, "check-1", "123456") == CodeChecked(2, "offline")


def test_health_is_asked_over_one_connection(service: Service) -> None:
    sessions = []

    def connect() -> requests.Session:
        sessions.append(requests.Session())
        return sessions[-1]

    health = Health(service.url, connect)
    assert [health.reachable(), health.reachable()] == [True, True]
    service.answers["/v1/health"] = (503, b"{}")
    assert not health.reachable()
    assert len(sessions) == 1
    health.close()


def test_health_of_nobody() -> None:
    health = Health("http://127.0.0.1:9", requests.Session)
    health.close()
    assert not health.reachable()
    health.close()


class _Tired(socketserver.StreamRequestHandler):
    """Answers once a connection and then hangs up as soon as it is asked again."""

    def handle(self) -> None:
        self._hear()
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        self._hear()

    def _hear(self) -> None:
        while self.rfile.readline().strip():
            pass


def test_a_platform_that_hangs_up_on_a_kept_connection_is_not_gone() -> None:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Tired) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        health = Health(f"http://127.0.0.1:{server.server_address[1]}", requests.Session)
        found = [health.reachable() for _ in range(3)]
        health.close()
        server.shutdown()
        thread.join()
    assert found == [True, True, True]


LOOKUP = "/v1/lookups/CP-006"
SHEET = b'{"as_of": "2026-11-25T10:00:00+08:00", "groups": []}'


def test_a_code_can_go_to_the_phone_on_record(client: PlatformClient, service: Service) -> None:
    client.send_code(3, "", NUMBER)
    assert service.asked[-1][1] == {"id_number": NUMBER}


def test_a_sheet_is_looked_up(client: PlatformClient, service: Service) -> None:
    service.answers[LOOKUP] = (200, SHEET)
    found = client.look_up(5, "CP-006", '{"link": ""}', public=False)
    assert isinstance(found, SheetFound)
    assert (found.command, found.sheet.cached) == (5, False)
    assert service.asked[-1][:2] == (LOOKUP, {"link": ""})
    service.answers[LOOKUP] = (503, b"{}")
    assert client.look_up(6, "CP-006", "{}", public=True) == SheetNotFound(6, "offline"), "it was not public"


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (404, b"{}", "unknown"),
        (403, b"{}", "refused"),
        (400, b"{}", "refused"),
        (429, b"{}", "offline"),
        (500, b"{}", "offline"),
        (200, b"no JSON", "offline"),
        (200, b"{}", "offline"),
    ],
)
def test_why_there_is_no_sheet(
    client: PlatformClient, service: Service, status: int, body: bytes, reason: str
) -> None:
    service.answers[LOOKUP] = (status, body)
    assert client.look_up(5, "CP-006", "{}", public=True) == SheetNotFound(5, reason)


def test_what_is_published_is_kept_until_there_is_newer(client: PlatformClient, service: Service) -> None:
    service.answers[LOOKUP] = (200, SHEET)
    client.look_up(5, "CP-006", "{}", public=True)
    service.answers[LOOKUP] = (200, b"{}")
    kept = client.look_up(6, "CP-006", "{}", public=True)
    assert isinstance(kept, SheetFound)
    assert kept.sheet.cached
    service.answers[LOOKUP] = (404, b"{}")
    assert client.look_up(7, "CP-006", "{}", public=True) == SheetNotFound(7, "unknown"), "it is gone"


SLOTS = "/v1/slots"
HOLD = "/v1/slots/CP-018.site-01.1/hold"
SLOT = b"""{"slots": [{"id": "b", "at": "2026-11-27T09:30:00+08:00", "left": 1, "place": {"zh": "A", "en": "B"}},
{"id": "a", "at": "2026-11-27T09:00:00+08:00", "left": 2, "place": {"zh": "A", "en": "B"}},
{"id": "full", "at": "2026-11-27T08:00:00+08:00", "left": 0, "place": {"zh": "A", "en": "B"}}]}"""


def test_free_times_come_in_order(client: PlatformClient, service: Service) -> None:
    service.answers[SLOTS] = (200, SLOT)
    found = client.find_slots(7, "CP-018", "site-01")
    assert isinstance(found, SlotsFound)
    assert [(slot.id, slot.day, slot.time) for slot in found.slots] == [
        ("a", "2026-11-27", "09:00"),
        ("b", "2026-11-27", "09:30"),
    ]
    assert service.asked[-1][:2] == (SLOTS, {"item": "CP-018", "site": "site-01"})


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (404, b"{}", "refused"),
        (503, b"{}", "offline"),
        (200, b"{}", "offline"),
        (200, b'{"slots": 7}', "offline"),
        (200, b'{"slots": [7]}', "offline"),
        (200, b'{"slots": [{"id": 7, "at": "", "left": 1, "place": {}}]}', "offline"),
        (200, b'{"slots": [{"id": "", "at": "2026-11-27T09:00:00", "left": 1, "place": {}}]}', "offline"),
        (200, b'{"slots": [' + b",".join([SLOT[11:].split(b"},\n")[0] + b"}"] * 601) + b"]}", "offline"),
    ],
)
def test_why_there_are_no_times(
    client: PlatformClient, service: Service, status: int, body: bytes, reason: str
) -> None:
    service.answers[SLOTS] = (status, body)
    assert client.find_slots(7, "CP-018", "") == SlotsNotFound(7, reason)


@pytest.mark.parametrize(
    ("status", "body", "answer"),
    [
        (201, b'{"hold": "h"}', SlotHeld(8, "h")),
        (201, b"{}", SlotsNotFound(8, "offline")),
        (409, b"{}", SlotGone(8)),
        (404, b"{}", SlotsNotFound(8, "refused")),
        (503, b"{}", SlotsNotFound(8, "offline")),
    ],
)
def test_a_time_is_held(
    client: PlatformClient, service: Service, status: int, body: bytes, answer: object
) -> None:
    service.answers[HOLD] = (status, body)
    assert client.hold_slot(8, "CP-018", "CP-018.site-01.1") == answer
