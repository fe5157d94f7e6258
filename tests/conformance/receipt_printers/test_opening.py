"""How every receipt printer is opened, closed, chosen and found again, over every line."""

import time

import pytest

from devices import catalog
from devices.errors import Action, StaffError
from devices.printer import ReceiptPrinter
from tests.conformance.receipt_printers.desk import BEFORE, HURRY, RECEIPT, Desk, attempt


@pytest.mark.commands("open", "close", "print")
def test_a_printer_that_was_unplugged_and_returns(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("unplug")
    error = attempt(printer)
    assert isinstance(error, StaffError)
    assert error.code == "DEVICE_GONE"
    printer.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        printer.open()
    desk.tell("plug")
    printer.open()
    assert attempt(printer) is None


@pytest.mark.commands("print")
def test_paper_of_a_width_that_there_is_not(desk: Desk) -> None:
    error = attempt(desk.driver(paper_mm=112))
    assert error is not None
    assert (error.code, error.action) == ("PAPER_WIDTH", Action.CONFIGURATION)


@pytest.mark.commands("open", "close", "status", "print")
def test_opening_twice_and_closing_twice(desk: Desk) -> None:
    printer = desk.driver()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        printer.status()
    printer.close()
    for _ in range(2):
        printer.open()
    assert printer.status().code == "OK"
    for _ in range(2):
        printer.close()
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        printer.print(RECEIPT)


def test_the_settings_choose_the_driver(desk: Desk) -> None:
    class Choice:
        driver = f"escpos-{desk.line}"
        address = "04b8:0202" if desk.line == "usb" else desk.simulated.port
        paper_mm = 80
        baud = 115200
        text, codes, cut = "font", "native", "partial"

    assert type(catalog.printer(Choice())) is type(desk.driver())
    if desk.line != "usb":  # no real bus here
        with catalog.printer(Choice()) as printer:
            assert printer.status().code == "OK"


@pytest.mark.commands("open", "status")
@pytest.mark.parametrize("kind", BEFORE)
def test_a_printer_that_cannot_print_is_opened_and_says_why(desk: Desk, kind: str) -> None:
    desk.tell("fault", kind=kind)
    code, error = BEFORE[kind]
    haste = HURRY if code == "PRINTER_SILENT" else 1
    with desk.driver(lambda: time.monotonic() * haste) as printer:
        if error is StaffError and code == "PRINTER_SILENT":
            with pytest.raises(StaffError, match=code):
                printer.status()
        else:
            assert printer.status().code == code


@pytest.mark.commands("open", "close", "print")
def test_opened_again_and_again(desk: Desk) -> None:
    printer = desk.driver()
    for _ in range(3):
        with printer:
            assert attempt(printer) is None
    assert len(desk.receipts()) == 3
