"""Looking something up: every item of the two flows, and what can go wrong on the way."""

import json
from dataclasses import replace

import pytest

from kiosk.commands import Command
from kiosk.commands.holder_check import SendCode
from kiosk.commands.lookups import LookUp
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.events import Event
from kiosk.events.lookups import SheetFound, SheetNotFound
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.exploring.specimens import BILL, ORDER, SHEET
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.lookups import LookingUp
from kiosk.sheet import Paid, Sheet
from screens.views.inputs import Touched
from screens.views.listing import Listing
from screens.views.outcome import Outcome, OutcomeKind
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, Terminal, willing
from tests.kiosk.receipts.reading import words

ITEMS = {item.code: item for item in CATALOGUE.items if item.flow in ("query", "query_public")}
PUBLIC = [code for code, item in ITEMS.items() if item.sign_in == "L0"]


def found(code: str, terminal: Terminal | None = None, *, online: bool = True) -> Terminal:
    terminal = (terminal or Terminal()).open(code, online=online)
    Resident(terminal).walk("lookup.found")
    return terminal


def asked(terminal: Terminal) -> LookUp:
    return terminal.commanded(LookUp)[-1]


def silent(command: Command) -> Event | None:
    return None if isinstance(command, LookUp) else willing(command)


def waiting(code: str = "CP-006") -> Terminal:
    return Terminal(answer=silent).open(code).touch("start")


def test_the_flows_serve_twelve_items() -> None:
    assert len(ITEMS) == 12
    assert PUBLIC == ["JY-005", "CP-006", "CP-008", "CP-017"]


@pytest.mark.parametrize("code", ITEMS)
def test_every_item_ends_in_a_sheet_that_is_printed_and_wiped(code: str) -> None:
    terminal = found(code)
    page = terminal.view
    assert isinstance(page, Listing)
    assert "2026-11-25 10:00" in page.lead
    document = json.loads(asked(terminal).document)
    level = ITEMS[code].sign_in
    assert document["id_number"] == ("" if level == "L0" else CARD.id_number)
    assert bool(document["holder_check"]) is (level == "L2")
    assert set(document["form"]) <= set(ITEMS[code].form)
    assert not terminal.commanded(Record), "nothing is handed in"
    terminal.touch("print")
    assert any("打印" in banner.text for banner in terminal.view.banners)
    assert not terminal.view.secondary or not terminal.view.secondary.enabled
    terminal.touch("done")
    assert terminal.page == "goodbye"
    assert terminal.commanded(Wipe)
    assert CARD.name not in repr(terminal.state)


@pytest.mark.parametrize("code", [code for code, item in ITEMS.items() if item.sign_in == "L2"])
def test_the_code_goes_to_the_phone_that_offices_know(code: str) -> None:
    terminal = Terminal().open(code)
    Resident(terminal).walk("code.offer")
    assert "登记" in str(terminal.view)
    terminal.touch("next")
    assert terminal.commanded(SendCode)[-1].mobile == ""
    assert "登记" in terminal.view.lead


@pytest.mark.parametrize("code", PUBLIC)
def test_what_is_published_can_be_read_without_a_network(code: str) -> None:
    kept = replace(SHEET, cached=True)
    terminal = Terminal(answer=lambda one: SheetFound(one.id, kept) if isinstance(one, LookUp) else None)
    page = found(code, terminal, online=False).view
    assert "可能不是最新" in page.lead
    assert asked(terminal).public is not bool(ITEMS[code].form)


@pytest.mark.parametrize("code", sorted(set(ITEMS) - set(PUBLIC)))
def test_what_is_personal_cannot_and_the_guide_says_so_first(code: str) -> None:
    terminal = Terminal().open(code, online=False)
    assert terminal.view.primary is not None
    assert not terminal.view.primary.enabled


def test_a_line_leads_on_and_back() -> None:
    terminal = found("CP-009")
    terminal.touch("more:0")
    assert json.loads(asked(terminal).document)["link"] == "1"
    assert len(terminal.commanded(LookUp)) == 2
    terminal.touch("back")
    assert terminal.page == "lookup.found"
    assert len(terminal.commanded(LookUp)) == 2, "the list is not asked for again"
    terminal.touch("back")
    assert terminal.page == "question.lookup_by"


