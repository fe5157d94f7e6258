"""What need not be typed: card, session, other answers; and what is asked all the same."""

from dataclasses import replace

import pytest

from devices.card_reader import Card, CardKind, Sex
from kiosk.journeys.form import Address, Answers, begin, draft, find, following, given, questions, view
from kiosk.journeys.form.card import card_value
from tests.kiosk.journeys.form.specimens import (
    ADULT,
    BANK_CARD,
    CARD,
    CHILD,
    OTHER_ADULT,
    SITE,
    context,
    field,
    question,
)


def test_the_card_answers_for_its_holder() -> None:
    answers = begin(context("MZ-001"))
    assert {path: value for path, value in answers.values.items() if path.startswith("applicant.")} == {
        "applicant.name": "张三",
        "applicant.id_type": "111",
        "applicant.id_number": ADULT,
        "applicant.gender": "2",
        "applicant.birth_date": "1988-08-08",
    }
    assert answers.value("address_hukou.hukou_detail") == Address("", CARD.address)


def test_what_the_catalogue_locks_is_never_a_question() -> None:
    here = context("MZ-004")
    asked = {one.id for one in questions(here, begin(here))}
    assert not asked & {"applicant.name", "applicant.id_number", "applicant.id_type"}
    assert {"applicant.gender", "applicant.birth_date", "contact.mobile"} <= asked


def test_what_the_card_says_is_passed_over_but_its_old_address_is_asked() -> None:
    here = context("MZ-001")
    first = following(here, begin(here))
    assert first is not None
    assert first.id == "contact.mobile"
    answers = begin(here)
    met = []
    one = following(here, answers)
    while one is not None:
        met.append(one.id)
        one = following(here, answers, one)
    assert "address_hukou.hukou_detail" in met
    assert "applicant.gender" not in met


def test_a_changed_value_of_the_card_is_asked_again() -> None:
    here = context("MZ-004")
    first = following(here, begin(here).with_value("applicant.gender", "1"))
    assert first is not None
    assert first.id == "applicant.gender"


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        (replace(CARD, kind=CardKind.SOCIAL_SECURITY, birth_date=None, sex=None), "111"),
        (replace(CARD, kind=CardKind.HK_MACAU_TAIWAN_RESIDENT, id_number="810000198001010014"), "554"),
        (
            Card(
                CardKind.FOREIGN_PERMANENT_RESIDENT, english_name="SMITH, ANN", id_number="911010198505150018"
            ),
            "553",
        ),
        (Card(CardKind.TRAVEL_DOCUMENT, name="WANG XIAOMING", id_number="E12345678"), "999"),
    ],
)
def test_kinds_of_cards(card: Card, kind: str) -> None:
    answers = begin(context("MZ-004", card=card))
    assert answers.value("applicant.id_type") == kind
    assert answers.value("applicant.id_number") == card.id_number
    assert answers.value("applicant.name") == (card.name or card.english_name)


def test_a_card_without_a_birth_date_says_it_by_its_number() -> None:
    card = Card(CardKind.SOCIAL_SECURITY, name="张三", id_number=ADULT)
    assert begin(context("MZ-004", card=card)).value("applicant.birth_date") == "1988-08-08"


def test_a_card_that_says_nothing_answers_nothing() -> None:
    here = context("MZ-001", card=Card(CardKind.UID, sex=Sex.UNKNOWN))
    assert dict(begin(here).values) == {"applicant.gender": "9"}
    assert {"applicant.name", "applicant.id_number"} <= {one.id for one in questions(here, begin(here))}


def test_a_number_on_the_card_that_cannot_be_right_is_asked() -> None:
    here = context("MZ-004", card=replace(CARD, id_number=ADULT[:-1] + "4", birth_date=None))
    assert begin(here).value("applicant.id_number") is None
    assert find(here, begin(here), "applicant.id_number") is not None


def test_what_was_given_in_the_session_is_offered_again() -> None:
    here = context("MZ-004")
    answers = (
        begin(here)
        .with_value("contact.mobile", "13800138000")
        .with_value("bank_account.bank_card", BANK_CARD)
    )
    answers = answers.with_value("bank_account.account_kind", False).with_value("relief.detail", "因病住院")
    members = ({"m_name": "李四", "m_id": CHILD, "m_relation": "child"},)
    answers = answers.with_value("household.members", members)
    kept = given(here, answers)
    assert kept["own_mobile"] == "13800138000"
    there = replace(context("MZ-001"), earlier=kept)
    again = begin(there)
    assert again.value("household.members") == members
    asked = question(there, "contact.mobile", again)
    assert "contact.mobile" not in again, "it is offered, not taken"
    page = draft(there, again, asked)
    assert page.text == "13800138000"
    assert "您刚才填过" in view(there, again, asked, page).lead
    changed = replace(page, text="13900139000")
    assert "您刚才填过" not in view(there, again, asked, changed).lead
    own = again.with_value("bank_account.account_kind", False)
    assert draft(there, own, question(there, "bank_account.bank_card", own)).text == BANK_CARD
    assert BANK_CARD not in repr(there)


