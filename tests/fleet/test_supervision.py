"""Supervision: terminals tell times and nothing else, the platform works out and publishes figures."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from fleet.oversight import spell, step_name
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.terminal_events import MOST_EVENTS
from kiosk.event_report import BATCH, EventReport
from kiosk.spool import SUPERVISION, Spool
from offline_queue.seal import Sealer
from offline_queue.store import Store
from offline_queue.submitter import Submitter
from provisioning.terminal import Terminal as Provisioned
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal
from tests.fleet.test_cases import opened

BOTH_STORES = True
TRANSACTION = "0190a000-0000-7000-8000-000000000001"
AT = "2026-11-25T02:00:00+00:00"


def moment(kind: str, transaction: str = TRANSACTION) -> dict[str, Any]:
    return {
        "id": f"{kind}-{transaction}",
        "kind": kind,
        "at": AT,
        "item": "MZ-004",
        "transaction": transaction,
    }


def session(
    number: int, *, seconds: float = 60.0, ended: str = "outcome", item: str = "MZ-004"
) -> dict[str, Any]:
    steps = {"guide": 10.0, "question": seconds - 10.0}
    return {"id": f"s{number}", "kind": "session", "at": AT, "item": item, "steps": steps, "ended": ended}


def test_what_is_told_twice_counts_once(platform: Platform) -> None:
    for _ in range(2):
        platform.events.note(
            "T1", [moment("sealed"), moment("sent"), session(1), {**moment("odd"), "kind": "odd"}]
        )
    assert set(platform.events.moments(TRANSACTION)) == {"sealed", "sent"}
    assert platform.events.supervised() == {TRANSACTION}
    (measured,) = platform.events.measured()
    assert (measured.item, measured.sessions, measured.seconds) == ("MZ-004", 1, 60.0)
    platform.events.note("T2", [session(1)])
    assert platform.events.measured()[0].sessions == 2, "another terminal's"


@pytest.mark.parametrize(
    "event",
    [
        "text",
        {},
        {**moment("sealed"), "at": "2026-11-25T02:00:00"},
        {**moment("sealed"), "at": "yesterday"},
        {**moment("sealed"), "transaction": "张三"},
        {**session(1), "steps": {"张三": 1.0}},
        {**session(1), "steps": {"guide": -1}},
        {**session(1), "steps": {"guide": "1"}},
        {**session(1), "steps": {f"s{'_' * n}": 1 for n in range(41)}},
        {**session(1), "ended": "Mr Zhang"},
        {**session(1), "item": "440104198808080023"},
        {**session(1), "id": "a b"},
    ],
)
def test_what_could_be_about_somebody_is_not_taken(platform: Platform, event: Any) -> None:
    with pytest.raises(PlatformError) as refused:
        platform.events.note("T1", [moment("sent"), event])
    assert refused.value.status == 400
    assert platform.events.moments(TRANSACTION) == {}, "nothing of it"


def test_medians_by_item_and_step_are_published_of_many_only(platform: Platform) -> None:
    platform.events.note("T1", [session(n, seconds=30.0 + 10 * n) for n in range(5)])
    platform.events.note("T1", [session(9, seconds=500, ended="question"), session(10, item="CP-001")])
    (measured,) = platform.oversight.document()["measured"]
    assert measured == {
        "item": "MZ-004",
        "sessions": 6,
        "finished": 5,
        "median_seconds": 50.0,
        "steps": {"guide": 10.0, "question": 45.0},
    }
    figures, times = platform.oversight.groups()
    (row,) = times["rows"]
    assert row["label"]["zh"] == "临时救助申请"
    assert row["value"]["zh"] == "50秒（5次）"
    assert figures["heading"]["en"] == "Figures of electronic supervision"


def test_rates_are_worked_out_of_the_cases(platform: Platform, clock: Clock) -> None:
    cases = [opened(platform) for _ in range(6)]
    rows = {row["label"]["en"]: row["value"]["en"] for row in platform.oversight.groups()[0]["rows"]}
    assert rows["Share under electronic supervision (every time on record)"] == "0%"
    for case in cases[:3]:
        platform.events.note("T1", [moment("sealed", case.transaction), moment("sent", case.transaction)])
    for _ in range(5):
        platform.clerk.advance()
        clock.pass_(days=1)
    rows = {row["label"]["en"]: row["value"]["en"] for row in platform.oversight.groups()[0]["rows"]}
    assert rows["Share under electronic supervision (every time on record)"] == "50%"
    assert rows["Completed on time (by the promised date)"] == "100%"
    assert rows["Share not accepted"] == "0%"


def test_times_and_steps_in_words() -> None:
    assert spell(59.6) == ("1分0秒", "1 min 0 s")
    assert spell(9) == ("9秒", "9 s")
    assert step_name("sign") == ("签名", "Signature")
    assert step_name("hologram") == ("hologram", "hologram")


def test_over_the_contract(server: Server, terminal: Terminal) -> None:
    path = f"/v1/terminals/{terminal.number}/events"
    assert terminal.post(path, {"events": [moment("sealed"), session(1)]}).status_code == 204
    assert terminal.post(path, {"events": "all"}).status_code == 400
    assert terminal.post(path, {"events": [{}] * (MOST_EVENTS + 1)}).status_code == 400
    assert terminal.post("/v1/terminals/other/events", {"events": []}).status_code == 403
    with server.admin() as anybody:
        anybody.auth = None
        assert anybody.get(f"{server.url}/v1/supervision").status_code == 200
    with server.admin() as operator:
        assert "临时救助申请" in operator.get(f"{server.url}/").text


@pytest.fixture
def home(terminal: Terminal, tmp_path: Path) -> Path:
    """The home of a laboratory terminal that the platform trusts."""
    home = tmp_path / "home"
    terminal.identity.save(home / "identity")
    return home


def test_every_submission_of_a_terminal_is_supervised_at_the_real_platform(
    server: Server, home: Path
) -> None:
    terminal = Provisioned.load(home)
    sealer = Sealer(terminal.identity.terminal_id, terminal.identity.key, terminal.recipients)
    with (
        Store(home / "queue", sealer, lambda: datetime.now(UTC)) as store,
        terminal.identity.session() as wire,
    ):
        kept = [store.put("MZ-004", json.dumps({"item": "MZ-004"}).encode()).id for _ in range(3)]
        Spool(home / SUPERVISION).put(
            {"kind": "guide_shown", "at": AT, "item": "MZ-004", "transaction": kept[0]},
            {"kind": "captured", "at": AT, "item": "MZ-004", "transaction": kept[0]},
        )
        report = EventReport(store, home)
        assert report.report(terminal, wire) == 5, "two spooled, three sealed"
        Submitter(store, wire, terminal.platform_url).submit_once()
        assert EventReport(store, home).report(terminal, wire) == 3, (
            "another agent goes on where this one was"
        )
        assert report.report(terminal, wire) == 0
        (home / SUPERVISION / "journal-position").write_bytes(b"{")
        assert report.report(terminal, wire) == 6, "told again when the mark is lost"
    with Platform.open(server.home) as platform:
        assert set(kept) <= platform.events.supervised()
        assert list(platform.events.moments(kept[0])) == ["guide_shown", "captured", "sealed", "sent"]
    assert list((home / SUPERVISION).glob("[0-9]*.json")) == []


def test_a_platform_that_is_away_loses_nothing_and_one_that_refuses_is_not_asked_for_ever(
    server: Server, home: Path
) -> None:
    terminal = Provisioned.load(home)
    spool = Spool(home / SUPERVISION)
    with Store(home / "queue", None, lambda: datetime.now(UTC)) as store:
        report = EventReport(store, home)
        spool.put(session(1) | {"id": "x"})
        with requests.Session() as unsigned:
            unsigned.verify = str(server.ca)
            assert report.report(terminal, unsigned) == 0, "401 is no refusal"
        assert len(spool.waiting(BATCH)) == 1
        spool.put({"kind": "session", "at": "yesterday"})
        with terminal.identity.session() as wire:
            assert report.report(terminal, wire) == 2
        assert spool.waiting(BATCH) == []
