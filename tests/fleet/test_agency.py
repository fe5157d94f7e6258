"""Acting for residents: who is registered, what a document entrusts, and that revoking takes effect at once."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pyrage
import pytest

from fleet.agency.entrusted import Entrusted, entrusted
from fleet.agency.roster import MOST_A_DAY
from fleet.clock import CHINA, system_now
from fleet.lookups import Question
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.submission import Submission
from kiosk.commands import Command
from kiosk.commands.agency import AskStanding, RevokeMandate
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.lookups import LookUp
from kiosk.commands.sending import Record
from kiosk.events import Event
from kiosk.journeys import start
from kiosk.journeys.whom import Whom
from kiosk.platform.client import PlatformClient
from kiosk.platform.sheets import PublicSheets
from kiosk.runtime.executor import answer
from offline_queue.transaction import new_id
from screens.views.inputs import Edited
from tests.fleet.conftest import Clock
from tests.fleet.process import Server, Terminal, files_below
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, SETTINGS, willing
from tests.kiosk.journeys.terminal import Terminal as Screen

RESIDENT, OTHER = "440102194501010017", "440112201906010015"
AGENT, SUSPENDED = "44010519620312123X", "360426199101010071"
CHECKS: WeakKeyDictionary[Platform, dict[str, str]] = WeakKeyDictionary()
MANDATE = {
    "agency_entrust": {
        "entrust_item": "MZ-004",
        "entrust_agent": "agent-01",
        "entrust_scope": ["fill", "submit"],
        "entrust_until": "2026-12-25",
    }
}


def document(**changes: Any) -> dict[str, Any]:
    """What a terminal hands in when a resident entrusts an agent who is there."""
    return {
        "item": "CP-013",
        "applicant": {"name": "张小三", "id_number": RESIDENT},
        "form": MANDATE,
        "agent": {"kind": "agency", "roster": "agent-01", "id_number": AGENT},
        **changes,
    }


def given(platform: Platform, **changes: Any) -> str:
    """Let a resident give a mandate; return the case's number."""
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    payload = pyrage.encrypt(json.dumps(document(**changes)).encode(), [recipient])
    transaction = new_id()
    submission = Submission(transaction, f"P-{transaction}", "CP-013", "T1", transaction, payload, ())
    return platform.intake.take(submission)[0].number


def checked(platform: Platform, id_number: str = RESIDENT) -> str:
    """A holder check whose code was right, the same as long as the test lasts."""
    known = CHECKS.setdefault(platform, {})
    if id_number not in known:
        known[id_number] = _checked(platform, id_number)
    return known[id_number]


def _checked(platform: Platform, id_number: str) -> str:
    check, _ = platform.holder_checks.send("T1", None, id_number)
    platform.holder_checks.check("T1", check, platform.messages.recent()[-1].code)
    return check


def sheet(platform: Platform, link: str = "", id_number: str = RESIDENT) -> dict[str, Any]:
    return platform.lookups.answer(
        "T1", "CP-014", Question({}, id_number, checked(platform, id_number), link)
    )


def test_the_roster_knows_who_may_act(terminal: Terminal) -> None:
    def standing(number: str) -> Any:
        return terminal.post("/v1/agents/standing", {"id_number": number}).json()

    assert standing(AGENT)["state"] == "active"
    assert standing(AGENT)["body"]["zh"].startswith("洪桥社区")
    assert standing(SUSPENDED)["state"] == "suspended"
    assert standing(RESIDENT) == {"state": "unknown", "agent": "", "body": {"zh": "", "en": ""}, "left": 0}
    assert terminal.post("/v1/agents/standing", {"id_number": "张"}).status_code == 422


def test_a_day_has_its_most_mandates_and_the_next_begins_anew(platform: Platform, clock: Clock) -> None:
    for _ in range(MOST_A_DAY):
        given(platform)
    assert platform.roster.standing(AGENT)["state"] == "too_many"
    clock.pass_(hours=24)
    assert platform.roster.standing(AGENT) | {"body": ""} == {
        "state": "active",
        "agent": "agent-01",
        "body": "",
        "left": MOST_A_DAY,
    }


def test_who_gave_a_mandate_sees_it_and_revokes_it_for_good(platform: Platform) -> None:
    number = given(platform)
    (group,) = sheet(platform)["groups"]
    assert group["rows"][0]["link"] == number
    one = sheet(platform, number)
    assert one["revoke"] == number
    assert {"zh": "代填表单、代为提交", "en": "Fill in the form for me, Submit for me"} in [
        row["value"] for row in one["groups"][0]["rows"]
    ]
    for _ in range(2):
        after = platform.lookups.revoked("T1", number, RESIDENT, checked(platform))
        assert after["revoke"] == ""
        assert "已于2026-11-25撤销" in str(after["groups"])
    assert sheet(platform, number)["revoke"] == ""


def test_a_mandate_ends_by_itself(platform: Platform, clock: Clock) -> None:
    number = given(platform)
    clock.pass_(days=31)
    assert "已到期" in str(sheet(platform)["groups"])
    assert sheet(platform, number)["revoke"] == ""


def test_nobody_else_sees_or_revokes_it(platform: Platform) -> None:
    number = given(platform)
    assert sheet(platform, id_number=OTHER)["groups"][0]["rows"] == []
    for asks, check in (
        (OTHER, checked(platform, OTHER)),
        (RESIDENT, checked(platform, OTHER)),
        (RESIDENT, ""),
    ):
        with pytest.raises(PlatformError):
            platform.lookups.revoked("T1", number, asks, check)
    assert sheet(platform, number)["revoke"] == number