def test_what_several_questions_ask_for_alike_is_asked_once() -> None:
    here = context("MZ-004")
    answers = begin(here).with_value("contact.mobile", "13800138000").with_value("delivery.delivery", "mail")
    asked = question(here, "delivery.mail_mobile", answers)
    page = draft(here, answers, asked)
    assert page.text == "13800138000"
    assert "和前面填的一样" in view(here, answers, asked, page).lead
    name = question(here, "delivery.mail_name", answers)
    assert draft(here, answers, name).text == "张三"


def test_an_account_is_one_of_its_provider() -> None:
    water, gas = context("PY-007"), context("PY-008")
    kept = given(water, begin(water).with_value("bill_account.account_no", "12345678"))
    again = question(water, "bill_account.account_no")
    assert draft(replace(water, earlier=kept), begin(water), again).text == "12345678"
    assert draft(replace(gas, earlier=kept), begin(gas), question(gas, "bill_account.account_no")).text == ""


def test_consents_and_accounts_of_what_happened_are_never_offered_again() -> None:
    here = context("MZ-004")
    answers = begin(here).with_value("declaration.truth", True).with_value("relief.detail", "因病住院")
    assert not {"truth", "detail", "alt_phone"} & set(given(here, answers))
    again = begin(here, {"truth": True, "detail": "因病住院"})
    assert "declaration.truth" not in again
    assert "relief.detail" not in again


def test_what_a_field_cannot_have_is_not_offered() -> None:
    answers = begin(
        context("MZ-004"), {"mobile": "12345", "name": "别人", "reason": "gone", "event_date": None}
    )
    assert "contact.mobile" not in answers
    assert "relief.reason" not in answers
    assert answers.value("applicant.name") == "张三"


def test_the_holder_of_the_account_is_the_applicant_as_a_rule() -> None:
    here = context("MZ-004")
    assert draft(here, begin(here), question(here, "bank_account.account_holder")).text == "张三"


def test_a_typed_number_says_birth_date_and_sex() -> None:
    here = context("MZ-004", card=None)
    answers = Answers().with_value("applicant.id_number", ADULT)
    assert draft(here, answers, question(here, "applicant.birth_date", answers)).text == "1988-08-08"
    assert draft(here, answers, question(here, "applicant.gender", answers)).codes == ("2",)
    assert draft(here, answers, question(here, "applicant.id_type", answers)).codes == ()
    assert draft(here, Answers(), question(here, "applicant.birth_date", Answers())).text == ""


def test_a_default_is_marked_but_not_answered() -> None:
    here = context("CP-001", card=None)
    assert "problem.urgency" not in begin(here)
    assert draft(here, begin(here), question(here, "problem.urgency")).codes == ("normal",)


def test_no_power_of_an_agent_is_ticked_beforehand() -> None:
    for code, mode, path in (
        ("MZ-004", "agency", "agent.poa_scope"),
        ("CP-013", "self", "agency_entrust.entrust_scope"),
    ):
        here = context(code, mode=mode)
        assert draft(here, begin(here), question(here, path)).codes == ()


def test_the_agents_card_fills_in_the_agent_and_nobody_else() -> None:
    agent = replace(CARD, name="李四", id_number=OTHER_ADULT)
    here = replace(context("MZ-004", mode="agency"), agent_card=agent)
    answers = begin(here)
    assert answers.value("agent.agent_name") == "李四"
    assert answers.value("agent.agent_id_number") == OTHER_ADULT
    assert answers.value("applicant.name") == CARD.name
    assert "agent.agent_name" not in begin(context("MZ-004", mode="agency"))


def test_whoever_signs_in_for_a_child_is_the_guardian() -> None:
    here = context("JY-001")
    answers = begin(here)
    assert answers.value("guardian.guardian_name") == "张三"
    assert answers.value("guardian.guardian_id") == ADULT
    first = following(here, answers)
    assert first is not None
    assert first.id == "guardian.guardian_name"  # it may be the child's card: the guardian looks at it


def test_the_region_of_the_site_is_part_of_no_answer() -> None:
    assert SITE not in begin(context("MZ-001")).values.values()


def test_the_card_says_nothing_about_other_fields() -> None:
    here = context("MZ-004")
    assert card_value(here, field("text", prefill="card")) is None
    assert card_value(here, field("select", prefill="card", options="marriage")) is None
