"""Answers: values by path, kept apart from what came before, masked."""

from kiosk.journeys.form import Address, Answers, Draft, Period, Place
from kiosk.journeys.form.fault import fault
from tests.kiosk.journeys.form.specimens import ADULT, CARD, context

ROW = "household.members.0.m_name"


def test_a_value_does_not_change_the_answers_before() -> None:
    before = Answers()
    after = before.with_value("contact.mobile", "13800138000")
    assert before.value("contact.mobile") is None
    assert after.value("contact.mobile") == "13800138000"


def test_a_skipped_question_is_in_the_answers_without_a_value() -> None:
    skipped = Answers().with_value("contact.alt_phone", None)
    assert "contact.alt_phone" in skipped
    assert skipped.value("contact.alt_phone") is None
    assert "contact.mobile" not in skipped


def test_rows_are_reached_by_their_number() -> None:
    one = Answers().with_value(ROW, "李四")
    two = one.with_value("household.members.1.m_name", "王五").with_value("household.members.0.m_job", None)
    assert two.rows("household.members") == ({"m_name": "李四", "m_job": None}, {"m_name": "王五"})
    assert two.value("household.members.1.m_name") == "王五"
    assert one.rows("household.members") == ({"m_name": "李四"},)


def test_rows_that_do_not_exist_have_no_values() -> None:
    answers = Answers()
    assert answers.value(ROW) is None
    assert ROW not in answers
    assert answers.rows("household.members") == ()
    assert "household.members.0.m_job" not in answers.with_value(ROW, "李四")


def test_nothing_personal_is_in_a_repr() -> None:
    answers = Answers().with_value("applicant.id_number", ADULT)
    values = (
        Address("", ADULT),
        Period(ADULT, ADULT),
        Place(False, "", ADULT),
        Draft(ADULT, (ADULT,), (ADULT,), ADULT),
    )
    for value in (answers, *values, Draft(fault=fault("range", least=ADULT))):
        assert ADULT not in repr(value)
    here = repr(context("MZ-004"))
    assert ADULT not in here
    assert CARD.name not in here
