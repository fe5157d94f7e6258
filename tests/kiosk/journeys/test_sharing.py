"""Filling in from what departments hold: only when asked for, only for the checked holder, value by value."""

import json
from dataclasses import replace
from typing import Any

import pytest

from kiosk.commands import Command
from kiosk.commands.sending import Record
from kiosk.commands.sharing import FindProfile
from kiosk.events import Event
from kiosk.events.sharing import ProfileFound, ProfileNotFound
from kiosk.events.world import NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.exploring.specimens import PROFILE
from kiosk.journeys.phases.sharing import FindingProfile
from kiosk.profile import Profile, Shared, profile_of
from screens.views.choices import Choice
from screens.views.listing import Listing
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.reading import Article
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, Terminal, willing

ITEM = "MZ-001"
MOBILE = "question.mobile"


def confirming(terminal: Terminal | None = None, code: str = ITEM) -> Terminal:
    terminal = (terminal or Terminal()).open(code).touch("start")
    Resident(terminal).walk("card.confirm")
    return terminal


def shown(terminal: Terminal | None = None, code: str = ITEM) -> Terminal:
    terminal = confirming(terminal, code).touch("share", "next")
    Resident(terminal).walk("sharing.")
    return terminal


def mute(command: Command) -> Event | None:
    return None if isinstance(command, FindProfile) else willing(command)


def handed_in(terminal: Terminal) -> tuple[dict[str, Any], Resident]:
    resident = Resident(terminal)
    resident.walk()
    (record,) = terminal.commanded(Record)
    document: dict[str, Any] = json.loads(record.payload)
    return document, resident


def test_nobody_is_asked_for_anything_without_wanting_it() -> None:
    terminal = confirming().touch("yes")
    assert not terminal.commanded(FindProfile)
    document, _ = handed_in(terminal)
    assert "shared" not in document


def test_first_it_is_asked_then_proved_then_fetched() -> None:
    terminal = confirming().touch("share")
    assert terminal.page == "sharing.consent"
    assert "人口" in str(terminal.view)
    terminal.touch("next")
    assert terminal.page == "code.offer"
    assert not terminal.commanded(FindProfile)
    Resident(terminal).walk("sharing.")
    (asked,) = terminal.commanded(FindProfile)
    assert (asked.item, asked.id_number) == (ITEM, CARD.id_number)
    assert asked.holder_check
    page = terminal.view
    assert isinstance(page, Listing)
    (row,) = page.groups[0].rows
    assert row.label == "手机号码"
    assert "138" in row.value
    assert "*" in row.value
    assert "2026" in row.hint
    assert "您不用带" in page.lead


def test_what_is_taken_over_is_not_asked_and_can_be_changed() -> None:
    terminal = shown().touch("next")
    resident = Resident(terminal)
    resident.walk("review")
    assert MOBILE not in resident.seen
    assert "code.offer" not in resident.seen, "the holder was checked already"
    assert "change:contact.mobile" in touches(terminal.view)
    document, _ = handed_in(terminal)
    assert document["form"]["contact"]["mobile"] == "13800000000"
    assert document["shared"]["used"] == ["contact.mobile"]
    given = {one["key"]: one["given"] for one in document["materials"]}
    assert given["hukou_book"] == "shared"


def test_what_is_not_wanted_is_asked() -> None:
    terminal = shown().touch("value:0", "use:declined", "next")
    document, resident = handed_in(terminal)
    assert MOBILE in resident.seen
    assert document["shared"]["declined"] == ["contact.mobile"]
    assert document["form"]["contact"]["mobile"] == "13800138000"


def test_a_wrong_value_is_asked_and_its_source_is_to_correct_it() -> None:
    terminal = shown().touch("value:0")
    page = terminal.view
    assert isinstance(page, Choice)
    assert [option.id for option in page.options] == ["use:used", "use:declined", "use:wrong"]
    terminal.touch("use:wrong", "next")
    document, resident = handed_in(terminal)
    assert MOBILE in resident.seen
    assert document["shared"]["wrong"] == [{"field": "contact.mobile", "source": "pop"}]


