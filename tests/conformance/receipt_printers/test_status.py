"""What every receipt printer says about itself, over every line: how it is, asked and unasked."""

import time

import pytest

from devices.errors import StaffError
from devices.printer import Paper, PrinterStatus, ReceiptPrinter, status_error
from tests.conformance.receipt_printers.desk import BEFORE, WHOLE_LIMIT, Desk, attempt


@pytest.mark.commands("status")
def test_a_printer_with_nothing_wrong(printer: ReceiptPrinter) -> None:
    status = printer.status()
    assert (status.online, status.cover_open, status.paper, status.code) == (True, False, Paper.PLENTY, "OK")
    assert status_error(status) is None


@pytest.mark.commands("status", "print")
def test_paper_that_will_end_soon_is_told_and_printed_on(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="paper_near_end")
    assert printer.status().paper is Paper.LOW
    assert printer.status().code == "OK"
    assert attempt(printer) is None


@pytest.mark.commands("status")
@pytest.mark.parametrize("kind", ["paper_out", "cover_open", "overheated", "jam", "broken", "offline"])
def test_the_status_names_what_is_wrong(desk: Desk, printer: ReceiptPrinter, kind: str) -> None:
    desk.tell("fault", kind=kind)
    status = printer.status()
    code, error = BEFORE[kind]
    assert status.code == code
    assert isinstance(status_error(status), error)
    assert not status.online
    desk.tell("mend")
    assert printer.status().code == "OK"


@pytest.mark.commands("status")
def test_what_is_worst_is_named_first(desk: Desk, printer: ReceiptPrinter) -> None:
    for kind in ("offline", "overheated", "paper_out", "cover_open"):
        desk.tell("fault", kind=kind)
    status = printer.status()
    assert (status.code, status.paper, status.overheated) == ("COVER_OPEN", Paper.OUT, True)


@pytest.mark.commands("status")
def test_the_status_of_a_chatty_printer(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="chatty")
    desk.tell("fault", kind="paper_near_end")
    assert printer.status().paper is Paper.LOW


@pytest.mark.commands("status")
def test_a_printer_that_does_not_answer_has_no_status(desk: Desk) -> None:
    desk.tell("fault", kind="silent")
    with desk.driver() as printer:
        began = time.monotonic()
        with pytest.raises(StaffError, match="PRINTER_SILENT"):
            printer.status()
        assert time.monotonic() - began < 3


@pytest.mark.commands("status", "noticed")
@pytest.mark.parametrize(
    "kind", ["paper_near_end", "paper_out", "cover_open", "overheated", "jam", "broken", "offline"]
)
def test_what_changes_is_noticed_unasked_and_means_the_same(
    desk: Desk, printer: ReceiptPrinter, kind: str
) -> None:
    assert noticed(printer).code == "OK"  # as it is, when it is first told to speak up
    assert printer.noticed() is None
    desk.tell("fault", kind=kind)
    assert noticed(printer) == printer.status()
    assert printer.noticed() is None
    desk.tell("mend")
    assert noticed(printer).code == "OK"


@pytest.mark.commands("noticed", "print")
def test_a_change_after_a_receipt_is_noticed_too(desk: Desk, printer: ReceiptPrinter) -> None:
    assert attempt(printer) is None
    noticed(printer)
    desk.tell("fault", kind="cover_open")
    assert noticed(printer).cover_open
    desk.tell("unplug")
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        noticed(printer)


def noticed(printer: ReceiptPrinter) -> PrinterStatus:
    """What it says by itself, as soon as it does."""
    until = time.monotonic() + WHOLE_LIMIT
    while (status := printer.noticed()) is None:
        assert time.monotonic() < until
    return status


@pytest.mark.commands("noticed")
def test_of_two_changes_the_last_is_noticed(desk: Desk, printer: ReceiptPrinter) -> None:
    noticed(printer)
    desk.tell("fault", kind="cover_open")
    desk.tell("mend")
    desk.tell("fault", kind="paper_near_end")
    told: list[PrinterStatus] = []
    while not told or told[-1].paper is not Paper.LOW:
        told.append(noticed(printer))
    assert (told[-1].cover_open, told[-1].code) == (False, "OK")
    assert printer.noticed() is None


@pytest.mark.commands("noticed")
def test_a_printer_that_is_not_open_notices_nothing(desk: Desk) -> None:
    printer = desk.driver()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        printer.noticed()
    with printer:
        assert noticed(printer).code == "OK"
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        printer.noticed()
