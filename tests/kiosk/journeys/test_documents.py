"""Printing a document: every item of the flow, the paper in the hand, and what can go wrong on the way."""

import json
from dataclasses import replace

import pytest

from kiosk.commands import Command
from kiosk.commands.documents import FetchDocument, FindDocuments, PrintDocument
from kiosk.commands.sending import Record
from kiosk.commands.sessions import Wipe
from kiosk.document import Printable
from kiosk.events import Event
from kiosk.events.documents import DocumentFetched, DocumentNotFetched, DocumentsFound, DocumentsNotFound
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged
from kiosk.journeys import deadline
from kiosk.journeys.exploring.specimens import DOCUMENT
from kiosk.journeys.phases.browsing import Attract
from kiosk.journeys.phases.documents import FetchingDocument, FindingDocuments
from screens.views.choices import Choice
from screens.views.inputs import Touched
from screens.views.listing import Listing
from screens.views.outcome import Outcome, OutcomeKind
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, PDF, SETTINGS, Terminal, willing

ITEMS = {item.code: item for item in CATALOGUE.items if item.flow == "print"}
BROKEN = DeviceChanged(DeviceClass.DOCUMENT_PRINTER, working=False, code="PAPER_OUT")
WORKS = DeviceChanged(DeviceClass.DOCUMENT_PRINTER, working=True)


def at(page: str, code: str = "CP-011", terminal: Terminal | None = None) -> Terminal:
    terminal = (terminal or Terminal()).open(code)
    Resident(terminal).walk(page)
    return terminal


def without(kind: type[Command]) -> Terminal:
    """A terminal on which one command is not answered."""

    def answer(command: Command) -> Event | None:
        return None if isinstance(command, kind) else willing(command)

    return Terminal(answer=answer)


def printing(code: str = "CP-011") -> tuple[Terminal, int]:
    """At the printer, and the command that is awaited."""
    terminal = at("print.printing", code, without(PrintDocument))
    return terminal, terminal.commanded(PrintDocument)[-1].id


def ended(paper: Paper, code: str = "") -> Terminal:
    terminal, command = printing()
    return terminal.post(PrintEnded(command, paper, code))


def outcome(terminal: Terminal) -> Outcome:
    page = terminal.view
    assert isinstance(page, Outcome)
    return page


def test_the_flow_serves_six_items() -> None:
    assert sorted(ITEMS) == ["CP-011", "GA-008", "MZ-016", "RS-009", "WJ-002", "ZJ-010"]


@pytest.mark.parametrize("code", ITEMS)
def test_every_item_ends_with_the_paper_in_the_hand(code: str) -> None:
    terminal = at("print.about", code)
    page = terminal.view
    assert isinstance(page, Listing)
    values = [row.value for group in page.groups for row in group.rows]
    assert {"2张A4纸", "不收费", "2027-02-23"} <= set(values)
    terminal.touch("print")
    assert terminal.page == "print.take"
    (job,) = terminal.commanded(PrintDocument)
    assert (job.pdf, job.copy) == (PDF, False)
    asked = json.loads(terminal.commanded(FetchDocument)[0].document)
    assert (asked["item"], asked["id_number"], asked["copy"]) == (code, CARD.id_number, False)
    assert bool(asked["holder_check"]) is (ITEMS[code].sign_in == "L2")
    terminal.touch("taken")
    assert outcome(terminal).kind is OutcomeKind.DONE
    assert terminal.finish().page == "goodbye"
    assert "文书" not in str(terminal.view.lead)
    assert terminal.commanded(Wipe)
    assert not terminal.commanded(Record), "nothing is handed in"
    assert CARD.name not in repr(terminal.state)


@pytest.mark.parametrize("code", ITEMS)
def test_without_a_network_or_a_printer_the_guide_says_so_first(code: str) -> None:
    for terminal in (Terminal().open(code, online=False), Terminal().post(BROKEN).open(code)):
        assert terminal.view.primary is not None
        assert not terminal.view.primary.enabled
        assert "北京街道公共服务办" in terminal.view.primary.reason


