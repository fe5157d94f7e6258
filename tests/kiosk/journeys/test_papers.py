"""Materials: what must be photographed, what may stand in for it, the camera and its troubles."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.commands.pictures import CloseCamera, OpenCamera, TakePicture
from kiosk.commands.sending import Record
from kiosk.events.pictures import PictureFailed, PictureTaken
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys import deadline
from screens.views.inputs import Touched
from screens.views.listing import Listing, RowState
from screens.views.pictures import Capture, CheckPicture
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, JPEG, Terminal, willing

BROKEN = DeviceChanged(DeviceClass.CAMERA, working=False, code="CAMERA_SILENT")
WORKS = DeviceChanged(DeviceClass.CAMERA, working=True)


def _at_papers(code: str) -> Terminal:
    terminal = Terminal().open(code).touch("start")
    Resident(terminal).walk("materials")
    return terminal


def _rows(terminal: Terminal) -> dict[str, tuple[RowState | None, str]]:
    page = terminal.view
    assert isinstance(page, Listing)
    return {row.label: (row.state, row.hint) for group in page.groups for row in group.rows}


def _given(terminal: Terminal, key: str) -> dict[str, Any]:
    Resident(terminal).walk()
    (record,) = terminal.commanded(Record)
    found: dict[str, Any] = next(one for one in json.loads(record.payload)["materials"] if one["key"] == key)
    return found


def _capture(terminal: Terminal) -> Capture:
    page = terminal.view
    assert isinstance(page, Capture)
    return page


def test_the_checklist_says_what_is_done_what_is_missing_and_what_need_not_be() -> None:
    terminal = _at_papers("MZ-001")
    assert _rows(terminal) == {
        "居民身份证": (RowState.DONE, "已读卡"),
        "居民户口簿": (RowState.OPTIONAL, "部门可以核验，不拍也行"),
        "家庭经济状况核对授权书": (RowState.DONE, "最后在本机签名"),
        "家庭成员收入证明": (RowState.TODO, ""),
        "住房情况证明/不动产查询结果": (RowState.OPTIONAL, "部门可以核验，不拍也行"),
        "疾病诊断证明和费用单据": (RowState.OPTIONAL, ""),
        "社会保障卡或银行卡账户": (RowState.TODO, ""),
    }
    page = terminal.view
    assert page.lead == "还差 2 份材料。"
    assert page.primary
    assert page.primary.reason == "请先拍“家庭成员收入证明”。"
    assert terminal.post(Touched("next")).page == "materials"


def test_a_picture_is_taken_looked_at_and_kept() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book")
    assert _capture(terminal).title == "拍社会保障卡或银行卡账户"
    assert _capture(terminal).sheet == pytest.approx(1.586)
    page = terminal.touch("take").view
    assert isinstance(page, CheckPicture)
    assert page.picture == JPEG
    terminal.touch("keep")
    assert _rows(terminal)["社会保障卡或银行卡账户"] == (RowState.DONE, "已拍 1 页")
    assert terminal.view.lead == "必交的材料齐了。"
    assert _given(terminal, "bank_book") == {
        "key": "bank_book",
        "required": True,
        "given": "photographed",
        "attachments": ["bank_book-1.jpg"],
    }


def test_a_picture_of_a_place_is_not_asked_for_its_words() -> None:
    terminal = Terminal().open("CP-001").touch("start")
    Resident(terminal).walk("check_picture")
    page = terminal.view
    assert (page.title, page.secondary and page.secondary.label) == ("照片拍清楚了吗？", "再拍一张")
    paper = _at_papers("MZ-001").touch("take.income_proof", "take").view
    assert (paper.title, paper.secondary and paper.secondary.label) == ("字都看得清吗？", "还有一页，接着拍")


def test_several_pages_and_a_retake() -> None:
    terminal = _at_papers("MZ-001").touch(
        "take.income_proof", "take", "again", "take", "more", "take", "again"
    )
    assert _capture(terminal).lead.endswith("现在拍第 2 页。")
    terminal.touch("take", "keep")
    assert _rows(terminal)["家庭成员收入证明"] == (RowState.DONE, "已拍 2 页")


def test_pages_end_without_another_picture() -> None:
    terminal = _at_papers("MZ-001").touch("take.income_proof", "take", "more", "done")
    assert _rows(terminal)["家庭成员收入证明"] == (RowState.DONE, "已拍 1 页")


def test_pictures_taken_before_stay_until_new_ones_are_kept() -> None:
    terminal = _at_papers("MZ-004").touch(
        "take.bank_book", "take", "keep", "take.bank_book", "take", "again", "back"
    )
    assert _rows(terminal)["社会保障卡或银行卡账户"] == (RowState.DONE, "已拍 1 页")


def test_no_more_pages_than_the_paper_has() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book", "take", "more", "take")
    assert terminal.view.secondary is None
    assert terminal.post(Touched("more")).page == "check_picture"


def test_quality_warnings_are_said_and_may_be_overridden() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book")
    terminal.answer = lambda command: (
        PictureTaken(command.id, JPEG, ("blurred", "dark", "glare"))
        if isinstance(command, TakePicture)
        else willing(command)
    )
    page = terminal.touch("take").view
    assert isinstance(page, CheckPicture)
    assert page.warnings == (
        "照片有些模糊，最好重拍。",
        "照片太暗，最好重拍。",
        "照片反光，最好换个角度重拍。",
    )
    assert terminal.touch("keep").page == "materials"


def test_a_picture_that_fails_says_what_to_do() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book")
    terminal.answer = lambda command: (
        PictureFailed(command.id, "CAMERA_SILENT") if isinstance(command, TakePicture) else willing(command)
    )
    assert _capture(terminal.touch("take")).error == "没有拍成。请再拍一次；还不行，请叫工作人员。"
    terminal.answer = willing
    assert terminal.touch("take").page == "check_picture"


def test_while_a_picture_is_taken_no_second_one_is_asked_for() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book")
    terminal.answer = lambda _: None
    terminal.touch("take")
    page = _capture(terminal)
    assert page.primary
    assert not page.primary.enabled
    terminal.post(Touched("take"))
    (command,) = terminal.commanded(TakePicture)
    terminal.post(PictureTaken(command.id + 1, JPEG), PictureFailed(command.id + 1, "X"))
    assert terminal.page == "capture"
    assert terminal.post(PictureTaken(command.id, JPEG)).page == "check_picture"


def test_a_picture_that_comes_after_the_page_was_left_is_dropped() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book")
    terminal.answer = lambda _: None
    terminal.touch("take", "back")
    (command,) = terminal.commanded(TakePicture)
    assert terminal.post(PictureTaken(command.id, JPEG)).page == "materials"
    terminal.touch("take.bank_book").post(PictureTaken(command.id, JPEG))
    assert terminal.page == "capture"


def test_the_camera_is_open_only_on_its_pages() -> None:
    terminal = _at_papers("MZ-004")
    assert not terminal.commanded(OpenCamera)
    terminal.touch("take.bank_book")
    assert len(terminal.commanded(OpenCamera)) == 1
    terminal.touch("take")
    assert not terminal.commanded(CloseCamera)
    terminal.touch("keep")
    assert len(terminal.commanded(CloseCamera)) == 1


def test_the_camera_closes_while_nobody_seems_to_be_there() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book").wait()
    assert len(terminal.commanded(CloseCamera)) == 1
    terminal.touch("go_on")
    assert terminal.page == "capture"
    assert len(terminal.commanded(OpenCamera)) == 2
    assert deadline(terminal.state) is not None


@pytest.mark.parametrize(
    ("code", "key", "instead", "hint", "given"),
    [
        ("MZ-004", "bank_book", "declared", "用承诺代替", "declared"),
        ("MZ-004", "medical_proof", "none", "不交", "none"),
        ("MZ-001", "hukou_book", "shared", "由部门核验，不用交", "shared"),
    ],
)
def test_what_may_stand_in(code: str, key: str, instead: str, hint: str, given: str) -> None:
    terminal = _at_papers(code).touch(f"take.{key}")
    assert instead in [option.id for option in _capture(terminal).options]
    terminal.touch(instead)
    assert (RowState.WAIVED, hint) in _rows(terminal).values()
    assert _given(terminal, key)["given"] == given


def test_what_stands_in_replaces_pictures_and_pictures_replace_it() -> None:
    terminal = _at_papers("MZ-004").touch("take.bank_book", "take", "keep", "take.bank_book", "declared")
    assert not terminal.state.session.pictures
    terminal.touch("take.bank_book", "take", "keep")
    assert not terminal.state.session.instead


def test_what_only_a_picture_will_do_for_cannot_be_left_out() -> None:
    terminal = _at_papers("CL-009").touch("take.wheelchair_proof")
    assert not _capture(terminal).options
    assert terminal.post(Touched("later"), Touched("none")).page == "capture"


def test_a_camera_that_fails_half_way_lets_it_be_brought_later_and_says_so() -> None:
    terminal = _at_papers("CL-009").touch("take.wheelchair_proof").post(BROKEN)
    page = _capture(terminal)
    assert page.page == "capture.broken"
    assert [option.label for option in page.options] == ["以后交到窗口"]
    terminal.touch("later").post(WORKS)
    assert (RowState.WAIVED, "以后交到窗口") in _rows(terminal).values()
    outcome = Resident(terminal).walk()
    assert "请把这些材料交到窗口：机动轮椅车购车发票或行驶证明。" in getattr(outcome, "next_steps", ())


def test_what_a_paper_is_not_asked_for_changes_nothing() -> None:
    terminal = _at_papers("MZ-004")
    assert terminal.post(Touched("take.id_card"), Touched("take.nothing")).page == "materials"
    assert terminal.post(WORKS).page == "materials"
    assert terminal.touch("back").page.startswith("question.")


def test_a_minor_shows_that_the_guardian_is_one() -> None:
    terminal = Terminal().open("MZ-004").touch("start")
    minor = replace(CARD, id_number="440112201906010015", birth_date=date(2019, 6, 1))
    Resident(terminal, card=minor).walk("materials")
    assert "监护关系证明" in _rows(terminal)


def test_the_camera_shows_a_portrait_upright_and_objects_without_a_frame() -> None:
    terminal = _at_papers("MZ-006").touch("take.photo")
    assert _capture(terminal).sheet == pytest.approx(0.75)
    assert _capture(terminal).lead == "照片平放在镜头下，对齐边角。"
    terminal = Terminal().open("CP-001").touch("start")
    Resident(terminal).walk("capture")
    assert _capture(terminal).sheet == 0
