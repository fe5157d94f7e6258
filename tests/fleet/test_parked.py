"""What was refused and stays parked on a terminal: seen by the operator, with whose task it is, and sent again when they say so."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fleet.parking import care
from fleet.platform import Platform
from fleet.problems import PlatformError, malformed
from kiosk.heartbeat import Heartbeat
from offline_queue.records import State
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from provisioning import lab
from provisioning.terminal import Terminal as OurTerminal
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal
from tests.fleet.test_console import words

BOTH_STORES = True
ID = "0193d2a0-0000-7000-8000-000000000001"


@pytest.fixture
def refused(platform: Platform) -> Platform:
    platform.refusals.note("T1", ID, malformed("", ""))
    return platform


def test_it_is_asked_for_again_until_it_comes_or_a_week_has_passed(refused: Platform, clock: Clock) -> None:
    refusals = refused.refusals
    assert refusals.wanted("T1") == []
    assert not refusals.ask_again("T2", ID)
    assert refusals.ask_again("T1", ID)
    assert refusals.wanted("T1") == [ID]
    assert refusals.wanted("T2") == []
    refusals.note("T1", ID, PlatformError(422, "not-as-named", "", ""))
    assert [(one.status, one.retry_at) for one in refusals.parked()] == [(422, None)]
    assert refusals.wanted("T1") == []
    assert refusals.ask_again("T1", ID)
    clock.pass_(days=7)
    assert refusals.wanted("T1") == []


def test_every_refusal_has_an_owner_and_a_remedy_in_both_languages() -> None:
    for status in range(400, 500):
        for text in (care(status).owner, care(status).remedy):
            assert len(text) == 2
            assert all(text)


def test_what_arrived_later_is_not_parked(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal({"item": "MZ-004"})
    terminal.put(transaction, b"{}")
    assert transaction in _parked(server)
    assert terminal.put(transaction, content).status_code == 201
    assert transaction not in _parked(server)
    _, other = terminal.seal({"item": "MZ-001"}, transaction=transaction)
    assert terminal.put(transaction, other).status_code == 409
    assert transaction in _parked(server)


def test_the_operator_sees_why_whose_since_when_and_what_to_do(server: Server, terminal: Terminal) -> None:
    transaction, _ = terminal.seal({"item": "MZ-004"})
    terminal.put(transaction, b"{}")
    with server.admin() as admin:
        page = admin.get(f"{server.url}/").text
        shown = words(page)
        for part in (
            transaction,
            "请求无法识别",
            "软件维护",
            "Software maintainer",
            "0 分钟 min",
            "重试 Retry",
        ):
            assert part in shown
        (action,) = (one for one in re.findall("action='([^']+)'", page) if transaction in one)
        assert admin.post(f"{server.url}{action}", allow_redirects=False).status_code == 303
        assert "已要求重试" in words(admin.get(f"{server.url}/").text)
        assert admin.post(f"{server.url}/admin/parked/{terminal.number}/other/retry").status_code == 404
        strange = admin.post(f"{server.url}{action}", headers={"Origin": "https://elsewhere.example"})
        assert strange.status_code == 403, "another page must not use the operator's password"
        assert admin.post(f"{server.url}{action}", headers={"Origin": server.url}).status_code == 200


def test_a_terminal_sends_again_what_the_operator_asks_for(
    server: Server, terminal: Terminal, tmp_path: Path
) -> None:
    """Signed by a key that the platform does not know, until the operator puts that right."""
    lab.make(tmp_path / "identity", server.url, (server.ready["recipient"],), terminal.number)
    ours = OurTerminal.load(tmp_path)
    sealer = Sealer(terminal.number, ours.identity.key, ours.recipients)
    with Store(tmp_path / "queue", sealer, lambda: datetime.now(UTC)) as store:
        kept = store.put("MZ-004", b"{}")
        assert Submitter(store, terminal.session, server.url).submit_once().parked == 1
        with Platform.open(server.home) as platform:
            platform.terminals.trust(terminal.number, ours.identity.public_pem.encode())
        with server.admin() as admin:
            path = f"/admin/parked/{terminal.number}/{kept.id}/retry"
            assert admin.post(f"{server.url}{path}", allow_redirects=False).status_code == 303
        other = replace(terminal, key=ours.identity.key)
        with other.session as session:
            assert Heartbeat(store).beat(ours, session)
            assert [entry.state for entry in store.list()] == [State.WAITING]
            assert Submitter(store, session, server.url).submit_once().acknowledged == 1
            assert Heartbeat(store).beat(ours, session), "and nothing is asked for any more"
    assert kept.id not in _parked(server)


def _parked(server: Server) -> set[str]:
    with server.admin() as admin:
        return {one["transaction"] for one in admin.get(f"{server.url}/admin/parked").json()["parked"]}