def test_what_is_not_sealed_or_not_free_explains_itself_and_is_not_fetched() -> None:
    wrong = replace(DOCUMENT, sealed=False), replace(DOCUMENT, fee=500)
    terminal = at("print.finding", terminal=without(FindDocuments))
    terminal.post(DocumentsFound(terminal.commanded(FindDocuments)[0].id, wrong))
    page = terminal.view
    assert isinstance(page, Choice)
    assert "还没有盖章" in page.options[0].hint
    assert "¥5.00" in page.options[1].hint
    for place, words in enumerate(("电子印章", "没有扣任何费用")):
        terminal.touch(f"document:{place}")
        assert terminal.view.primary is not None
        assert not terminal.view.primary.enabled
        assert words in terminal.view.error
        terminal.post(Touched("print")).touch("back")
    assert not terminal.commanded(FetchDocument)


@pytest.mark.parametrize(
    ("reason", "words", "primary"),
    [
        ("offline", "没有取到", "again"),
        ("refused", "不给出", "done"),
        ("unsealed", "还没有电子印章", "done"),
        ("uncoded", "没有验真码", "done"),
        ("altered", "对不上", "done"),
    ],
)
def test_a_file_that_is_not_there_or_not_fit_is_never_printed(reason: str, words: str, primary: str) -> None:
    terminal = at("print.fetching", terminal=without(FetchDocument))
    terminal.post(DocumentNotFetched(terminal.commanded(FetchDocument)[0].id, reason))
    page = outcome(terminal)
    assert page.kind is OutcomeKind.NOT_DONE
    assert page.sentence == "没有打印，也没有收费。"
    assert words in page.next_steps[0]
    assert page.primary
    assert page.primary.id == primary
    assert not terminal.commanded(PrintDocument)
    assert terminal.touch("back").page == "print.list"


@pytest.mark.parametrize("reason", ["none", "offline", "refused"])
def test_nothing_to_print_says_where_else(reason: str) -> None:
    terminal = at("print.finding", terminal=without(FindDocuments))
    command = terminal.commanded(FindDocuments)[0].id
    answer = DocumentsFound(command, ()) if reason == "none" else DocumentsNotFound(command, reason)
    page = outcome(terminal.post(answer))
    assert page.kind is OutcomeKind.NOT_DONE
    assert "北京街道公共服务办" in page.next_steps[1]
    terminal.touch("again" if reason == "offline" else "done")
    assert terminal.page == ("print.finding" if reason == "offline" else "goodbye")


def test_a_printer_that_breaks_meanwhile_gets_nothing() -> None:
    terminal = at("print.about").post(BROKEN)
    assert terminal.view.primary
    assert not terminal.view.primary.enabled
    assert "没有收费" in terminal.view.primary.reason
    terminal.post(WORKS)
    terminal.answer = without(FetchDocument).answer
    terminal.touch("print").post(BROKEN)
    terminal.post(DocumentFetched(terminal.commanded(FetchDocument)[0].id, PDF))
    assert terminal.page == "print.refused.printer"
    assert not terminal.commanded(PrintDocument)
    assert terminal.post(WORKS).touch("again").page == "print.fetching"


@pytest.mark.parametrize(
    ("paper", "code", "page", "kind", "button"),
    [
        (Paper.FAILED, "PAPER_OUT", "print.failed", OutcomeKind.NOT_DONE, "再试一次"),
        (Paper.FAILED, "PRINT_INCOMPLETE", "print.failed", OutcomeKind.NOT_DONE, "再试一次"),
        (Paper.FAILED, "PRINTED_BEFORE", "print.before", OutcomeKind.NOT_DONE, "补打一份"),
        (Paper.UNKNOWN, "PRINT_UNKNOWN", "print.unknown", OutcomeKind.PAPER_UNKNOWN, "补打一份"),
    ],
)
def test_the_end_of_a_print_is_told_truly(
    paper: Paper, code: str, page: str, kind: OutcomeKind, button: str
) -> None:
    terminal = ended(paper, code)
    assert terminal.page == page
    assert outcome(terminal).kind is kind
    assert terminal.view.secondary
    assert terminal.view.secondary.label == button
    terminal.touch("print")
    assert json.loads(terminal.commanded(FetchDocument)[-1].document)["copy"] is (button == "补打一份")
    assert terminal.commanded(PrintDocument)[-1].copy is (button == "补打一份")
    assert len(terminal.commanded(PrintDocument)) == 2, "never without being asked"


