"""The last look and the signature."""

import json
from typing import Any

import pytest

from kiosk.commands.lookups import LookUp
from kiosk.commands.sending import Record
from kiosk.events.lookups import SheetFound
from kiosk.events.world import NetworkChanged
from kiosk.journeys.exploring.specimens import SHEET
from kiosk.journeys.review import is_signature
from screens.views.inputs import Drawn, Stroke, Touched
from screens.views.listing import Listing
from screens.views.outcome import Outcome
from screens.views.pictures import Sign
from tests.kiosk.journeys.resident import STROKES, Resident
from tests.kiosk.journeys.terminal import Terminal, willing


def _at_review(code: str = "MZ-004") -> Terminal:
    terminal = Terminal().open(code).touch("start")
    Resident(terminal).walk("review")
    return terminal


def _sign(terminal: Terminal) -> Sign:
    page = terminal.view
    assert isinstance(page, Sign)
    return page


def test_everything_is_there_once_more_with_a_way_to_change_it() -> None:
    terminal = _at_review()
    page = terminal.view
    assert isinstance(page, Listing)
    headings = [group.heading for group in page.groups]
    assert headings[:2] == ["申请人信息", "联系方式"]
    assert headings[-1] == "材料清单"
    values = [row.value for row in page.groups[-1].rows]
    assert values == ["已读卡", "最后在本机签名", "不交", "已拍 1 页"]
    assert page.primary
    assert page.primary.label == "没错，去签名"
    assert "街道公共服务办（民政）" in page.lead


def test_papers_are_changed_and_lead_straight_back() -> None:
    terminal = _at_review().touch("change.materials")
    assert terminal.page == "materials"
    assert terminal.touch("take.bank_book", "declared", "next").page == "review"


def test_back_leads_to_the_papers() -> None:
    assert _at_review().touch("back").page == "materials"


def test_a_report_is_sent_without_a_signature() -> None:
    terminal = _at_review("CP-001")
    page = terminal.view
    assert isinstance(page, Listing)
    assert page.primary
    assert page.primary.label == "没错，提交"
    assert [group.heading for group in page.groups] == ["记录", "反映问题"], (
        "what others reported stands first"
    )
    assert terminal.touch("next").page == "outcome.done"


def test_what_cannot_be_changed_changes_nothing() -> None:
    terminal = _at_review()
    assert terminal.post(Touched("change:nothing.here"), Touched("change:x")).page == "review"
    assert terminal.post(NetworkChanged(True)).page == "review"


def test_what_is_signed_is_said_above_the_pad() -> None:
    page = _sign(_at_review().touch("next"))
    assert page.summary == (
        "办理：临时救助申请",
        "签名用于：证明事项告知承诺、声明与签名、家庭经济状况核对授权书",
    )
    assert page.primary
    assert page.primary.label == "签好了，提交"


def test_a_signature_is_drawn_cleared_and_drawn_again() -> None:
    terminal = _at_review().touch("next")
    clear = _sign(terminal).clear
    assert clear
    assert not clear.enabled
    assert _sign(terminal.post(Drawn(STROKES))).strokes == STROKES
    assert _sign(terminal.touch("clear")).strokes == ()


@pytest.mark.parametrize("strokes", [(), (((0.5, 0.5),),), (((0.5, 0.5), (0.55, 0.5)),)])
def test_too_little_is_no_signature(strokes: tuple[Stroke, ...]) -> None:
    terminal = _at_review().touch("next").post(Drawn(strokes)).touch("next")
    assert _sign(terminal).error == "请在框内写上完整的名字。"
    assert not is_signature(strokes)
    terminal.post(Drawn(STROKES))
    assert _sign(terminal).error == ""
    assert terminal.touch("next").page == "outcome.done"


