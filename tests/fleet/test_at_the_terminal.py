"""Printing and deciding at once, through the journey: every item, at the real platform over TLS, on the simulated A4 printer."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from config.settings import DocumentPrinterSettings
from devices import catalog
from devices.simulators.process import Simulated, simulated
from kiosk.commands import Command
from kiosk.commands.decisions import AwaitDecision
from kiosk.commands.documents import FetchDocument, FindDocuments, PrintDocument
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.decision import Decision
from kiosk.events import Event
from kiosk.events.decisions import DecisionHeard
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Delivered
from kiosk.platform.client import PlatformClient
from kiosk.platform.documents import DocumentClient
from kiosk.platform.sheets import PublicSheets
from kiosk.runtime.document_desk import DocumentDesk
from kiosk.runtime.document_journal import DocumentJournal
from screens.views.choices import Choice
from screens.views.outcome import Outcome, OutcomeKind
from tests.fleet.process import Server, Terminal
from tests.fleet.test_lookups import handed_in
from tests.kiosk.conftest import Heard
from tests.kiosk.journeys.resident import Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, willing
from tests.kiosk.journeys.terminal import Terminal as Screen

PRINTED = [item.code for item in CATALOGUE.items if item.flow == "print"]
DECIDED = [item.code for item in CATALOGUE.items if item.flow == "apply_instant"]


@pytest.fixture(scope="module")
def printer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulated]:
    with simulated("ipp-printer", "--control", str(tmp_path_factory.mktemp("a4") / "c")) as printer:
        yield printer


def numbered(terminal: str) -> str:
    """A specimen number with a valid check digit (GB 11643)."""
    body = f"44010419880808{int(terminal[1:]):03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(weight * int(digit) for weight, digit in zip(weights, body, strict=True)) % 11
    return body + "10X98765432"[rest]


class Means:
    """What a terminal has: its platform, and an A4 printer; `answer` carries out what a journey commands."""

    def __init__(self, terminal: Terminal, home: Path, printer: Simulated) -> None:
        self._terminal, self._server = terminal, terminal.server
        self._heard, self._sealed = Heard(), dict[str, Delivered]()
        # A resident and a phone of each test's own: only few codes are sent to the same one.
        self.card = replace(CARD, id_number=numbered(terminal.number))
        self.mobile = f"1390000{int(terminal.number[1:]):04d}"
        session, url = terminal.identity.session, terminal.server.url
        self.client = PlatformClient(url, session, PublicSheets(home / "sheets"))
        self.documents = DocumentClient(url, session, terminal.identity.authority)
        settings = DocumentPrinterSettings(address=str(printer.where["uri"]))
        journal = DocumentJournal(home / "documents")
        self.desk = DocumentDesk(catalog.document_printer(settings), journal, self._heard.post)

    def answer(self, command: Command) -> Event | None:
        match command:
            case SendCode(number, mobile, id_number):
                return self.client.send_code(number, mobile and self.mobile, id_number)
            case CheckCode(number, check, _):
                return self.client.check_code(number, check, self._sent(check))
            case FindDocuments(number, document):
                return self.documents.find(number, document)
            case FetchDocument(number, name, document):
                return self.documents.fetch(number, name, document)
            case PrintDocument(number):
                self.desk.print(command)
                return self._heard.wait_for(PrintEnded, lambda event: event.command == number)
            case Record():
                return self._hand_in(command)
            case AwaitDelivery(_, transaction):
                return self._sealed[transaction]
            case AwaitDecision(number, case):
                return DecisionHeard(number, self._decided(case))
            case _:
                return willing(command)

    def _sent(self, check: str) -> str:
        """The code that a phone has got."""
        with self._server.admin() as operator:
            sent = operator.get(f"{self._server.url}/admin/messages").json()["messages"]
        return next(str(one["code"]) for one in sent if one["holder_check"] == check)

    def _hand_in(self, command: Record) -> Event | None:
        """Seal what is recorded and hand it in, as queue and agent do."""
        recorded = willing(command)
        document = json.loads(command.payload)
        answer = self._terminal.put(*self._terminal.seal(document, kind=command.type)).json()
        transaction = recorded.transaction  # type: ignore[union-attr]  # it is `Recorded`
        self._sealed[transaction] = Delivered(
            transaction, answer["case_number"], answer["follow_up"], answer["received_at"]
        )
        return recorded

    def _decided(self, case: str) -> Decision:
        """Ask as the terminal does; the clerk is told to go on instead of being waited for."""
        with self._server.admin() as operator:
            for _ in range(5):
                found = self.client.case(case)
                assert found is not None
                if found.outcome:
                    return found
                operator.post(f"{self._server.url}/admin/clerk", json={"number": case})
        raise AssertionError("it is not decided")


@pytest.fixture
def means(terminal: Terminal, tmp_path: Path, printer: Simulated) -> Iterator[Means]:
    printer.tell("reset")
    made = Means(terminal, tmp_path, printer)
    with made.desk.thread:
        yield made


class AtHome(Resident):
    """A resident who does not live abroad."""

    def _choose(self, page: Choice) -> None:
        if page.page == "question.abroad":
            self.terminal.touch("option:no")
        else:
            super()._choose(page)


Walk = Callable[[str, str], Screen]


@pytest.fixture
def walk(means: Means) -> Walk:
    """Let a resident walk through an item until a page."""

    def walk(code: str, until: str) -> Screen:
        screen = Screen(answer=means.answer).open(code)
        AtHome(screen, means.card).walk(until)
        return screen

    return walk


def accepted(server: Server, terminal: Terminal, id_number: str) -> None:
    """Have a case of the resident accepted, so that there is a notice to print."""
    number = handed_in(terminal, id_number)
    with server.admin() as operator:
        for _ in range(2):
            operator.post(f"{server.url}/admin/clerk", json={"number": number})


@pytest.mark.parametrize("code", PRINTED)
def test_every_document_comes_out_with_the_platforms_seal(
    code: str, means: Means, terminal: Terminal, walk: Walk, printer: Simulated
) -> None:
    if code == "CP-011":
        accepted(terminal.server, terminal, means.card.id_number)
    screen = walk(code, "print.take")
    assert printer.tell("look")["papers"] == 1
    (job,) = screen.commanded(PrintDocument)
    assert printer.tell("look")["copies"] == [len(job.pdf)]
    screen.touch("taken", "print", "taken")
    copy = screen.commanded(PrintDocument)[-1]
    assert copy.copy
    assert copy.pdf != job.pdf
    assert printer.tell("look")["papers"] == 2
    screen.finish()
    again = walk(code, "print.before")
    assert printer.tell("look")["papers"] == 2, "not printed twice unasked, also not in another session"
    assert again.view.secondary
    assert again.view.secondary.label == "补打一份"


def test_what_is_not_sealed_cannot_be_chosen_to_be_printed(walk: Walk, printer: Simulated) -> None:
    screen = walk("MZ-016", "print.list")
    page = screen.view
    assert isinstance(page, Choice)
    draft = next(option for option in page.options if "还没有盖章" in option.hint)
    screen.touch(draft.id)
    assert screen.view.primary
    assert not screen.view.primary.enabled
    assert printer.tell("look")["begun"] == 0


def test_a_terminal_that_trusts_another_authority_prints_nothing(
    means: Means, terminal: Terminal, walk: Walk, printer: Simulated
) -> None:
    means.documents = DocumentClient(terminal.server.url, terminal.identity.session, lambda: b"")
    assert walk("ZJ-010", "print.refused").page == "print.refused.altered"
    assert printer.tell("look")["begun"] == 0


def test_who_lives_abroad_is_looked_at_by_people_and_told_so(means: Means) -> None:
    screen = Screen(answer=means.answer).open("RS-008")
    page = Resident(screen, means.card).walk("outcome")
    assert page.page == "outcome.staff"


@pytest.mark.parametrize("code", DECIDED)
def test_every_item_is_decided_at_once(code: str, walk: Walk) -> None:
    screen = walk(code, "outcome")
    page = screen.view
    assert isinstance(page, Outcome)
    assert (page.page, page.kind) == ("outcome.granted", OutcomeKind.DONE)
    assert page.reference.startswith("440100-")
    assert [job.transaction for job in screen.commanded(PrintReceipt)]
    assert willing(screen.commanded(PrintReceipt)[0]) == PrintEnded(
        screen.commanded(PrintReceipt)[0].id, Paper.PRINTED
    )
    assert screen.finish().page == "goodbye"
