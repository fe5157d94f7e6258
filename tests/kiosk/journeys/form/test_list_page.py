"""A repeated group: adding, looking, changing, removing, going on; photographs."""

from config.language import Language
from kiosk.journeys.form import Answered, Answers, begin
from kiosk.journeys.form.answers import Row
from tests.kiosk.journeys.form.pages import Page, page
from tests.kiosk.journeys.form.specimens import CHILD, OTHER_ADULT, context

HERE = context("MZ-004")
PATH = "household.members"
MEMBER: Row = {
    "m_name": "李四",
    "m_id": OTHER_ADULT,
    "m_relation": "spouse",
    "m_job": None,
    "m_income": "10.00",
}
SECOND: Row = {**MEMBER, "m_name": "张小明", "m_id": CHILD, "m_relation": "child"}


def _page(*rows: Row, language: Language = Language.CHINESE) -> Page:
    here = context("MZ-004", language=language)
    return page(here, PATH, begin(here).with_value(PATH, rows) if rows else begin(here))


def _rows(answers: Answers) -> tuple[Row, ...]:
    return answers.rows(PATH)


def test_an_empty_list_offers_to_add_and_to_go_on_alone() -> None:
    asked = _page()
    assert asked.listing.groups == ()
    assert asked.listing.add is not None
    assert asked.listing.add.label == "加一位家人"
    assert asked.listing.primary is not None
    assert asked.listing.primary.label == "只有我一个人"
    assert asked.answer("next") == ()


def test_adding_leads_to_the_first_question_of_a_new_row() -> None:
    entered = _page(MEMBER).enter("add")
    assert entered.question_id == "household.members.1.m_name"
    assert _rows(entered.answers) == (MEMBER, {})


def test_a_row_left_before_its_first_answer_is_used_again_and_never_counts() -> None:
    asked = _page(MEMBER, {})
    assert len(asked.listing.groups[0].rows) == 1
    entered = asked.enter("add")
    assert entered.question_id == "household.members.1.m_name"
    assert asked.answer("next") == (MEMBER,)


def test_rows_are_shown_by_name_with_what_was_answered() -> None:
    row = _page(MEMBER).listing.groups[0].rows[0]
    assert row.label == "李四"
    assert row.value == "440105********123X，配偶，10.00 元"
    assert row.action is not None
    assert row.action.id == "row:0"
    assert "李四" not in " ".join(_page(MEMBER).listing.speech)


def test_an_unfinished_row_is_shown_and_holds_up() -> None:
    asked = _page(MEMBER, {"m_name": "张小明"}, {"m_job": "学生"})
    first, second, third = asked.listing.groups[0].rows
    assert (first.hint, second.hint) == ("", "还没填完")
    assert third.label == "第 3 位"
    asked.do("next")
    assert asked.listing.error == "第 2 位还没填完。请按“修改”补上，或者删除。"


def test_a_row_is_looked_at_and_changed_field_by_field() -> None:
    asked = _page(MEMBER, SECOND).do("row:1")
    assert asked.listing.lead == "张小明"
    assert [row.label for row in asked.listing.groups[0].rows][:2] == ["姓名", "证件号码"]
    assert asked.listing.groups[0].rows[1].value == "440112********0015"
    assert asked.listing.primary is not None
    assert asked.listing.primary.label == "好了"
    action = asked.listing.groups[0].rows[0].action
    assert action is not None
    assert asked.enter(action.id).question_id == "household.members.1.m_name"
    assert asked.do("gone").draft.step == 1
    assert asked.do("next").draft.step == 0


def test_a_row_that_does_not_exist_cannot_be_looked_at() -> None:
    assert _page(MEMBER).do("row:5", "row:x", "gone", "skip").draft.step == 0


def test_removing_asks_first() -> None:
    asked = _page(MEMBER, SECOND).do("row:0", "remove")
    assert asked.choice.title == "要删除“李四”吗？"
    assert asked.labels == ["删除", "不删除"]
    assert "李四" not in " ".join(asked.choice.speech)
    assert asked.do("gone").draft.step == 2
    assert asked.do("option:keep").draft.step == 1
    entered = asked.do("remove").enter("option:remove")
    assert entered.question_id == PATH
    assert _rows(entered.answers) == (SECOND,)


def test_back_leads_from_the_question_to_the_row_to_the_list_and_out() -> None:
    asked = _page(MEMBER).do("row:0", "remove")
    assert asked.back()
    assert asked.listing.lead == "李四"
    assert asked.back()
    assert asked.listing.add is not None
    assert not asked.back()


def test_a_full_list_says_so() -> None:
    asked = _page(*[MEMBER] * 12)
    add = asked.listing.add
    assert add is not None
    assert (add.enabled, add.reason) == (False, "最多 12 位，不能再加。")
    assert asked.do("add").listing.error == "最多 12 个，请删掉一些。"


def test_too_few_rows_hold_up() -> None:
    here = context("RS-016", mode="legal")
    asked = page(here, "hire_list.hires")
    assert asked.listing.primary is not None
    assert asked.listing.primary.label == "下一步"
    assert asked.listing.add is not None
    assert asked.listing.add.label == "加一位"
    assert asked.do("next").listing.error == "至少要有 1 位，请按“加一位”。"


def test_an_optional_list_may_stay_empty() -> None:
    asked = page(HERE, "check_authorisation.auth_members")
    assert asked.listing.secondary is None
    assert asked.answer("next") == ()


def test_what_is_signed_later_is_not_part_of_a_row() -> None:
    path = "check_authorisation.auth_members"
    asked = page(HERE, path, begin(HERE).with_value(path, ({"am_name": "李四"},))).do("row:0")
    assert [row.label for row in asked.listing.groups[0].rows] == ["姓名"]


def test_lists_in_english() -> None:
    row = _page(MEMBER, language=Language.ENGLISH).listing.groups[0].rows[0]
    assert row.value == "440105********123X, Husband or wife, 10.00 yuan"


def test_photographs_are_the_journeys() -> None:
    here = context("CP-001", card=None)
    asked = page(here, "problem.photos")
    assert asked.listing.title == "要拍现场照片吗？"
    assert asked.listing.secondary is not None
    assert asked.answer("skip") is None
    assert asked.do("gone").draft == page(here, "problem.photos").draft
    taken = page(here, "problem.photos", begin(here).with_value("problem.photos", ("photo-1",)))
    assert taken.answer("next") == ("photo-1",)


def test_a_photograph_that_is_needed_cannot_be_skipped() -> None:
    here = context("GA-009")
    asked = page(here, "dog.dog_photo")
    assert asked.listing.secondary is None
    assert asked.do("skip").listing.error == "请先填写，再按“下一步”。"
    assert isinstance(
        page(here, "dog.dog_photo", begin(here).with_value("dog.dog_photo", ("1",))).act("next"), Answered
    )