def test_a_value_that_the_form_would_not_take_is_left_out() -> None:
    odd = Profile(
        PROFILE.as_of,
        (
            Shared("contact.mobile", "12", "pop", "2026-03-02"),
            Shared("contact.alt_phone", "020-12345678", "pop", "2026-03-02"),
            Shared("nothing.there", "1", "pop", "2026-03-02"),
            Shared("address_now.live_detail", 7, "pop", "2026-03-02"),
        ),
        frozenset(),
    )

    def answer(command: Command) -> Event | None:
        return ProfileFound(command.id, odd) if isinstance(command, FindProfile) else willing(command)

    terminal = shown(Terminal(answer=answer))
    assert terminal.view.title == "没有查到能用的信息"
    document, resident = handed_in(terminal.touch("next"))
    assert MOBILE in resident.seen
    assert document["shared"]["used"] == []


@pytest.mark.parametrize("reason", ["offline", "refused"])
def test_when_nothing_can_be_fetched_it_is_filled_in_by_hand(reason: str) -> None:
    terminal = Terminal(answer=mute)
    confirming(terminal).touch("share", "next")
    resident = Resident(terminal)
    while not isinstance(terminal.state.phase, FindingProfile):
        resident.answer(terminal.view)
    assert deadline(terminal.state) == 20
    terminal.post(ProfileNotFound(terminal.commanded(FindProfile)[-1].id, reason))
    page = terminal.view
    assert isinstance(page, Outcome)
    assert page.kind is OutcomeKind.NOT_DONE
    if reason == "offline":
        terminal.touch("again").wait()
    document, _ = handed_in(terminal.touch("next"))
    assert "shared" not in document


def test_going_back_takes_it_all_back() -> None:
    terminal = shown().touch("back")
    assert terminal.page == "sharing.consent"
    assert terminal.state.session.profile is None
    terminal.touch("back", "yes")
    document, _ = handed_in(terminal)
    assert "shared" not in document
    terminal = confirming().touch("share", "next", "back")
    assert terminal.page == "sharing.consent"


def hinting(command: Command) -> Event | None:
    """Departments hold that more may be due: to MZ-012, and to an item that nobody knows here."""
    hinted = replace(PROFILE, hints=(ITEM, "MZ-012", "XX-999"))
    return ProfileFound(command.id, hinted) if isinstance(command, FindProfile) else willing(command)


def test_what_else_one_may_be_entitled_to_is_asked_for_only_by_a_tick_of_its_own() -> None:
    terminal = confirming().touch("share")
    page = terminal.view
    assert isinstance(page, Article)
    assert [(box.id, box.ticked) for box in page.checks] == [("consent.hints", False)]
    terminal.touch("next")
    Resident(terminal).walk("sharing.")
    assert not terminal.commanded(FindProfile)[0].hints
    agreed = confirming(Terminal(answer=hinting)).touch("share", "consent.hints", "next")
    Resident(agreed).walk("sharing.values")
    assert agreed.commanded(FindProfile)[0].hints
    shown_to = agreed.view
    assert isinstance(shown_to, Listing)
    assert [row.label for row in shown_to.groups[-1].rows] == ["重度残疾人护理补贴"]
    assert "不会自动申请" in shown_to.groups[-1].heading
    assert not confirming().touch("share", "consent.hints", "back", "share").state.session.hints


def test_without_a_network_it_is_not_offered() -> None:
    assert "share" not in touches(confirming().post(NetworkChanged(False)).view)
    terminal = confirming().touch("share").post(NetworkChanged(False))
    assert terminal.view.primary is not None
    assert not terminal.view.primary.enabled


def test_nothing_of_it_is_in_repr_or_outlives_the_session() -> None:
    terminal = shown()
    assert "13800000000" not in repr(terminal.state)
    terminal.touch("leave", "leave")
    assert terminal.page == "goodbye"
    assert terminal.state.session == terminal.state.session.afresh()


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        [],
        {"as_of": "2026-11-25T10:00:00", "values": [], "waived": []},
        {"as_of": "2026-11-25T10:00:00+08:00", "values": [{}], "waived": []},
        {"as_of": "2026-11-25T10:00:00+08:00", "values": [], "waived": [7]},
        {"as_of": "2026-11-25T10:00:00+08:00", "values": [], "waived": [], "hints": "MZ-011"},
        {
            "as_of": "2026-11-25T10:00:00+08:00",
            "values": [{"field": 1, "source": "pop", "as_of": "2026-01-01", "value": 1}],
            "waived": [],
        },
    ],
)
def test_what_is_no_profile_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"profile|zone"):
        profile_of(wrong)