def test_a_line_that_is_not_there_leads_nowhere() -> None:
    terminal = found("CP-009")
    for touched in ("more:7", "more:x", "more:"):
        terminal.post(Touched(touched))
    assert len(terminal.commanded(LookUp)) == 1


@pytest.mark.parametrize(
    ("reason", "primary"), [("offline", "again"), ("unknown", "done"), ("refused", "done")]
)
def test_without_a_sheet_it_says_that_nothing_was_handed_in(reason: str, primary: str) -> None:
    terminal = waiting()
    terminal.post(SheetNotFound(asked(terminal).id, reason))
    page = terminal.view
    assert isinstance(page, Outcome)
    assert page.kind is OutcomeKind.NOT_DONE
    assert page.primary is not None
    assert page.primary.id == primary


def test_it_is_asked_again_on_wish_and_by_a_number_of_its_own() -> None:
    terminal = waiting()
    first = asked(terminal).id
    terminal.post(SheetNotFound(first, "offline")).touch("again")
    assert asked(terminal).id > first
    terminal.post(SheetFound(first, SHEET))
    assert isinstance(terminal.state.phase, LookingUp), "an answer to what is no longer awaited"


def test_a_platform_that_hangs_is_not_waited_for_for_ever() -> None:
    terminal = waiting()
    assert deadline(terminal.state) == 20
    terminal.wait()
    assert terminal.page == "lookup.failed"
    terminal.touch("back")
    assert terminal.page == "guide"


def test_a_late_answer_is_never_shown_to_the_next_resident() -> None:
    terminal = waiting()
    late = asked(terminal).id
    terminal.touch("leave", "done").open("CP-008").touch("start")
    terminal.post(SheetFound(late, SHEET))
    assert isinstance(terminal.state.phase, LookingUp)


def test_what_was_found_leaves_by_itself() -> None:
    terminal = found("PY-012")
    for _ in range(3):
        terminal.wait()
    assert isinstance(terminal.state.phase, Attract)


def test_leaving_asks_nothing_as_nothing_is_lost() -> None:
    terminal = found("PY-012").touch("leave")
    assert terminal.page == "goodbye"
    assert "没有" not in terminal.view.title


def test_a_payment_prints_its_slip_marked_as_printed_later() -> None:
    """Its result came after the resident had left: the form of the paper is R_PAY's, not that of a look-up."""
    paid = Paid("PY-007", BILL, replace(ORDER, state="settled"))
    terminal = Terminal(
        answer=lambda command: (
            SheetFound(command.id, replace(SHEET, paid=paid))
            if isinstance(command, LookUp)
            else willing(command)
        )
    )
    found("PY-014", terminal).touch("print")
    (job,) = terminal.commanded(PrintReceipt)
    template = CATALOGUE.receipts["R_PAY"]
    said = words(job.receipt)
    for text in (
        template.title_zh,
        template.wording_zh,
        ORDER.number,
        "¥68.20",
        "补打",
        CATALOGUE.by_code["PY-007"].name_zh,
    ):
        assert text in said
    assert CATALOGUE.receipts["R_QUERY"].title_zh not in said


def test_a_printer_that_fails_lets_one_try_again() -> None:
    terminal = found("CP-006")
    terminal.answer = silent_printer
    terminal.touch("print")
    (job,) = terminal.commanded(PrintReceipt)
    terminal.post(PrintEnded(job.id, Paper.FAILED, "PAPER_OUT"))
    assert "没有打印" in terminal.view.banners[-1].text
    terminal.touch("print")
    terminal.post(DeviceChanged(DeviceClass.PRINTER, False, "PAPER_OUT"))
    assert terminal.view.secondary is not None
    assert not terminal.view.secondary.enabled


def silent_printer(command: Command) -> Event | None:
    return None if isinstance(command, PrintReceipt) else willing(command)


def test_no_record_is_said_in_so_many_words() -> None:
    nothing = Sheet(SHEET.as_of, ())
    terminal = waiting()
    terminal.post(NetworkChanged(False), SheetFound(asked(terminal).id, nothing))
    assert terminal.view.title == "没有查到记录"
