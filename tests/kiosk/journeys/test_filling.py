"""One question a page: forward and back without losing a keystroke, changes from the review page, photos."""

import json

from kiosk.commands.pictures import CloseCamera, OpenCamera
from kiosk.commands.sending import Record
from kiosk.events.cards import CardPresented
from kiosk.events.world import DeviceChanged, DeviceClass
from screens.views.choices import Choice
from screens.views.entry import Entry
from screens.views.inputs import Edited, Touched
from screens.views.listing import Listing
from screens.views.pictures import Capture
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, JPEG, Terminal


def _report() -> Terminal:
    return Terminal().open("CP-001").touch("start")


def _first_option(terminal: Terminal) -> Terminal:
    page = terminal.view
    assert isinstance(page, Choice)
    return terminal.touch(page.options[0].id)


def test_no_keystroke_is_lost_when_the_language_changes() -> None:
    terminal = Terminal().open("CP-002").touch("start").post(Edited("街道办"))
    page = terminal.touch("language").view
    assert isinstance(page, Entry)
    assert page.value == "街道办"
    assert page.language == "en"


def test_going_back_shows_what_was_answered() -> None:
    terminal = Terminal().open("CP-002").touch("start").post(Edited("街道办")).touch("next")
    assert terminal.page == "question.about_case"
    page = terminal.touch("back").view
    assert isinstance(page, Entry)
    assert page.value == "街道办"
    assert terminal.touch("back").page == "guide"


def test_leaving_by_the_guide_after_something_was_entered_asks_first() -> None:
    terminal = (
        Terminal().open("CP-002").touch("start").post(Edited("街道办")).touch("next", "back", "back", "back")
    )
    assert terminal.page == "leaving"
    assert terminal.touch("go_on").page == "guide"
    assert terminal.touch("start").page == "question.target"


def test_an_input_that_changes_nothing_changes_nothing() -> None:
    terminal = _report()
    before = terminal.state
    terminal.post(CardPresented(CARD))
    assert terminal.state.phase is before.phase


def test_a_change_from_the_review_page_comes_straight_back() -> None:
    terminal = Terminal().open("CP-002").touch("start")
    Resident(terminal).walk("review")
    terminal.touch("change:complaint.what").post(Edited("窗口排队时间太长")).touch("next")
    page = terminal.view
    assert isinstance(page, Listing)
    assert "窗口排队时间太长" in [row.value for group in page.groups for row in group.rows]


def test_back_from_a_change_leads_to_the_review_page() -> None:
    terminal = Terminal().open("CP-002").touch("start")
    Resident(terminal).walk("review")
    assert terminal.touch("change:complaint.target").page == "question.target"
    assert terminal.touch("back").page == "review"
    assert terminal.state.session.detour is None
    assert terminal.touch("back").page == "question.reply_mobile"


def test_a_change_that_opens_a_question_asks_it_too() -> None:
    terminal = _report()
    Resident(terminal).walk("question.anonymous")
    terminal.touch("option:yes")
    assert terminal.page == "review"
    terminal.touch("change:problem.anonymous", "option:no")
    assert terminal.page == "question.reply_mobile"
    assert terminal.touch("back").page == "question.anonymous"
    assert terminal.touch("back").page == "review"
    terminal.touch("change:problem.anonymous", "option:no").post(Edited("13800138000")).touch("next")
    assert terminal.page == "review"


def test_a_list_is_changed_inside_its_page() -> None:
    terminal = Terminal().open("MZ-001").touch("start")
    resident = Resident(terminal)
    resident.walk("question.members")
    terminal.touch("add")
    while terminal.page != "question.members":
        resident.answer(terminal.view)
    page = terminal.view
    assert isinstance(page, Listing)
    (row,) = page.groups[0].rows
    assert row.action
    terminal.touch(row.action.id)
    inside = next(one for one in _ids(terminal) if one.startswith("change:"))
    terminal.touch(inside)
    assert terminal.page != "question.members"
    assert terminal.touch("back").page == "question.members"
    terminal.touch(row.action.id, "remove", "option:remove")
    page = terminal.view
    assert isinstance(page, Listing)
    assert not page.groups


def test_a_list_is_changed_from_the_review_page_and_back() -> None:
    terminal = Terminal().open("MZ-001").touch("start")
    resident = Resident(terminal)
    resident.walk("question.members")
    terminal.touch("add")
    resident.walk("review")
    terminal.touch("change:household.members")
    page = terminal.view
    assert isinstance(page, Listing)
    action = page.groups[0].rows[0].action
    assert action
    terminal.touch(action.id)
    terminal.touch(next(one for one in _ids(terminal) if one.startswith("change:")))
    resident.answer(terminal.view)
    assert terminal.page == "question.members"
    assert terminal.touch("next").page == "review"


