"""Order, what comes next, what is missing, who signs."""

from config.catalogue import FieldType
from kiosk.journeys.form import (
    NOT_ASKED,
    Answered,
    Kind,
    begin,
    find,
    following,
    handle,
    missing,
    questions,
    signatures,
)
from kiosk.journeys.form import draft as drafted
from screens.views.inputs import Touched
from tests.kiosk.journeys.form.specimens import CHILD, ITEMS, OTHER_ADULT, context, question

MEMBER = {"m_name": "李四", "m_id": OTHER_ADULT, "m_relation": "spouse", "m_job": None, "m_income": None}


def test_ids_are_paths_and_unique() -> None:
    for item in ITEMS:
        here = context(item.code)
        ids = [one.id for one in questions(here, begin(here))]
        assert len(ids) == len(set(ids))
        assert all(one.id == f"{one.field_set}.{one.field.key}" for one in questions(here, begin(here)))


def test_types_of_other_pages_are_never_questions() -> None:
    for item in ITEMS:
        here = context(item.code, card=None)
        assert not {one.field.type for one in questions(here, begin(here))} & NOT_ASKED


def test_every_kind_of_question_occurs() -> None:
    kinds = {one.kind for item in ITEMS for one in questions(context(item.code), begin(context(item.code)))}
    assert kinds == set(Kind)


def test_fields_of_rows_stand_before_their_list() -> None:
    here = context("MZ-004")
    answers = begin(here).with_value("household.members", (MEMBER, {}))
    ids = [one.id for one in questions(here, answers) if one.field_set == "household"]
    keys = ["m_name", "m_id", "m_relation", "m_job", "m_income"]
    expected = [f"household.members.{number}.{key}" for number in (0, 1) for key in keys]
    assert ids == [*expected, "household.members"]


def test_whole_rows_are_passed_over() -> None:
    here = context("MZ-004")
    answers = begin(here).with_value("household.members", (MEMBER, {"m_name": "张小明"}))
    before = question(here, "relief.detail", answers)
    following_ids = []
    one = following(here, answers, before)
    while one is not None and one.field_set == "household":
        following_ids.append(one.id)
        one = following(here, answers, one)
    keys = ("m_id", "m_relation", "m_job", "m_income")
    assert following_ids == [*(f"household.members.1.{key}" for key in keys), "household.members"]


def test_a_wrong_value_in_a_row_is_met_again() -> None:
    here = context("MZ-004")
    answers = begin(here).with_value("household.members", ({**MEMBER, "m_id": CHILD[:-1] + "4"},))
    one = following(here, answers, question(here, "relief.detail", answers))
    assert one is not None
    assert one.id == "household.members.0.m_id"
    assert one in missing(here, answers)


def test_the_last_question_is_followed_by_nothing() -> None:
    here = context("MZ-004")
    last = questions(here, begin(here))[-1]
    assert last.id == "declaration.share_consent"
    assert following(here, begin(here), last) is None


def test_after_a_question_that_is_no_longer_asked_comes_the_first_without_an_answer() -> None:
    here = context("MZ-004")
    gone = question(
        here, "bank_account.bank_card", begin(here).with_value("bank_account.account_kind", False)
    )
    answers = begin(here).with_value("contact.mobile", "13800138000")
    assert find(here, answers, gone.id) is None
    one = following(here, answers, gone)
    assert one is not None
    assert one.id == "contact.alt_phone"


def test_missing_are_required_answers_and_wrong_ones() -> None:
    here = context("MZ-006")
    answers = begin(here)
    ids = {one.id for one in missing(here, answers)}
    assert {"contact.mobile", "address_now.live_region", "declaration.truth"} <= ids
    assert not ids & {"applicant.gender", "contact.alt_phone", "address_now.live_since"}
    wrong = answers.with_value("contact.alt_phone", "1")
    assert "contact.alt_phone" in {one.id for one in missing(here, wrong)}


def test_a_row_without_a_value_does_not_exist_yet() -> None:
    here = context("MZ-004")
    answers = begin(here).with_value("household.members", ({}, {"m_name": None}))
    assert not [one for one in missing(here, answers) if one.field_set == "household"]


def test_an_answer_that_hides_others_hides_what_is_missing_of_them() -> None:
    here = context("CP-001", card=None)
    answers = begin(here).with_value("problem.reply_mobile", "1")
    shown = answers.with_value("problem.anonymous", False)
    assert "problem.reply_mobile" in {one.id for one in missing(here, shown)}
    page = question(here, "problem.anonymous", shown)
    outcome = handle(here, shown, page, drafted(here, shown, page), Touched("option:yes"))
    assert isinstance(outcome, Answered)
    assert "problem.reply_mobile" not in {one.id for one in missing(here, outcome.answers)}


def test_who_signs() -> None:
    here = context("MZ-004")
    answers = begin(here).with_value("check_authorisation.auth_members", ({"am_name": "李四"}, {}))
    answers = answers.with_value("commitment.use_commitment", True)
    found = [(one.path, one.signer) for one in signatures(here, answers)]
    assert found == [
        ("check_authorisation.auth_sign", ""),
        ("check_authorisation.auth_members.0.am_sign", "李四"),
        ("commitment.commit_sign", ""),
        ("declaration.applicant_sign", ""),
    ]
    assert all(one.field.type is FieldType.SIGNATURE for one in signatures(here, answers))
    without = answers.with_value("commitment.use_commitment", False)
    assert "commitment.commit_sign" not in {one.path for one in signatures(here, without)}
