"""One answer of several, at a touch; consents; several answers with boxes."""

import pytest

from config.language import Language
from kiosk.journeys.form import Answered, begin
from screens.views.inputs import Edited
from tests.kiosk.journeys.form.pages import page
from tests.kiosk.journeys.form.specimens import context

HERE = context("MZ-004")


def test_touching_an_option_answers() -> None:
    asked = page(HERE, "relief.reason")
    assert asked.choice.page == "question.reason"
    assert asked.choice.title == "遇到了什么困难？"
    assert asked.choice.primary is None
    assert asked.choice.secondary is None
    assert asked.answer("option:fire") == "fire"


def test_what_is_no_option_answers_nothing() -> None:
    asked = page(HERE, "relief.reason")
    assert asked.do("option:gone", "fire", "next").draft == page(HERE, "relief.reason").draft


def test_an_answer_given_before_is_marked_and_can_be_kept() -> None:
    asked = page(HERE, "relief.reason", begin(HERE).with_value("relief.reason", "fire"))
    assert asked.marked == ["option:fire"]
    assert asked.choice.primary is not None
    assert asked.answer("next") == "fire"


def test_an_optional_choice_can_be_skipped_and_says_so() -> None:
    here = context("CL-001")
    asked = page(here, "disability_info.dis_level")
    assert asked.choice.secondary is not None
    assert asked.choice.secondary.id == "skip"
    assert "可以不填" in asked.choice.lead
    outcome = asked.act("skip")
    assert isinstance(outcome, Answered)
    assert outcome.answers.value("disability_info.dis_level") is None
    assert "disability_info.dis_level" in outcome.answers


def test_a_required_choice_cannot_be_skipped() -> None:
    asked = page(HERE, "relief.reason").do("skip")
    assert asked.choice.error == "请选一项。"
    assert asked.choice.speech[0] == asked.choice.error


@pytest.mark.parametrize(
    ("path", "yes", "no"),
    [
        ("bank_account.account_kind", "用社会保障卡", "用别的银行卡"),
        ("declaration.share_consent", "同意", "不同意"),
        ("declaration.truth", "我声明", "我不声明"),
    ],
)
def test_consents_have_two_answers_and_none_beforehand(path: str, yes: str, no: str) -> None:
    asked = page(HERE, path)
    assert asked.labels == [yes, no]
    assert asked.marked == []
    assert asked.answer("option:yes") is True


def test_who_does_not_agree_may_go_on_where_agreeing_is_free() -> None:
    assert page(HERE, "declaration.share_consent").answer("option:no") is False


def test_who_does_not_declare_hears_what_can_be_done() -> None:
    asked = page(HERE, "declaration.truth").do("option:no")
    assert "退出" in asked.choice.error
    assert asked.answer("option:yes") is True


def test_yes_and_no_without_words_of_their_own() -> None:
    here = context("CL-001", language=Language.ENGLISH)
    asked = page(here, "assessment.home_visit")
    assert asked.labels == ["Yes", "No"]
    assert asked.choice.title == "Is a home visit needed?"
    again = page(here, "assessment.home_visit", begin(here).with_value("assessment.home_visit", False))
    assert again.marked == ["option:no"]


def test_a_choice_says_its_options_aloud() -> None:
    assert page(HERE, "declaration.share_consent").choice.speech[-2:] == ("同意", "不同意")


def test_boxes_are_ticked_and_taken_together_in_the_order_of_the_options() -> None:
    here = context("MZ-001")
    asked = page(here, "income_assets.income_types")
    assert asked.choice.multiple
    assert asked.choice.lead == "可以选多项。"
    asked.do("option:transfer", "option:wage", "option:business", "option:business", "gone")
    assert asked.marked == ["option:wage", "option:transfer"]
    assert asked.answer("next") == ("wage", "transfer")


def test_no_box_is_no_answer_to_a_required_question() -> None:
    asked = page(context("MZ-001"), "income_assets.income_types").do("next")
    assert asked.choice.error == "请至少选一项。"
    assert asked.do("option:wage").choice.error == ""


def test_no_box_skips_an_optional_question() -> None:
    asked = page(context("MZ-007"), "elder_info.needs")
    assert asked.answer("next") is None
    assert page(context("MZ-007"), "elder_info.needs").answer("skip") is None


def test_boxes_ticked_before_are_ticked_again() -> None:
    here = context("MZ-007")
    asked = page(here, "elder_info.needs", begin(here).with_value("elder_info.needs", ("meal", "bath")))
    assert asked.marked == ["option:meal", "option:bath"]


def test_what_is_typed_means_nothing_where_nothing_is_typed() -> None:
    asked = page(HERE, "relief.reason")
    assert asked.do(Edited("火灾")).draft == page(HERE, "relief.reason").draft