def _ids(terminal: Terminal) -> list[str]:
    page = terminal.view
    assert isinstance(page, Listing)
    return [row.action.id for group in page.groups for row in group.rows if row.action]


def test_photos_of_a_report_are_taken_with_the_camera_and_may_be_several() -> None:
    terminal = _report()
    Resident(terminal).walk("capture")
    assert len(terminal.commanded(OpenCamera)) == 1
    terminal.touch("take", "more", "take", "more", "take")
    page = terminal.view
    assert page.secondary is None  # three are the most
    terminal.touch("keep")
    assert len(terminal.commanded(CloseCamera)) == 1
    assert terminal.page == "question.urgency"
    Resident(terminal).walk()
    (record,) = terminal.commanded(Record)
    names = [f"problem.photos-{number}.jpg" for number in (1, 2, 3)]
    assert [one.name for one in record.attachments] == names
    assert json.loads(record.payload)["form"]["problem"]["photos"] == names


def test_photos_of_a_report_can_be_left_out() -> None:
    terminal = _report()
    Resident(terminal).walk("capture")
    assert terminal.touch("skip").page == "question.urgency"
    assert terminal.touch("back").page == "capture"
    assert terminal.touch("back").page == "question.what"


def test_a_broken_camera_leaves_a_way_without_photos() -> None:
    terminal = _report().post(DeviceChanged(DeviceClass.CAMERA, working=False, code="CAMERA_SILENT"))
    Resident(terminal).walk("capture.broken")
    page = terminal.view
    assert isinstance(page, Capture)
    assert not page.camera_ready
    assert page.error == "相机现在不能用。请选别的办法，或叫工作人员。"
    assert page.primary is None
    assert terminal.post(Touched("take")).page == "capture.broken"
    assert terminal.touch("skip").page == "question.urgency"


def test_a_required_photo_has_no_way_round_the_camera() -> None:
    terminal = Terminal().open("GA-009").touch("start")
    Resident(terminal).walk("capture")
    terminal.post(DeviceChanged(DeviceClass.CAMERA, working=False, code="CAMERA_SILENT"), Touched("skip"))
    page = terminal.view
    assert isinstance(page, Capture)
    assert "这张照片必须有" in page.error
    assert "请到北京街道公共服务办" in page.error
    assert not page.options
    terminal.post(DeviceChanged(DeviceClass.CAMERA, working=True)).touch("take", "keep")
    assert terminal.state.session.pictures == {"dog.dog_photo": (JPEG,)}


def test_going_back_passes_over_what_is_not_asked_any_more() -> None:
    terminal = _report()
    Resident(terminal).walk("question.anonymous")
    terminal.touch("option:no").post(Edited("13800138000")).touch("next")
    assert terminal.page == "review"
    terminal.touch("change:problem.anonymous", "option:yes")
    assert terminal.page == "review"
    assert terminal.touch("back").page == "question.anonymous"


def test_a_row_that_is_gone_is_passed_over_on_the_way_back() -> None:
    terminal = Terminal().open("MZ-001").touch("start")
    resident = Resident(terminal)
    resident.walk("question.members")
    terminal.touch("add")
    while terminal.page != "question.members":
        resident.answer(terminal.view)
    terminal.touch(_ids(terminal)[0], "remove", "option:remove")
    pages = [terminal.touch("back").page for _ in range(2)]
    assert "question.members" in pages
    assert not any(page.startswith("question.m_") for page in pages)
    resident.walk("review")
    terminal.touch("change:household.members", "add")
    while terminal.page != "question.members":
        resident.answer(terminal.view)
    terminal.touch(_ids(terminal)[0], "remove", "option:remove")
    while terminal.page == "question.members":
        terminal.touch("back")
    assert terminal.page == "review"


def test_a_rating_asks_for_a_number_and_never_for_a_card() -> None:
    terminal = Terminal().open("CP-012").touch("start")
    page = terminal.view
    assert isinstance(page, Entry)
    assert (page.page, page.title) == ("question.case_no", "回执上的编号")
    Resident(terminal).walk()
    assert terminal.page == "outcome.done"


def test_a_household_without_any_income_can_say_so() -> None:
    terminal = Terminal().open("MZ-001").touch("start")
    Resident(terminal).walk("question.income_types")
    page = terminal.view
    assert isinstance(page, Choice)
    (none,) = [option for option in page.options if option.label == "没有收入"]
    assert terminal.touch(none.id, "next").page == "question.household_income"


def test_who_lives_in_the_household_is_family() -> None:
    terminal = Terminal().open("MZ-001").touch("start")
    Resident(terminal).walk("question.members")
    terminal.touch("add")
    Resident(terminal).walk("question.m_relation")
    page = terminal.view
    assert isinstance(page, Choice)
    labels = {option.label for option in page.options}
    assert {"配偶", "子女", "孙子女/外孙子女"} <= labels
    assert not labels & {"本人", "登记代办员", "社区工作人员"}
