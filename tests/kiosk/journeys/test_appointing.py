"""Booking a time: every item of the two flows, and what can go wrong on the way."""

import json
from dataclasses import replace

import pytest

from kiosk.commands import Command
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.commands.slots import FindSlots, HoldSlot
from kiosk.events import Event
from kiosk.events.sending import Delivered, NotRecorded
from kiosk.events.slots import SlotGone, SlotHeld, SlotsFound, SlotsNotFound
from kiosk.events.world import NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.exploring.specimens import SLOTS
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.slots import FindingSlots, HoldingSlot
from screens.views.choices import Choice
from screens.views.outcome import Outcome, OutcomeKind
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, Terminal, willing
from tests.kiosk.receipts.reading import words

ITEMS = {item.code: item for item in CATALOGUE.items if item.flow in ("appoint", "guide_and_appoint")}
MORE = (*SLOTS, *(replace(SLOTS[0], id=f"s{day}", at=f"2026-12-0{day}T14:30:00+08:00") for day in (1, 2)))


def mute(*kinds: type[Command]) -> Terminal:
    return Terminal(answer=lambda one: None if isinstance(one, kinds) else willing(one))


def confirming(terminal: Terminal | None = None, code: str = "CP-018") -> Terminal:
    terminal = (terminal or Terminal()).open(code)
    Resident(terminal).walk("appoint.confirm")
    return terminal


def test_the_flows_serve_eighteen_items() -> None:
    assert len(ITEMS) == 18


@pytest.mark.parametrize("code", ITEMS)
def test_every_item_is_booked_handed_in_and_given_a_slip(code: str) -> None:
    terminal = confirming(code=code)
    assert not terminal.commanded(HoldSlot), "nothing is held before it is asked for"
    terminal.touch("book")
    page = terminal.view
    assert isinstance(page, Outcome)
    assert (page.page, page.kind) == ("outcome.done", OutcomeKind.DONE)
    assert page.reference.startswith("440104-")
    assert "2026年11月27日 星期五 09:00" in [row.value for row in page.rows]
    (record,) = terminal.commanded(Record)
    document = json.loads(record.payload)
    assert document["appointment"] == {"slot": SLOTS[0].id, "hold": "hold"}
    (slip,) = terminal.commanded(PrintReceipt)
    printed = words(slip.receipt)
    assert "预约凭条" in printed
    assert "09:00" in printed
    assert CARD.id_number not in printed
    assert "受理" not in page.title


@pytest.mark.parametrize("code", [code for code, item in ITEMS.items() if item.offline.mode == "forbidden"])
def test_without_a_network_the_guide_says_so_before_the_first_question(code: str) -> None:
    primary = Terminal().open(code, online=False).view.primary
    assert primary is not None
    assert not primary.enabled
    assert primary.reason


def test_a_day_then_a_time_and_back() -> None:
    terminal = Terminal(
        answer=lambda one: SlotsFound(one.id, MORE) if isinstance(one, FindSlots) else willing(one)
    )
    Resident(terminal.open("CP-018")).walk("appoint.day")
    page = terminal.view
    assert isinstance(page, Choice)
    assert [option.id for option in page.options] == ["day:2026-11-27", "day:2026-12-01", "day:2026-12-02"]
    terminal.touch("day:2026-12-02", "back", "day:2026-12-01", "slot:s1", "back")
    assert terminal.page == "appoint.time"
    terminal.touch("slot:s1", "book")
    assert terminal.commanded(HoldSlot)[-1].slot == "s1"


def test_the_site_that_was_chosen_is_asked_for() -> None:
    (asked,) = confirming().commanded(FindSlots)
    assert (asked.item, asked.site) == ("CP-018", "site-01")


def test_who_was_too_slow_chooses_again() -> None:
    terminal = confirming(mute(HoldSlot)).touch("book")
    terminal.post(SlotGone(terminal.commanded(HoldSlot)[-1].id))
    assert terminal.page == "appoint.day"
    assert "别人" in terminal.view.error
    assert not terminal.commanded(Record)


