"""Cases go only where they may, and the clerk takes them there: by hand, by the pace, by the law."""

import json
from datetime import date, timedelta
from pathlib import Path

import pyrage
import pytest

from config.catalogue.model import Limit
from fleet.cases import Case
from fleet.casework import move
from fleet.notices import due_date
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.states import FOLLOWS, STATES, may_follow
from fleet.submission import Submission
from offline_queue.transaction import new_id
from tests.fleet.conftest import START, Clock
from tests.fleet.process import Server, Terminal

BOTH_STORES = True

REPORT = "CP-001"


def opened(platform: Platform, item: str = "MZ-004", name: str = "张小三") -> Case:
    """A new case for an item."""
    recipient = pyrage.x25519.Recipient.from_str(platform.opener.recipient)
    payload = pyrage.encrypt(json.dumps({"item": item, "applicant": {"name": name}}).encode(), [recipient])
    transaction = new_id()
    taken, is_new = platform.intake.take(
        Submission(transaction, f"P-T1-{transaction}", item, "T1", f"manifest of {transaction}", payload, ())
    )
    assert is_new
    return taken


def states(platform: Platform, case: Case) -> list[str]:
    return [step.state for step in platform.cases.steps(case.number)]


def test_every_state_has_words_and_a_place() -> None:
    assert set(FOLLOWS) | {state for following in FOLLOWS.values() for state in following} == set(STATES)
    assert all(state.zh and state.en for state in STATES.values())
    assert not may_follow("S60", "S10")
    assert not may_follow("S90", "S10")


def test_the_days_numbers(platform: Platform, clock: Clock) -> None:
    first, second = opened(platform), opened(platform)
    clock.pass_(hours=14)  # midnight in China
    third = opened(platform)
    assert [case.number[:-2] for case in (first, second, third)] == [
        "440100-20261125-000001",
        "440100-20261125-000002",
        "440100-20261126-000001",
    ]


def test_an_application_goes_its_way(platform: Platform, clock: Clock) -> None:
    case = opened(platform)
    assert (case.applicant, case.accept_by, case.due) == ("张*三", "2026-12-02", None)
    for _ in range(4):
        clock.pass_(hours=1)
        (moved,) = platform.clerk.advance()
        assert moved.number == case.number
    assert states(platform, case) == ["S10", "S11", "S30", "S40", "S50"]
    platform.clerk.advance(case.number)
    assert not platform.clerk.advance()
    with pytest.raises(PlatformError) as refused:
        platform.clerk.advance(case.number)
    assert refused.value.code == "no-step"


def test_acceptance_is_a_notice_with_number_limits_and_day(platform: Platform) -> None:
    case = opened(platform)
    item = platform.services.item("MZ-004")
    assert item is not None
    assert not platform.cases.notices(case.number)
    platform.clerk.advance()
    platform.clerk.advance()
    (notice,) = platform.cases.notices(case.number)
    accepted = platform.cases.by_number(case.number)
    assert accepted is not None
    assert accepted.due
    assert accepted.accept_by is None
    assert (notice.kind, notice.number) == ("R_ACCEPT", "演示受字〔2026〕第000001号")
    for part in (case.number, "张*三", item.name_zh, "决定予以受理", "不具法律效力", "2026年11月25日"):
        assert part in notice.text_zh
    for part in (case.number, item.name_en, "the application is accepted", "no legal effect", accepted.due):
        assert part in notice.text_en


def test_a_report_is_closed_without_decision_or_notice(platform: Platform) -> None:
    case = opened(platform, REPORT)
    assert case.accept_by is None
    for _ in range(3):
        platform.clerk.advance()
    assert states(platform, case) == ["S10", "S30", "S40", "S60"]
    assert not platform.cases.notices(case.number)


def test_what_needs_staff_is_left_alone(platform: Platform) -> None:
    case = opened(platform, "XX-999")
    assert case.needs_staff == "unknown_item"
    assert not platform.clerk.advance()
    with pytest.raises(PlatformError):
        platform.clerk.advance(case.number)
    with pytest.raises(PlatformError) as refused:
        platform.clerk.advance("440100-20261125-999999-0")
    assert refused.value.status == 404


def test_the_pace(tmp_path: Path, clock: Clock) -> None:
    with Platform.open(tmp_path, "", clock.now, timedelta(seconds=30)) as platform:
        case = opened(platform)
        clock.pass_(seconds=29)
        assert not platform.clerk.look()
        clock.pass_(seconds=1)
        assert [moved.state for moved in platform.clerk.look()] == ["S11"]
        assert not platform.clerk.look()
        clock.pass_(seconds=31)
        assert [moved.state for moved in platform.clerk.look()] == ["S30"]
        assert states(platform, case) == ["S10", "S11", "S30"]


def test_silence_accepts_a_licence_by_law(platform: Platform, clock: Clock) -> None:
    (licence, *_) = (item.code for item in platform.services.catalogue().items if item.power_type == "01")
    silent, other = opened(platform, licence), opened(platform)
    clock.pass_(days=7)
    assert not platform.clerk.look(), "the fifth working day is not over"
    clock.pass_(days=1)
    (moved,) = platform.clerk.look()
    assert (moved.number, moved.state) == (silent.number, "S30")
    (notice,) = platform.cases.notices(silent.number)
    assert "逾期未告知" in notice.text_zh
    assert "by law" in notice.text_en
    assert states(platform, other) == ["S10"]


def test_a_case_moves_once(platform: Platform) -> None:
    case = opened(platform)
    with platform.database.writing() as connection:
        assert move(connection, case, "S11", START)
        assert not move(connection, case, "S30", START), "it is not where it was thought to be"
        with pytest.raises(ValueError, match="may not follow"):
            move(connection, case, "S60", START)


def test_due_dates() -> None:
    def due(value: int, unit: str) -> date | None:
        limit = Limit.model_validate({"value": value, "unit": unit, "confidence": "typical"})
        return due_date(limit, date(2026, 9, 18))

    assert due(1, "wd") == date(2026, 9, 20)
    assert due(15, "day") == date(2026, 10, 8)
    assert due(0, "now") == due(2, "h") == date(2026, 9, 18)
    assert due(100, "wd") is None


@pytest.mark.parametrize("code", ["GA-001", "SF-002", "MZ-001"])
def test_notices_of_other_units_unknown_days_and_names(platform: Platform, clock: Clock, code: str) -> None:
    clock.pass_(days=30)  # what is promised in working days ends in 2027, whose calendar is not here
    case = opened(platform, code, name="")
    platform.clerk.advance()
    platform.clerk.advance()
    (notice,) = platform.cases.notices(case.number)
    assert "申请人：" in notice.text_zh
    assert "Applicant:" in notice.text_en


def test_terminals_ask_for_a_case(server: Server, terminal: Terminal) -> None:
    transaction, content = terminal.seal({"item": "MZ-004", "applicant": {"name": "张小三"}})
    number = terminal.put(transaction, content).json()["case_number"]
    with server.admin() as admin:
        for _ in range(2):
            said = admin.post(f"{server.url}/admin/clerk", json={"number": number}).json()["cases"]
    assert [case["state"] for case in said] == ["S30"]
    case = terminal.get(f"/v1/cases/{number}").json()
    assert (case["state"], case["state_text_zh"], case["item"]) == ("S30", "已受理", "MZ-004")
    assert [step["state"] for step in case["steps"]] == ["S10", "S11", "S30"]
    assert [notice["kind"] for notice in case["notices"]] == ["R_ACCEPT"]
    assert terminal.get("/v1/cases/440100-20261125-999999-0").status_code == 404
