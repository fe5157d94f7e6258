"""Every item of the flows that hand something in, from the attract page to the receipt, by somebody who only looks at the pages."""

import json
from typing import Any

import pytest

from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import Record
from screens.views.outcome import Outcome, OutcomeKind
from tests.kiosk.journeys.resident import STROKES, Resident
from tests.kiosk.journeys.terminal import CARD, CATALOGUE, JPEG, Terminal

HANDED_IN = ("apply_full", "apply_instant", "report", "agency")
ITEMS = [item for item in CATALOGUE.items if item.flow in HANDED_IN and "R_QUERY" not in item.receipts]
CODES = [item.code for item in ITEMS]
OFFLINE = [item.code for item in ITEMS if item.offline.mode == "provisional" and item.sign_in != "L3"]
"""For an organisation somebody must say which one it is: see `test_organisations`."""


def _done(code: str, *, online: bool) -> tuple[Terminal, Outcome]:
    terminal = Terminal().open(code, online=online)
    page = Resident(terminal).walk()
    assert isinstance(page, Outcome)
    return terminal, page


def _document(terminal: Terminal) -> dict[str, Any]:
    (record,) = terminal.commanded(Record)
    document: dict[str, Any] = json.loads(record.payload)
    return document


def test_the_flows_serve_seventy_two_items() -> None:
    assert len(CODES) == 72
    assert len(OFFLINE) == 59


@pytest.mark.parametrize("code", CODES)
def test_with_a_network_it_is_done_with_a_case_number(code: str) -> None:
    terminal, page = _done(code, online=True)
    assert page.kind is OutcomeKind.DONE
    assert page.reference.startswith("440104-")
    assert page.qr == "https://example.org/f/token"
    assert page.step is None
    _check(code, terminal, offline=False)


@pytest.mark.parametrize("code", OFFLINE)
def test_without_a_network_it_is_saved_with_a_provisional_number(code: str) -> None:
    terminal, page = _done(code, online=False)
    assert page.kind is OutcomeKind.SAVED
    assert page.reference.startswith("P-")
    assert not page.qr
    _check(code, terminal, offline=True)


def _check(code: str, terminal: Terminal, *, offline: bool) -> None:
    """The document, its attachments and the number of receipts are as the item wants them."""
    item = CATALOGUE.by_code[code]
    (record,) = terminal.commanded(Record)
    document = _document(terminal)
    assert record.type == document["item"] == code
    assert document["schema"] == 1
    assert document["offline"] is offline
    assert document["language"] == "zh-Hans"
    assert document["mode"] == ("legal" if item.sign_in == "L3" else "self")
    _check_applicant(item.sign_in, document, offline=offline)
    named = {name for one in document["materials"] for name in one["attachments"]}
    named |= {one["attachment"] for one in document["signatures"]}
    named |= {
        name
        for fields in document["form"].values()
        for name in fields.get("photos", fields.get("dog_photo", []))
    }
    assert named == {one.name for one in record.attachments}
    assert all(one.strokes == STROKES or one.jpeg == JPEG for one in record.attachments)
    assert len(terminal.commanded(PrintReceipt)) == (
        {"R_RECV", "R_REPORT"}.isdisjoint(item.receipts) is False
    )


def _check_applicant(level: str, document: dict[str, Any], *, offline: bool) -> None:
    if level == "L0":
        assert document["applicant"] is None
        assert document["consents"]["given"] == []
    else:
        assert document["applicant"]["id_number"] == CARD.id_number
        assert "consent.basic" in document["consents"]["given"]
    check = document["holder_check"]
    wanted = "none" if level in ("L0", "L1") else "deferred" if offline else "verified"
    assert check["outcome"] == wanted
    assert bool(check["id"]) is (wanted == "verified")


def test_required_materials_are_given_in_one_way_or_another() -> None:
    for code in CODES:
        terminal, _ = _done(code, online=True)
        for one in _document(terminal)["materials"]:
            assert one["given"] != "none" or not one["required"], (code, one)
            assert bool(one["attachments"]) is (one["given"] == "photographed")


def test_every_shown_step_is_within_the_whole_and_never_goes_back() -> None:
    terminal = Terminal().open("MZ-001")
    resident = Resident(terminal)
    numbers = []
    while not terminal.page.startswith("outcome"):
        page = terminal.view
        if page.step:
            assert 1 <= page.step.number <= page.step.total
            numbers.append(page.step.number)
        resident.answer(page)
    assert numbers == sorted(numbers)
    assert numbers[0] == 1


def test_the_last_step_is_the_whole() -> None:
    terminal = Terminal().open("GA-001")
    page = Resident(terminal).walk("sign")
    assert page.step
    assert page.step.number == page.step.total


def test_a_form_of_one_part_counts_its_questions() -> None:
    terminal = Terminal().open("CP-002").touch("start")
    assert terminal.view.step
    assert terminal.view.step.total == 6