@pytest.mark.parametrize("reason", ["offline", "refused"])
def test_nothing_is_handed_in_when_it_cannot_be_held(reason: str) -> None:
    terminal = confirming(mute(HoldSlot)).touch("book")
    terminal.post(SlotsNotFound(terminal.commanded(HoldSlot)[-1].id, reason))
    page = terminal.view
    assert isinstance(page, Outcome)
    assert page.kind is OutcomeKind.NOT_DONE
    assert not terminal.commanded(Record)
    terminal.touch("again")
    assert terminal.page == "appoint.day"


def test_nothing_free_is_said() -> None:
    terminal = Terminal(
        answer=lambda one: SlotsFound(one.id, ()) if isinstance(one, FindSlots) else willing(one)
    )
    Resident(terminal.open("CP-018")).walk("appoint.none")
    terminal.touch("back")
    assert terminal.page.startswith("question")


@pytest.mark.parametrize("kind", [FindSlots, HoldSlot])
def test_a_platform_that_hangs_is_not_waited_for_for_ever(kind: type[Command]) -> None:
    terminal = mute(kind).open("CP-018")
    resident = Resident(terminal)
    while not isinstance(terminal.state.phase, FindingSlots | HoldingSlot):
        resident.answer(terminal.view) if terminal.page != "appoint.confirm" else terminal.touch("book")
    assert deadline(terminal.state) == 20
    terminal.wait()
    assert terminal.page == "appoint.none"


def test_a_late_answer_is_never_the_next_residents() -> None:
    terminal = confirming(mute(HoldSlot)).touch("book")
    late = terminal.commanded(HoldSlot)[-1].id
    terminal.touch("leave", "done")
    confirming(terminal).touch("book")
    terminal.post(SlotHeld(late, "another's"))
    assert isinstance(terminal.state.phase, HoldingSlot)
    assert not terminal.commanded(Record)


def test_without_a_network_at_the_last_moment_nothing_can_be_booked() -> None:
    terminal = confirming()
    terminal.post(NetworkChanged(False))
    assert terminal.view.primary is not None
    assert not terminal.view.primary.enabled


def lost(command: Command) -> Event | None:
    return NetworkChanged(False) if isinstance(command, AwaitDelivery) else willing(command)


def test_saved_is_not_booked_and_nothing_late_says_so() -> None:
    terminal = confirming(Terminal(answer=lost)).touch("book")
    page = terminal.view
    assert isinstance(page, Outcome)
    assert (page.page, page.kind) == ("outcome.saved", OutcomeKind.SAVED)
    assert "没有确认" in page.sentence
    assert not terminal.commanded(PrintReceipt)
    kept = terminal.state.session.kept
    assert kept is not None
    terminal.post(
        Delivered(kept.transaction, "440104-1", "https://example.org/f/t", "2026-11-25T02:00:01+00:00")
    )
    assert terminal.page == "outcome.saved", "the hold may have lapsed meanwhile"
    assert not terminal.commanded(PrintReceipt)


def test_a_full_disk_leads_back_to_the_questions() -> None:
    terminal = confirming(mute(Record)).touch("book")
    terminal.post(NotRecorded(terminal.commanded(Record)[-1].id, "disk_full"))
    assert terminal.page == "outcome.not_done"
    terminal.touch("back")
    assert terminal.page.startswith("question")
    terminal = confirming(mute(Record)).touch("book")
    terminal.post(NotRecorded(terminal.commanded(Record)[-1].id, "disk_full")).touch("again")
    assert terminal.page == "appoint.day", "a hold lapses: it is chosen and held anew"


@pytest.mark.parametrize("code", [code for code, item in ITEMS.items() if item.offline.mode == "provisional"])
def test_what_may_wait_is_taken_as_an_application_without_a_time(code: str) -> None:
    terminal = Terminal().open(code, online=False)
    page = Resident(terminal).walk()
    assert page.page == "outcome.saved"
    (paper,) = terminal.commanded(PrintReceipt)
    assert "预收件回执" in words(paper.receipt)


def test_everything_ends_by_itself() -> None:
    for code in ("CP-018", "GA-006"):
        terminal = confirming(code=code)
        for _ in range(3):
            terminal.wait()
        assert isinstance(terminal.state.phase, Attract)
