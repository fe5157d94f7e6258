"""The A4 printer's desk over the real driver against the simulated printer: journalled, never twice unasked, true at the end."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from devices.document_printer.ipp import IppPrinter
from devices.simulators.process import Simulated
from kiosk.commands.documents import PrintDocument
from kiosk.events.printing import PRINTED_BEFORE, Paper, PrintEnded
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.runtime.document_desk import DocumentDesk
from kiosk.runtime.document_journal import KEPT, DocumentJournal
from kiosk.runtime.print_desk import NOT_JOURNALLED
from tests.conformance.test_document_printers import pdf
from tests.kiosk.conftest import Heard

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
HURRY = 5  # ten seconds pass until the desk looks again


def hurried() -> float:
    return time.monotonic() * HURRY


@pytest.fixture(scope="module")
def a_printer(simulate: Callable[..., Simulated]) -> Simulated:
    return simulate("ipp-printer")


@pytest.fixture
def printer(a_printer: Simulated) -> Simulated:
    a_printer.tell("reset")
    return a_printer


@pytest.fixture
def journal(tmp_path: Path) -> DocumentJournal:
    return DocumentJournal(tmp_path / "documents")


@pytest.fixture
def desk(printer: Simulated, journal: DocumentJournal, heard: Heard) -> Iterator[DocumentDesk]:
    driver = IppPrinter(str(printer.where["uri"]), now=hurried)
    desk = DocumentDesk(driver, journal, heard.post, hurried)
    with desk.thread:
        assert heard.wait_for(DeviceChanged).working
        yield desk


def test_a_document_is_printed_once_and_another_one_only_as_a_copy(
    desk: DocumentDesk, printer: Simulated, heard: Heard
) -> None:
    desk.print(PrintDocument(1, "d1", pdf()))
    assert heard.wait_for(PrintEnded) == PrintEnded(1, Paper.PRINTED)
    desk.print(PrintDocument(2, "d1", pdf()))
    assert heard.wait_for(PrintEnded) == PrintEnded(2, Paper.FAILED, PRINTED_BEFORE)
    assert printer.tell("look")["papers"] == 1
    desk.print(PrintDocument(3, "d1", pdf(), copy=True))
    assert heard.wait_for(PrintEnded) == PrintEnded(3, Paper.PRINTED)
    assert printer.tell("look")["papers"] == 2


def test_what_failed_surely_may_be_printed_again(
    desk: DocumentDesk, printer: Simulated, heard: Heard
) -> None:
    printer.tell("fault", kind="aborted")
    desk.print(PrintDocument(1, "d1", pdf()))
    assert heard.wait_for(PrintEnded) == PrintEnded(1, Paper.FAILED, "PRINT_ABORTED")
    printer.tell("mend")
    desk.print(PrintDocument(2, "d1", pdf()))
    assert heard.wait_for(PrintEnded).paper is Paper.PRINTED


def test_a_printer_without_paper_is_told_of_and_gets_nothing(
    desk: DocumentDesk, printer: Simulated, heard: Heard
) -> None:
    printer.tell("fault", kind="media_empty")
    event = heard.wait_for(DeviceChanged)
    assert (event.device, event.working) == (DeviceClass.DOCUMENT_PRINTER, False)
    desk.print(PrintDocument(1, "d1", pdf()))
    assert heard.wait_for(PrintEnded) == PrintEnded(1, Paper.FAILED, "PAPER_OUT")
    assert printer.tell("look")["papers"] == 0
    printer.tell("mend")
    assert heard.wait_for(DeviceChanged).working


def test_a_terminal_that_died_while_it_printed_does_not_know_what_came_out(tmp_path: Path) -> None:
    before = DocumentJournal(tmp_path)
    assert before.sending("d1", copy=False) == ""
    assert before.sending("d2", copy=False) == ""
    before.printing("d2")
    assert before.sending("d2", copy=True) == PRINTED_BEFORE, "it is under way"
    after = DocumentJournal(tmp_path)
    after.settle()
    for document in ("d1", "d2"):
        assert after.sending(document, copy=False) == PRINTED_BEFORE
        assert after.sending(document, copy=True) == ""


def test_the_journal_names_nothing_and_forgets_what_is_old(tmp_path: Path) -> None:
    DocumentJournal(tmp_path, lambda: NOW).sending("a document", copy=False)
    (file,) = tmp_path.glob("*.json")
    assert "document" not in file.name + file.read_text()
    DocumentJournal(tmp_path, lambda: NOW + KEPT - timedelta(days=1)).settle()
    assert file.exists()
    (tmp_path / "half.json").write_text("{")
    DocumentJournal(tmp_path, lambda: NOW + 2 * KEPT).settle()
    assert not list(tmp_path.glob("*.json"))


def test_without_a_journal_nothing_leaves(
    desk: DocumentDesk, printer: Simulated, heard: Heard, tmp_path: Path
) -> None:
    (tmp_path / "documents").write_text("a file where the folder should be")
    desk.print(PrintDocument(1, "d1", pdf()))
    assert heard.wait_for(PrintEnded) == PrintEnded(1, Paper.FAILED, NOT_JOURNALLED)
    assert printer.tell("look")["begun"] == 0
