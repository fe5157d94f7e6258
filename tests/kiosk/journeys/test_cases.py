"""One's own cases: seen, read, supplemented, withdrawn, rated, complained about; an appointment cancelled or moved."""

import json
from dataclasses import replace
from typing import Any

import pytest

from config.language import Language
from kiosk.case_file import Act
from kiosk.commands import Command
from kiosk.commands.cases import FindCases
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.commands.slots import FindSlots
from kiosk.events import Event
from kiosk.events.cases import CasesFound, CasesNotFound
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.exploring.specimens import CASES
from kiosk.journeys.onward import STARS
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.cases import FindingCases
from screens.views.choices import Choice
from screens.views.listing import Listing
from screens.views.menus import Menu
from screens.views.outcome import Outcome, OutcomeKind
from screens.views.reading import Article
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, Terminal, willing
from tests.kiosk.receipts.reading import words

TO_CORRECT, BOOKED = 0, 1


def signed_in(terminal: Terminal | None = None) -> Terminal:
    terminal = (terminal or Terminal()).touch("start", "mine")
    Resident(terminal).walk("cases.")
    return terminal


def at_case(place: int, terminal: Terminal | None = None) -> Terminal:
    return signed_in(terminal).touch(f"case:{place}")


def asked(terminal: Terminal) -> dict[str, Any]:
    (record,) = terminal.commanded(Record)
    document: dict[str, Any] = json.loads(record.payload)
    return document


def end(terminal: Terminal, kind: OutcomeKind = OutcomeKind.DONE) -> Outcome:
    page = terminal.view
    assert isinstance(page, Outcome)
    assert page.kind is kind
    assert "受理" not in page.title
    return page


def mute(command: Command) -> Event | None:
    return None if isinstance(command, FindCases) else willing(command)


def test_from_home_with_a_card_to_the_list_with_state_and_light() -> None:
    terminal = signed_in()
    page = terminal.view
    assert isinstance(page, Choice)
    assert [option.id for option in page.options] == ["case:0", "case:1"]
    assert page.options[0].label == "临时救助申请"
    assert page.options[0].hint == "请补交 1 份材料"
    assert "已受理" in page.options[1].hint
    assert "● 正常" in page.options[1].hint
    (find,) = terminal.commanded(FindCases)
    assert find.id_number == CARD.id_number


def test_one_case_with_clock_papers_and_what_can_be_asked() -> None:
    terminal = at_case(TO_CORRECT)
    page = terminal.view
    assert isinstance(page, Listing)
    rows = {row.label: row.value for group in page.groups for row in group.rows}
    assert rows["办件编号"] == CASES[0].number
    assert rows["请在此日期前补交"] == "2026-12-09"
    assert rows["时限"].startswith("■")
    assert "银行" in "".join(rows)
    assert {"act:supplement", "act:withdraw", "act:rate", "act:complain", "notice:0"} <= set(touches(page))
    terminal.touch("back", "case:1")
    rows = {row.label: row.value for group in terminal.view.groups for row in group.rows}  # type: ignore[union-attr]  # a Listing
    assert rows["承诺办结日期"] == "2026-12-20"
    assert rows["预约的时间、地点"] == "2026-12-01 09:00　示范窗口"


def test_the_missing_papers_are_photographed_signed_and_sent() -> None:
    terminal = at_case(TO_CORRECT).touch("act:supplement")
    page = Resident(terminal).walk()
    assert isinstance(page, Outcome)
    end(terminal)
    document = asked(terminal)
    assert document["about"] == {"case": CASES[0].number, "act": "supplement"}
    assert document["item"] == "CP-010"
    assert document["applicant"]["id_number"] == CARD.id_number
    (material,) = document["materials"]
    assert (material["key"], material["given"]) == ("bank_book", "photographed")
    assert "case_lookup" not in document["form"], "which case it is was not asked again"
    (record,) = terminal.commanded(Record)
    assert {one.name for one in record.attachments} == {"bank_book-1.jpg", "signature.png"}
    assert "收件回执" in words(terminal.commanded(PrintReceipt)[-1].receipt)