@pytest.mark.parametrize("person", [SUSPENDED, RESIDENT])
def test_whoever_is_not_on_the_roster_gets_no_mandate_but_staff(platform: Platform, person: str) -> None:
    number = given(platform, agent={"kind": "agency", "roster": "agent-01", "id_number": person})
    case = platform.cases.by_number(number)
    assert case
    assert case.needs_staff == "agent_not_registered"
    assert sheet(platform)["groups"][0]["rows"] == []


def test_an_application_that_an_agent_brought_is_a_mandate_too(platform: Platform) -> None:
    form = {"agent": {"poa_scope": ["submit"], "poa_until": "2026-12-01"}}
    given(platform, item="MZ-004", form=form)
    given(platform, item="MZ-004", form=form, agent={"kind": "family", "roster": "", "id_number": OTHER})
    rows = sheet(platform)["groups"][0]["rows"]
    assert [row["label"]["zh"] for row in rows] == ["临时救助申请"] * 2
    values = str(sheet(platform, rows[0]["link"]))
    assert "家人" in values


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"form": [], "agent": 3},
        {"form": {"agency_entrust": {**MANDATE["agency_entrust"], "entrust_until": "soon"}}},
        {"form": {"agency_entrust": {**MANDATE["agency_entrust"], "entrust_scope": []}}},
        {"form": {"agent": {"poa_scope": ["submit"], "poa_until": "2026-12-01"}}, "item": "MZ-004"},
    ],
)
def test_half_a_mandate_is_none(said: dict[str, Any]) -> None:
    assert entrusted(said) is None


def test_a_mandate_may_name_a_body_only() -> None:
    assert entrusted({"form": MANDATE}) == Entrusted(
        "MZ-004", "agent-01", ("fill", "submit"), "2026-12-25", ""
    )


def test_over_the_wire_and_nothing_personal_stays(terminal: Terminal, server: Server) -> None:
    answer = terminal.put(*terminal.seal(document()))
    number = answer.json()["case_number"]
    body = {"id_number": RESIDENT, "holder_check": "none"}
    assert terminal.post(f"/v1/mandates/{number}/revocation", body).status_code == 403
    check = terminal.post("/v1/holder-checks", {"id_number": RESIDENT}).json()["id"]
    with server.admin() as operator:
        sent = operator.get(f"{server.url}/admin/messages").json()["messages"]
    code = next(one["code"] for one in sent if one["holder_check"] == check)
    assert terminal.post(f"/v1/holder-checks/{check}/code", {"code": code}).json()["outcome"] == "verified"
    sure = {"id_number": RESIDENT, "holder_check": check}
    assert terminal.post("/v1/mandates/none/revocation", sure).status_code == 404
    assert terminal.post(f"/v1/mandates/{number}/revocation", sure).json()["revoke"] == ""
    for path in files_below(server.home):
        content = path.read_bytes()
        assert RESIDENT.encode() not in content, path.name
        assert AGENT.encode() not in content, path.name


def screen(terminal: Terminal, tmp_path: Path) -> Screen:
    """A terminal's journey, everything of which the real platform answers."""
    client = PlatformClient(terminal.server.url, terminal.identity.session, PublicSheets(tmp_path / "sheets"))

    def answer_(command: Command) -> Event | None:
        match command:
            case SendCode() | CheckCode() | LookUp() | AskStanding() | RevokeMandate():
                return answer(client, command)
            case Record(type=kind, payload=payload):
                put = terminal.put(*terminal.seal(json.loads(payload), kind=kind))
                assert put.status_code == 201
                return willing(command)
            case _:
                return willing(command)

    return Screen(start(SETTINGS, CATALOGUE, today(), "GZ044"), answer_)


def today() -> date:
    return system_now().astimezone(CHINA).date()


def test_an_agent_and_a_resident_at_the_real_platform(
    server: Server, terminal: Terminal, tmp_path: Path
) -> None:
    there = screen(terminal, tmp_path)
    person = replace(CARD, name="王五岳", id_number="440102194501010011")
    mandating = Resident(there.open("CP-013"), person, whom=Whom.AGENCY)
    mandating.walk("question.entrust_until")
    there.post(Edited((today() + timedelta(days=30)).isoformat())).touch("next")
    mandating.walk()
    again = screen(terminal, tmp_path).open("CP-014")
    resident = Resident(again, person)
    resident.walk("code.offer")
    again.touch("next")
    with server.admin() as operator:
        sent = operator.get(f"{server.url}/admin/messages").json()["messages"]
    again.post(Edited(sent[-1]["code"])).touch("next")
    assert again.page == "lookup.found"
    again.touch("more:0", "revoke", "revoke")
    rows = [row.value for group in again.view.groups for row in group.rows]  # type: ignore[union-attr]  # a Listing
    assert "洪桥社区代办点（示范）" in rows
    assert rows[-1].startswith("✖ 已于")
    again.touch("print", "done")


def test_a_suspended_agent_is_refused_at_the_real_platform(terminal: Terminal, tmp_path: Path) -> None:
    there = screen(terminal, tmp_path).open("MZ-004")
    suspended = replace(CARD, id_number=SUSPENDED)
    Resident(there, agent=suspended, whom=Whom.AGENCY).walk("for_whom")
    assert there.touch("for.agency").page == "agency.refused"
