"""When a matter is done: what somebody thinks of it, and another matter in which nothing is asked twice."""

import hmac
import json
from dataclasses import replace
from typing import Any

import pytest

from kiosk.commands import Command
from kiosk.commands.cases import FindCases
from kiosk.commands.holder_check import SendCode
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events.sending import NotRecorded, Recorded
from kiosk.events.world import AdmissionChanged, FullResidents, NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.onward import STARS
from kiosk.journeys.phases.browsing import Home
from kiosk.journeys.whom import Whom
from screens.views.choices import Choice
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, Terminal, willing


def done(code: str = "MZ-004", **changes: Any) -> Terminal:
    """A terminal whose resident has finished an item."""
    terminal = Terminal(**changes).open(code)
    Resident(terminal).walk()
    return terminal


def documents(terminal: Terminal) -> list[dict[str, Any]]:
    return [json.loads(one.payload) for one in terminal.commanded(Record)]


@pytest.mark.parametrize("code", ["MZ-004", "RS-008", "CP-018", "PY-007"])
def test_who_is_done_is_asked_what_they_think_and_skips_as_easily(code: str) -> None:
    terminal = done(code).touch("done")
    page = terminal.view
    assert isinstance(page, Choice)
    assert [one.id for one in page.options] == [*(f"stars:{one}" for one in STARS), "skip"]
    assert not any(one.selected for one in page.options), "nothing is chosen beforehand"
    assert CATALOGUE.by_code[code].name_zh in page.lead
    assert "不记您的姓名" in " ".join(page.speech)
    session = terminal.state.session
    assert session == replace(session.afresh(), item=code), "everything personal is gone before"
    goodbye = terminal.touch("skip").view
    assert len(terminal.commanded(Wipe)) == 1
    assert "已" in goodbye.lead
    assert not [one for one in documents(terminal) if one["item"] == "CP-012"]


def test_what_they_think_is_sent_without_a_name() -> None:
    terminal = done().touch("done", "stars:2")
    assert terminal.page == "goodbye"
    assert getattr(terminal.view, "lines", ()) == ("身份证", "回执", "手机"), (
        "what to take is said all the same"
    )
    said = documents(terminal)[-1]
    assert (said["item"], said["about"]) == ("CP-012", {"item": "MZ-004", "act": "rate"})
    assert said["form"] == {"rating": {"stars": "2"}}
    assert said["applicant"] is None
    assert (terminal.commanded(Record)[-1].resident, CARD.name in str(said)) == ("", False)
    assert terminal.touch("done").page == "attract"


def test_a_rating_that_cannot_be_kept_holds_nobody_up() -> None:
    def full(command: Command) -> Any:
        rating = isinstance(command, Record) and command.type == "CP-012"
        return NotRecorded(command.id, "disk_full") if rating else willing(command)

    assert done(answer=full).touch("done", "stars:5").page == "goodbye"
    silent = done().touch("done")
    silent.answer = lambda _: None
    silent.touch("stars:5")
    assert silent.post(Recorded(1, "another's", "P", "2026-11-25T10:00:00+08:00")).page != "goodbye"
    assert silent.wait().page == "goodbye"


def test_after_twenty_seconds_it_is_skipped() -> None:
    terminal = done().touch("done")
    assert deadline(terminal.state) == 20
    assert terminal.wait().page == "goodbye"
    assert done().touch("done", "leave").page == "goodbye"


def test_nobody_is_asked_where_the_catalogue_or_the_outcome_does_not_want_it() -> None:
    assert done("CP-012").touch("done").page == "goodbye", "a rating is not rated"
    assert done("CP-001").touch("done").page == "goodbye", "its flow does not ask"
    kept = Terminal().open("MZ-004", online=False)
    Resident(kept).walk()
    assert kept.touch("done").page == "goodbye", "nobody has done anything yet"
    assert done().post(AdmissionChanged(closed="disk")).touch("done").page == "goodbye"


def test_both_languages_ask() -> None:
    assert "satisfied" in done().touch("language", "done").view.title


def another() -> Terminal:
    return done().touch("another", "skip")


def test_another_matter_asks_for_nothing_twice() -> None:
    terminal = another()
    assert isinstance(terminal.state.phase, Home)
    assert isinstance(terminal.commands[-1], Wipe)
    assert "张*丰，已登录" in next(banner.text for banner in terminal.view.banners)
    session = terminal.state.session
    assert (session.card, session.kept, session.answers, dict(session.pictures)) == (CARD, None, None, {})
    terminal.touch("department.MZ", "item.MZ-011", "start")
    resident = Resident(terminal)
    resident.walk("question.mobile")
    assert "card.waiting" not in resident.seen
    assert getattr(terminal.view, "value", "") == "13800138000"
    assert "您刚才填过" in terminal.view.lead
    codes = len(terminal.commanded(SendCode))
    resident.walk()
    assert documents(terminal)[-1]["applicant"]["id_number"] == CARD.id_number
    assert len(terminal.commanded(SendCode)) == codes + 1, "the first matter had asked for no code"
    third = terminal.touch("another", "skip", "department.MZ", "item.MZ-012", "start")
    Resident(third).walk()
    assert len(third.commanded(SendCode)) == codes + 1, "who was checked once is checked"


def test_ones_own_cases_need_no_card_again() -> None:
    terminal = another().touch("mine")
    Resident(terminal).walk("cases.")
    assert terminal.commanded(FindCases)[-1].id_number == CARD.id_number


def test_what_was_given_ends_with_the_session_and_with_another_card() -> None:
    terminal = another()
    assert terminal.state.session.given
    assert "13800138000" not in repr(terminal.state)
    left = terminal.touch("leave")
    assert left.page == "goodbye"
    assert left.state.session == left.state.session.afresh()
    family = another().touch("department.MZ", "item.MZ-011", "start")
    Resident(family, whom=Whom.FAMILY).walk("for_whom")
    family.touch("for.family")
    assert not family.state.session.given
    assert not family.state.session.stays
    assert another().wait().wait().page == "goodbye"


def test_who_acts_for_others_carries_nothing_over() -> None:
    terminal = Terminal().open("MZ-004")
    Resident(terminal, whom=Whom.AGENCY).walk()
    assert "another" not in touches(terminal.view)
    assert not terminal.state.session.given


def test_too_much_of_somebody_is_said_before_the_next_matter_too() -> None:
    terminal = another()
    digest = hmac.new(b"salt", CARD.id_number.encode(), "sha256").hexdigest()
    terminal.post(AdmissionChanged(residents=FullResidents(b"salt", frozenset({digest}))))
    assert terminal.touch("department.MZ", "item.MZ-011", "start").page == "card.too_many"


def test_a_payment_and_what_was_looked_up_lead_on() -> None:
    paid = done("PY-007").touch("another", "skip")
    assert isinstance(paid.state.phase, Home)
    found = Terminal().open("PY-012")
    Resident(found).walk("lookup.found")
    assert isinstance(found.touch("another").state.phase, Home)
    assert found.state.session.card == CARD
    offline = found.post(NetworkChanged(online=False))
    assert offline.page == "home"