def test_what_is_supplemented_without_a_network_is_kept() -> None:
    terminal = at_case(TO_CORRECT).touch("act:supplement")
    Resident(terminal).walk("review")
    terminal.post(NetworkChanged(False))
    Resident(terminal).walk()
    end(terminal, OutcomeKind.SAVED)
    assert "预收件回执" in words(terminal.commanded(PrintReceipt)[-1].receipt)


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH], ids=lambda one: one.value)
def test_withdrawn_after_asking_and_checking_and_only_received(language: Language) -> None:
    terminal = at_case(TO_CORRECT).touch("act:withdraw")
    if language is Language.ENGLISH:
        terminal.touch("language")
    page = terminal.view
    assert isinstance(page, Article)
    assert not terminal.commanded(Record)
    terminal.touch("confirm")
    Resident(terminal).walk()
    assert "不等于" in str(end(terminal).next_steps) or "not yet" in str(end(terminal).next_steps)
    document = asked(terminal)
    assert document["about"] == {"case": CASES[0].number, "act": "withdraw"}
    assert document["holder_check"]["outcome"] == "verified"
    assert document["materials"] == []
    printed = words(terminal.commanded(PrintReceipt)[-1].receipt)
    assert CASES[0].number in printed
    assert CARD.id_number not in printed
    assert CARD.name not in printed


def test_a_withdrawal_that_does_not_get_through_is_a_pre_receipt() -> None:
    def lost(command: Command) -> Event | None:
        return NetworkChanged(False) if isinstance(command, AwaitDelivery) else willing(command)

    terminal = at_case(TO_CORRECT, Terminal(answer=lost)).touch("act:withdraw", "confirm")
    Resident(terminal).walk()
    assert "原来的办件照旧" in str(end(terminal, OutcomeKind.SAVED).next_steps)
    printed = words(terminal.commanded(PrintReceipt)[-1].receipt)
    assert "预收件回执" in printed
    assert "尚未提交，尚未受理" in printed


@pytest.mark.parametrize("stars", STARS)
def test_rated_without_a_name(stars: str) -> None:
    terminal = at_case(TO_CORRECT).touch("act:rate")
    page = terminal.view
    assert isinstance(page, Choice)
    assert [option.id for option in page.options] == [*(f"stars:{one}" for one in STARS), "skip"]
    assert not any(option.selected for option in page.options)
    terminal.touch(f"stars:{stars}")
    end(terminal)
    document = asked(terminal)
    assert document["form"] == {"rating": {"stars": stars}}
    assert document["applicant"] is None
    assert CARD.id_number not in json.dumps(document)
    (record,) = terminal.commanded(Record)
    assert record.resident == ""
    assert not terminal.commanded(PrintReceipt)


def test_not_rating_is_as_easy_and_leads_back() -> None:
    terminal = at_case(TO_CORRECT).touch("act:rate", "skip")
    assert terminal.page == "cases.one"
    assert not terminal.commanded(Record)


def test_a_complaint_knows_what_it_is_about() -> None:
    terminal = at_case(TO_CORRECT).touch("act:complain")
    resident = Resident(terminal)
    resident.walk()
    end(terminal)
    document = asked(terminal)
    assert document["item"] == "CP-002"
    assert document["about"]["act"] == "complain"
    assert document["form"]["complaint"]["about_case"] == CASES[0].number
    assert document["form"]["complaint"]["target"] == "临时救助申请"
    assert "question.what" in resident.seen
    assert "question.about_case" not in resident.seen
    assert "question.target" not in resident.seen


def test_an_appointment_is_cancelled() -> None:
    terminal = at_case(BOOKED).touch("act:cancel")
    assert "给别人" in str(terminal.view)
    terminal.touch("confirm")
    Resident(terminal).walk()
    end(terminal)
    assert asked(terminal)["about"] == {"case": CASES[1].number, "act": "cancel"}


def test_an_appointment_is_moved_at_the_same_place() -> None:
    terminal = at_case(BOOKED).touch("act:rebook")
    Resident(terminal).walk("appoint.confirm")
    terminal.touch("book")
    page = end(terminal)
    assert page.title == "预约成功"
    (find,) = terminal.commanded(FindSlots)
    assert (find.item, find.site) == ("CP-018", "site-01")
    document = asked(terminal)
    assert document["about"] == {"case": CASES[1].number, "act": "rebook"}
    assert document["appointment"]["hold"] == "hold"
    assert "预约凭条" in words(terminal.commanded(PrintReceipt)[-1].receipt)


@pytest.mark.parametrize(
    ("place", "act", "first"),
    [
        (TO_CORRECT, "supplement", "question"),
        (TO_CORRECT, "complain", "question"),
        (TO_CORRECT, "withdraw", "cases.withdraw"),
        (BOOKED, "rebook", "code.offer"),
        (BOOKED, "cancel", "cases.cancel"),
    ],
)
def test_going_back_leads_to_the_case_with_nothing_asked(place: int, act: str, first: str) -> None:
    terminal = at_case(place).touch(f"act:{act}")
    assert terminal.page.startswith(first)
    terminal.touch("back")
    assert terminal.page == "cases.one"
    assert terminal.state.session.about is None
    terminal.touch("back", "case:0")
    assert not terminal.commanded(Record)


