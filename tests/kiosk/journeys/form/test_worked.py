"""What is kept with answers is what would be worked out anew, and is gone with them."""

import gc
from dataclasses import replace

import pytest

from config.language import Language
from kiosk.journeys.case import answers, context
from kiosk.journeys.form import Answers, begin, document, find, questions, review, sections
from kiosk.journeys.form.scope import parts
from kiosk.journeys.form.worked import Worked
from tests.kiosk.journeys.form import specimens
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, Terminal


@pytest.mark.parametrize("code", ["MZ-001", "MZ-006", "GA-002", "RS-016", "CP-001"])
def test_on_the_whole_way_it_says_what_answers_alone_say(code: str) -> None:
    terminal = Terminal().open(code)
    resident = Resident(terminal)
    while not terminal.page.startswith("outcome"):
        resident.answer(terminal.view)
        here, kept = context(terminal.state), answers(terminal.state)
        alone = Answers(dict(kept.values))
        assert parts(here, kept) == parts(here, alone)
        assert sections(here, kept) == sections(here, alone)


def test_only_the_field_set_of_an_answer_is_worked_out_anew() -> None:
    here = specimens.context("MZ-004")
    before = begin(here)
    after = before.with_value("bank_account.account_kind", False)
    one, other = ({part.name: part for part in parts(here, some)} for some in (before, after))
    assert list(one) == list(other)
    assert [name for name in one if one[name] is not other[name]] == ["bank_account"]


def test_the_same_answers_say_something_else_in_another_context() -> None:
    here = specimens.context("MZ-004", card=None, signin_level="L0")
    given = begin(here)
    assert find(here, given, "applicant.name")
    verified = specimens.context("MZ-004", signin_level="L2")
    assert find(verified, given, "applicant.name") is None
    assert "agent" in sections(specimens.context("MZ-004", mode="agency"), given)
    assert questions(here, given) == questions(here, Answers())


def test_a_birthday_overnight_changes_what_is_asked() -> None:
    here = specimens.context("MZ-006")
    minor = begin(here).with_value("applicant.birth_date", "2008-11-24")
    assert "guardian" in sections(here, minor)
    assert "guardian" not in sections(replace(here, today=specimens.TODAY.replace(day=24)), minor)


def test_the_language_changes_words_only() -> None:
    here = specimens.context("GA-001")
    given = begin(here)
    assert review(here, given) != review(specimens.context("GA-001", language=Language.ENGLISH), given)
    assert document(here, given) == document(specimens.context("GA-001", language=Language.ENGLISH), given)


def test_nothing_that_was_worked_out_outlives_the_session() -> None:
    card = replace(CARD, name="李四")
    terminal = Terminal().open("MZ-001")
    Resident(terminal, card).walk("review")
    assert _about(card)
    terminal.touch("leave").touch("leave").wait()
    assert terminal.page == "attract"
    assert not _about(card)


def _about(card: object) -> list[Worked]:
    gc.collect()
    known = (one for one in gc.get_objects() if type(one) is Worked)  # a weak proxy answers for what is gone
    return [one for one in known if any(fact is card for fact in one.facts)]
