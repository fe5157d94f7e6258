"""Whatever is typed: keyboards, examples, units, errors beside the text, other documents."""

import pytest

from config.language import Language
from kiosk.journeys.form import begin
from screens.views.entry import Keyboard
from screens.views.inputs import Edited
from tests.kiosk.journeys.form.pages import Page, page
from tests.kiosk.journeys.form.specimens import ADULT, OTHER_ADULT, context

HERE = context("MZ-004")


def _member(path: str = "m_id") -> Page:
    answers = begin(HERE).with_value("household.members.0.m_name", "李四")
    return page(HERE, f"household.members.0.{path}", answers)


def test_a_mobile_number() -> None:
    asked = page(HERE, "contact.mobile")
    assert asked.entry.keyboard is Keyboard.DIGITS
    assert (asked.entry.max_length, asked.entry.example) == (11, "例：13800138000")
    assert asked.entry.why == "结果会用短信告诉您。"
    assert asked.answer(Edited("13800138000"), "next") == "13800138000"


def test_a_wrong_text_stays_with_what_to_do_until_it_is_changed() -> None:
    asked = page(HERE, "contact.mobile").do(Edited("1380013"), "next")
    assert asked.entry.value == "1380013"
    assert "11 位" in asked.entry.error
    assert asked.do(Edited("13800138")).entry.error == ""


def test_nothing_typed_is_no_answer() -> None:
    assert page(HERE, "contact.mobile").do("next").entry.error == "请先填写，再按“下一步”。"


def test_what_cannot_be_read_is_no_answer() -> None:
    assert "没填完" in page(HERE, "relief.event_date").do(Edited("2026-1"), "next").entry.error


def test_no_more_is_taken_than_fits() -> None:
    assert page(HERE, "contact.mobile").do(Edited("1" * 50)).entry.value == "1" * 11


def test_other_inputs_change_nothing() -> None:
    asked = page(HERE, "contact.mobile").do(Edited("138"))
    assert asked.do("option:yes", "back").draft.text == "138"
    assert not asked.back()


def test_an_optional_entry_can_be_skipped() -> None:
    asked = page(HERE, "contact.alt_phone")
    assert asked.entry.secondary is not None
    assert asked.answer("skip") is None
    assert asked.answer("next") is None


def test_going_back_to_a_question_shows_its_answer() -> None:
    answers = begin(HERE).with_value("relief.expense", "1850.50")
    asked = page(HERE, "relief.expense", answers)
    assert (asked.entry.value, asked.entry.unit) == ("1850.50", "元")


@pytest.mark.parametrize(
    ("code", "path", "keyboard", "longest", "lines"),
    [
        ("MZ-004", "relief.detail", Keyboard.CHINESE, 300, 4),
        ("MZ-004", "relief.event_date", Keyboard.DATE, 10, 1),
        ("MZ-004", "relief.expense", Keyboard.DECIMAL, 12, 1),
        ("MZ-001", "income_assets.house_count", Keyboard.DIGITS, 2, 1),
        ("RS-006", "pension_reg.start_month", Keyboard.MONTH, 7, 1),
        ("RS-014", "startup.biz_uscc", Keyboard.LATIN, 18, 1),
        ("ZJ-001", "housing_status.area", Keyboard.DECIMAL, 7, 1),
        ("CL-002", "disability_info.dis_cert", Keyboard.LATIN, 20, 1),
        ("GA-009", "dog.chip", Keyboard.LATIN, 20, 1),
        ("GA-009", "dog.dog_name", Keyboard.CHINESE, 20, 1),
        ("GA-010", "points.self_score", Keyboard.DIGITS, 4, 1),
        ("SF-006", "reconsider.act_doc", Keyboard.CHINESE, 60, 1),
        ("SF-002", "mediation.request", Keyboard.CHINESE, 200, 2),
        ("PY-006", "bill_account.account_no", Keyboard.LATIN, 24, 1),
        ("ZJ-007", "lift.units", Keyboard.DIGITS, 3, 1),
    ],
)
def test_keyboards(code: str, path: str, keyboard: Keyboard, longest: int, lines: int) -> None:
    entry = page(context(code), path).entry
    assert (entry.keyboard, entry.max_length, entry.lines) == (keyboard, longest, lines)


def test_who_reads_english_begins_with_letters() -> None:
    here = context("GA-009", language=Language.ENGLISH)
    assert page(here, "dog.dog_name").entry.keyboard is Keyboard.LATIN
    assert page(here, "dog.vaccine_date").entry.keyboard is Keyboard.DATE


def test_the_unit_of_a_number_is_the_bracket_of_its_label() -> None:
    assert page(context("ZJ-001"), "housing_status.area").entry.unit == "平方米"
    assert page(context("ZJ-001", language=Language.ENGLISH), "housing_status.area").entry.unit == "m²"
    assert page(context("MZ-001"), "income_assets.house_count").entry.unit == ""


def test_the_last_four_of_a_number_may_end_in_x() -> None:
    here = context("CP-010")
    asked = page(here, "case_lookup.verify_tail", begin(here).with_value("case_lookup.lookup_by", "no"))
    assert (asked.entry.keyboard, asked.entry.max_length) == (Keyboard.ID_NUMBER, 4)


def test_a_number_of_an_identity_card_is_typed_on_digits() -> None:
    asked = _member()
    assert asked.entry.keyboard is Keyboard.ID_NUMBER
    assert asked.entry.example == "18 位，末位可以是 X"
    assert asked.answer(Edited("44010519620312123x"), "next") == OTHER_ADULT


def test_another_document_opens_the_letters() -> None:
    asked = _member()
    other = asked.entry.secondary
    assert other is not None
    assert other.label == "不是身份证？"
    asked.do(other.id)
    assert asked.entry.keyboard is Keyboard.LATIN
    assert asked.entry.example == ""
    assert asked.entry.secondary is None
    assert asked.answer(Edited("h12345678"), "next") == "H12345678"


def test_another_document_is_shown_with_its_letters() -> None:
    answers = begin(HERE).with_value("household.members.0.m_id", "H12345678")
    assert page(HERE, "household.members.0.m_id", answers).entry.keyboard is Keyboard.LATIN


def test_letters_are_offered_only_where_the_kind_of_document_is_not_known() -> None:
    here = context("MZ-004", card=None)
    answers = begin(here).with_value("applicant.id_type", "111")
    asked = page(here, "applicant.id_number", answers)
    assert (asked.entry.keyboard, asked.entry.secondary) == (Keyboard.ID_NUMBER, None)
    permit = page(here, "applicant.id_number", answers.with_value("applicant.id_type", "516"))
    assert (permit.entry.keyboard, permit.entry.secondary) == (Keyboard.LATIN, None)
    assert "身份证号码应是 18 位" in asked.do(Edited(ADULT[:6]), "next").entry.error


def test_a_question_in_a_row_says_whose_it_is_but_not_aloud() -> None:
    asked = _member()
    assert asked.entry.lead == "第 1 位：李四。"
    assert "李四" not in " ".join(asked.entry.speech)
    first = page(HERE, "household.members.0.m_name", begin(HERE).with_value("household.members", ({},)))
    assert first.entry.lead == "第 1 位。"
    assert "可以不填" in _member("m_job").entry.lead


def test_nothing_typed_is_said_aloud() -> None:
    asked = page(HERE, "contact.mobile").do(Edited("1380013"), "next")
    assert "1380013" not in " ".join(asked.entry.speech)
    assert asked.entry.speech == (asked.entry.error, asked.entry.title, asked.entry.why)