def test_a_sealed_paper_is_printed_once_another_only_read() -> None:
    terminal = at_case(TO_CORRECT).touch("notice:0")
    assert "请补正" in str(terminal.view)
    terminal.touch("print")
    printed = words(terminal.commanded(PrintReceipt)[-1].receipt)
    assert "申请材料补正告知书（一次性告知）" in printed
    assert "样章" in printed
    assert not terminal.view.secondary or not terminal.view.secondary.enabled
    terminal.touch("back", "notice:1")
    assert terminal.view.secondary is None
    assert "没有电子印章" in str(terminal.view)


def test_a_paper_that_was_not_printed_can_be_tried_again() -> None:
    def failing(command: Command) -> Event | None:
        if isinstance(command, PrintReceipt):
            return PrintEnded(command.id, Paper.FAILED, "PAPER_OUT")
        return willing(command)

    terminal = at_case(TO_CORRECT, Terminal(answer=failing)).touch("notice:0", "print", "print")
    assert len(terminal.commanded(PrintReceipt)) == 2
    terminal.post(DeviceChanged(DeviceClass.PRINTER, False, "PAPER_OUT"))
    assert terminal.view.secondary is not None
    assert not terminal.view.secondary.enabled


def test_what_needs_the_network_says_so_and_what_does_not_goes_on() -> None:
    terminal = at_case(TO_CORRECT).post(NetworkChanged(False))
    assert "act:withdraw" not in touches(terminal.view)
    assert "act:supplement" in touches(terminal.view)


@pytest.mark.parametrize("event", [NetworkChanged(False), DeviceChanged(DeviceClass.CARD_READER, False, "X")])
def test_home_says_why_cases_cannot_be_seen_now(event: Event) -> None:
    terminal = Terminal().touch("start").post(event)
    page = terminal.view
    assert isinstance(page, Menu)
    (tile,) = (tile for section in page.sections for tile in section.tiles if tile.id == "mine")
    assert not tile.enabled
    assert tile.reason
    terminal.touch("mine")
    assert terminal.page == "home"


@pytest.mark.parametrize("reason", ["offline", "refused"])
def test_when_they_cannot_be_told_nothing_is_shown_as_if_there_were_none(reason: str) -> None:
    terminal = Terminal(answer=mute).touch("start", "mine")
    resident = Resident(terminal)
    while not isinstance(terminal.state.phase, FindingCases):
        resident.answer(terminal.view)
    assert deadline(terminal.state) == 20
    terminal.post(CasesNotFound(terminal.commanded(FindCases)[-1].id, reason))
    end(terminal, OutcomeKind.NOT_DONE)
    terminal.touch("again" if reason == "offline" else "done")
    assert terminal.page == ("cases.working" if reason == "offline" else "goodbye")
    if reason == "offline":
        terminal.wait()
        assert terminal.page == "cases.failed"


def test_none_is_said() -> None:
    terminal = Terminal(answer=mute).touch("start", "mine")
    resident = Resident(terminal)
    while not isinstance(terminal.state.phase, FindingCases):
        resident.answer(terminal.view)
    terminal.post(CasesFound(terminal.commanded(FindCases)[-1].id, ()))
    assert terminal.page == "cases.none"
    terminal.touch("done")
    assert terminal.page == "goodbye"


def test_a_case_of_an_unknown_item_with_an_unknown_paper_is_shown_in_the_platforms_words() -> None:
    missing = tuple(replace(one, material="unheard_of") for one in CASES[0].missing)
    notices = (replace(CASES[0].notices[1], kind="R_NEW"),)
    odd = replace(
        CASES[0], item="ZZ-999", missing=missing, notices=notices, acts=(Act.SUPPLEMENT, Act.REBOOK)
    )

    def answer(command: Command) -> Event | None:
        return CasesFound(command.id, (odd,)) if isinstance(command, FindCases) else willing(command)

    terminal = at_case(0, Terminal(answer=answer))
    assert terminal.view.title == "ZZ-999"
    assert not [one for one in touches(terminal.view) if one.startswith("act:")]
    terminal.touch("notice:0")
    assert terminal.view.title == odd.notices[0].number


def test_leaving_wipes_and_everything_ends_by_itself() -> None:
    terminal = at_case(TO_CORRECT).touch("leave")
    assert terminal.page == "goodbye"
    assert terminal.state.session == terminal.state.session.afresh()
    for act in ("act:supplement", "act:rate", "act:withdraw", "notice:0"):
        terminal = at_case(TO_CORRECT).touch(act)
        for _ in range(3):
            terminal.wait()
        assert isinstance(terminal.state.phase, Attract)


def test_nothing_personal_in_repr() -> None:
    terminal = at_case(TO_CORRECT).touch("notice:0")
    assert CARD.id_number not in repr(terminal.state)
    assert CASES[0].number not in repr(terminal.state)