def test_another_one_after_a_paper_came_out_is_a_copy_for_good() -> None:
    terminal = ended(Paper.PRINTED).touch("taken", "print")
    copy = terminal.commanded(PrintDocument)[-1]
    assert copy.copy
    terminal.post(PrintEnded(copy.id, Paper.FAILED, "PAPER_JAM")).touch("print")
    assert terminal.commanded(PrintDocument)[-1].copy


def test_a_printer_that_falls_silent_is_unknown_until_it_answers_after_all() -> None:
    terminal, command = printing()
    assert deadline(terminal.state) == 180
    assert terminal.view.leave is None
    terminal.post(Touched("leave"), NetworkChanged(False))
    assert terminal.page == "print.printing"
    terminal.wait()
    assert terminal.page == "print.unknown"
    assert terminal.post(PrintEnded(command, Paper.PRINTED)).page == "print.take"
    assert terminal.post(PrintEnded(command, Paper.FAILED, "X")).page == "print.take"


def test_a_paper_that_is_forgotten_is_told_of_and_the_terminal_comes_to_rest() -> None:
    terminal = ended(Paper.PRINTED)
    assert deadline(terminal.state) == SETTINGS.timers.take
    terminal.wait()
    assert "还在打印机上" in terminal.view.banners[-1].text
    assert deadline(terminal.state) == 2 * SETTINGS.timers.take
    terminal.wait()
    assert terminal.page == "goodbye"
    assert "文书可能还在A4打印机上" in terminal.view.lead
    assert "A4打印机上的文书" in str(terminal.view)
    assert terminal.commanded(Wipe)
    terminal.wait()
    assert isinstance(terminal.state.phase, Attract)


def test_leaving_before_it_is_taken_is_not_said_to_be_nothing() -> None:
    terminal = ended(Paper.UNKNOWN).touch("leave")
    assert "文书可能还在" in terminal.view.lead
    terminal = ended(Paper.FAILED, "PAPER_JAM").touch("leave")
    assert terminal.view.lead == "再见。"


def test_another_document_does_not_take_the_first_one_out_of_the_printer() -> None:
    terminal = ended(Paper.UNKNOWN).touch("back", "document:0", "print")
    command = terminal.commanded(PrintDocument)[-1].id
    terminal.post(PrintEnded(command, Paper.FAILED, "PRINTED_BEFORE")).touch("done")
    assert "文书可能还在" in terminal.view.lead


def test_answers_that_are_late_or_anothers_change_nothing() -> None:
    terminal = at("print.finding", terminal=without(FindDocuments))
    assert deadline(terminal.state) == 20
    first = terminal.commanded(FindDocuments)[0].id
    terminal.wait()
    assert terminal.page == "print.none.offline"
    terminal.touch("again").post(DocumentsFound(first, (DOCUMENT,)))
    assert isinstance(terminal.state.phase, FindingDocuments)
    terminal = at("print.fetching", terminal=without(FetchDocument))
    first = terminal.commanded(FetchDocument)[0].id
    assert terminal.wait().page == "print.refused.offline"
    terminal.touch("again").post(DocumentFetched(first, PDF))
    assert isinstance(terminal.state.phase, FetchingDocument)
    assert terminal.touch("leave").page == "goodbye"
    terminal.post(DocumentFetched(terminal.commanded(FetchDocument)[-1].id, PDF))
    assert not terminal.commanded(PrintDocument)


def test_a_place_that_is_not_there_leads_nowhere_and_back_leads_back() -> None:
    terminal = at("print.list")
    for touched in ("document:7", "document:x", "document:", "back:0"):
        assert terminal.post(Touched(touched)).page == "print.list"
    assert terminal.touch("back").page == "card.confirm"


def test_the_name_of_a_document_is_not_shown_by_repr() -> None:
    assert "secret" not in repr(Printable("secret", "证明", "Proof", "", "", "2026-11-25", "", 1))