def test_who_cannot_draw_signs_at_the_window_and_is_told_so() -> None:
    terminal = _at_review().touch("next", "window")
    assert terminal.page == "outcome.done"
    (record,) = terminal.commanded(Record)
    (signature,) = json.loads(record.payload)["signatures"]
    assert (signature["attachment"], signature["given"]) == ("", "window")
    assert not [one for one in record.attachments if one.strokes or one.name == "signature.png"]
    page = terminal.view
    assert isinstance(page, Outcome)
    assert any("到窗口" in step and "签名" in step for step in page.next_steps)


def test_back_from_the_pad_takes_the_signature_away() -> None:
    terminal = _at_review().touch("next").post(Drawn(STROKES)).touch("back", "next")
    assert _sign(terminal).strokes == ()
    assert terminal.post(NetworkChanged(True)).page == "sign"


def test_every_adult_of_the_household_signs_for_themselves() -> None:
    terminal = Terminal().open("MZ-001").touch("start")
    resident = Resident(terminal)
    resident.walk("question.auth_members")
    terminal.touch("add")
    resident.walk("sign")
    assert _sign(terminal).title == "请签名"
    primary = _sign(terminal).primary
    assert primary
    assert primary.label == "签好了"
    terminal.post(Drawn(STROKES)).touch("next")
    assert _sign(terminal).title == "请李四签名"
    assert _sign(terminal).summary[1] == "签名用于：家庭经济状况核对授权"
    terminal.post(Drawn(STROKES)).touch("next")
    (record,) = terminal.commanded(Record)
    signed: list[dict[str, Any]] = json.loads(record.payload)["signatures"]
    assert [one["attachment"] for one in signed] == ["signature.png", "signature-2.png"]
    assert signed[0]["materials"] == ["means_auth"]
    assert signed[1] == {
        "attachment": "signature-2.png",
        "given": "drawn",
        "fields": ["check_authorisation.auth_members.0.am_sign"],
        "materials": [],
    }


def test_without_a_network_what_cannot_wait_is_not_handed_in() -> None:
    terminal = _at_review("JY-001").post(NetworkChanged(False))
    page = terminal.view
    assert page.primary
    assert not page.primary.enabled
    assert page.primary.reason.startswith("网络中断，现在不能提交。")
    assert terminal.post(Touched("next")).page == "review"
    terminal.post(NetworkChanged(True)).touch("next").post(
        Drawn(STROKES), NetworkChanged(False), Touched("next")
    )
    assert terminal.page == "sign"
    assert not terminal.commanded(Record)
    assert terminal.post(NetworkChanged(True)).touch("next").page == "outcome.done"


def _similar(terminal: Terminal) -> list[LookUp]:
    return terminal.commanded(LookUp)


def test_others_who_reported_the_same_are_told_before_sending() -> None:
    terminal = Terminal().open("CP-001")
    Resident(terminal).walk("review")
    (asked,) = _similar(terminal)
    document = json.loads(asked.document)
    assert set(document["form"]) == {"problem"}
    assert set(document["form"]["problem"]) == {"category", "where"}, "neither words nor photographs"
    page = terminal.view
    assert isinstance(page, Listing)
    assert page.groups[0].heading == "记录"
    assert page.primary
    assert page.primary.enabled


def test_nobody_waits_for_what_others_reported_and_elsewhere_nobody_asks() -> None:
    silent = Terminal(answer=lambda one: None if isinstance(one, LookUp) else willing(one)).open("CP-001")
    Resident(silent).walk()
    assert silent.page == "outcome.done"
    late = Terminal(answer=lambda one: None if isinstance(one, LookUp) else willing(one)).open("CP-001")
    Resident(late).walk("review")
    late.post(SheetFound(_similar(late)[0].id + 1, SHEET))
    assert "记录" not in str(late.view)
    offline = Terminal().open("CP-001", online=False)
    Resident(offline).walk("review")
    assert not _similar(offline)
    other = Terminal().open("CP-002")
    Resident(other).walk("review")
    assert not _similar(other)
