"""What every receipt printer owes when something goes wrong: proof, or an error with its remedy, never a hang."""

import pytest

from devices.errors import MediaError, StaffError
from devices.printer import Line, Paper, Receipt, ReceiptPrinter, Step
from tests.conformance.receipt_printers.desk import (
    BEFORE,
    LINES,
    RECEIPT,
    Desk,
    Haste,
    attempt,
    over_two_lines,
)


@pytest.mark.commands("print")
def test_each_step_is_told_before_it_is_taken(desk: Desk, printer: ReceiptPrinter) -> None:
    told: list[tuple[Step, object]] = []
    printer.print(RECEIPT, lambda step: told.append((step, desk.tell("look")["receipts"])))
    assert [step for step, _ in told] == [Step.SENDING, Step.TAKEN]
    assert told[0] == (Step.SENDING, 0)


@pytest.mark.commands("print")
def test_nothing_is_sent_when_the_one_who_is_told_objects(desk: Desk, printer: ReceiptPrinter) -> None:
    def object_(_: Step) -> None:
        raise MediaError("NO", "This is not to be printed, says the one who keeps the journal.")

    with pytest.raises(MediaError, match="NO"):
        printer.print(RECEIPT, object_)
    look = desk.tell("look")
    assert (look["receipts"], look["hanging"]) == (0, 0)
    assert attempt(printer) is None


@pytest.mark.commands("print")
@pytest.mark.parametrize("kind", BEFORE)
def test_nothing_is_sent_to_a_printer_that_cannot_print(
    desk: Desk, printer: ReceiptPrinter, kind: str
) -> None:
    desk.tell("fault", kind=kind)
    error = attempt(printer)
    code, action = BEFORE[kind]
    assert isinstance(error, action)
    assert error.code == code
    look = desk.tell("mend")
    assert (look["receipts"], look["hanging"]) == (0, 0)


@pytest.mark.commands("print")
@pytest.mark.parametrize(
    ("kind", "remedy"),
    [("paper_out", "roll"), ("cover_open", "close"), ("jam", "torn pieces"), ("broken", "replace")],
)
@pytest.mark.parametrize("after", [1, 4, 7])
def test_a_receipt_that_stops_half_way_is_never_claimed(
    desk: Desk, printer: ReceiptPrinter, kind: str, after: int, remedy: str
) -> None:
    desk.tell("fault", kind=kind, after=after)
    error = attempt(printer)
    assert isinstance(error, MediaError)
    assert error.code == "PRINT_INCOMPLETE"
    assert remedy in error.message
    assert desk.tell("look")["receipts"] == 0


@pytest.mark.commands("status", "print")
def test_the_rest_of_a_stopped_receipt_does_not_greet_the_next_resident(
    desk: Desk, printer: ReceiptPrinter
) -> None:
    desk.tell("fault", kind="paper_out", after=3)
    assert attempt(printer) is not None
    assert printer.status().paper is Paper.OUT  # asked on the same line: whatever was sent before has arrived
    desk.tell("mend")
    assert attempt(printer) is None
    half, whole = desk.text(0), desk.text(1)
    assert isinstance(half, list)
    assert half[:2] == LINES[:2]
    assert "作废 VOID" in half
    assert LINES[-1] not in half
    assert whole == LINES
    assert attempt(printer) is None
    assert desk.text() == LINES


@pytest.mark.commands("status", "print")
def test_a_stuck_knife(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="cutter_jam")
    error = attempt(printer)
    assert isinstance(error, MediaError)
    assert error.code == "PRINT_INCOMPLETE"
    assert "cutter" in error.message
    assert printer.status().cutter_jam
    error = attempt(printer)
    assert error is not None
    assert error.code == "CUTTER_JAM"


@pytest.mark.commands("print")
def test_a_hot_head_that_cools_down(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="overheated", after=2)
    beside = desk.when(lambda look: look["hanging"] != 0, "mend")
    assert attempt(printer) is None
    beside.join()
    assert desk.text() == LINES


@pytest.mark.commands("print")
def test_a_slow_printer_is_waited_for(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="slow", seconds=0.15)
    assert attempt(printer) is None
    assert desk.tell("look")["receipts"] == 1  # it was out when `print` returned


@pytest.mark.commands("print")
def test_a_printer_that_answers_nothing_while_it_prints(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="busy")
    desk.tell("fault", kind="slow", seconds=0.15)
    assert attempt(printer) is None
    assert desk.tell("look")["receipts"] == 1


@pytest.mark.commands("print")
def test_a_chatty_printer(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="chatty")
    assert attempt(printer) is None
    assert desk.text() == LINES


@pytest.mark.commands("print")
@over_two_lines
def test_a_printer_that_falls_silent_is_not_believed_to_have_printed(desk: Desk) -> None:
    desk.tell("fault", kind="silent", after=2)
    haste = Haste()
    with desk.driver(haste) as printer:
        error = haste.attempt(printer)
    assert isinstance(error, StaffError)
    assert error.code == "PRINT_UNKNOWN"
    assert desk.tell("look")["receipts"] == 1  # it did come out; nobody could know


@pytest.mark.commands("print")
@over_two_lines
def test_a_printer_that_proves_nothing(desk: Desk) -> None:
    desk.tell("fault", kind="not_in_order")
    haste = Haste()
    with desk.driver(haste) as printer:
        for _ in range(2):
            error = haste.attempt(printer)
            assert isinstance(error, StaffError)
            assert error.code == "PRINT_UNKNOWN"


@pytest.mark.commands("print")
@over_two_lines
def test_a_head_that_stays_hot_is_not_waited_for_for_ever(desk: Desk) -> None:
    desk.tell("fault", kind="overheated", after=2)
    haste = Haste()
    with desk.driver(haste) as printer:
        error = haste.attempt(printer)
    assert error is not None
    assert error.code == "PRINT_UNKNOWN"
    look = desk.tell("mend")
    assert look["receipts"] == 0  # what was not printed was forgotten, it does not come out later


@pytest.mark.commands("print")
def test_a_printer_that_answers_ahead_of_its_mechanism(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="ahead")
    assert attempt(printer) is None
    desk.tell("fault", kind="paper_out", after=3)
    error = attempt(printer)
    assert error is not None
    assert error.code == "PRINT_INCOMPLETE"


@pytest.mark.commands("print")
@over_two_lines
def test_a_printer_that_answers_ahead_and_stands_still_is_asked_again(desk: Desk) -> None:
    desk.tell("fault", kind="ahead")
    desk.tell("fault", kind="offline", after=3)
    haste = Haste()
    with desk.driver(haste) as printer:
        error = haste.attempt(printer)
    assert error is not None
    assert error.code == "PRINT_UNKNOWN"
    assert desk.tell("look")["receipts"] == 0


@pytest.mark.commands("print")
@over_two_lines
def test_a_printer_that_answers_ahead_and_falls_silent_is_not_believed(desk: Desk) -> None:
    desk.tell("fault", kind="ahead")
    desk.tell("fault", kind="deaf", after=1)
    desk.tell("fault", kind="offline", after=2)
    haste = Haste()
    with desk.driver(haste) as printer:
        error = haste.attempt(printer)
    assert error is not None
    assert error.code == "PRINT_UNKNOWN"


@pytest.mark.commands("print")
def test_an_answer_to_an_earlier_receipt_proves_nothing(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="keeps")
    for _ in range(2):
        desk.tell("fault", kind="paper_out", after=3)
        error = attempt(printer)
        assert error is not None
        assert error.code == "PRINT_INCOMPLETE"
        desk.tell("mend")
        desk.tell("fault", kind="keeps")
    assert attempt(printer) is None
    assert desk.text() == LINES


@pytest.mark.commands("status", "print")
@pytest.mark.parametrize("after", [1, 5])
def test_a_printer_unplugged_while_it_prints(desk: Desk, printer: ReceiptPrinter, after: int) -> None:
    desk.tell("fault", kind="slow", seconds=0.02)
    desk.tell("fault", kind="unplug", after=after)
    error = attempt(printer)
    assert isinstance(error, StaffError)
    assert error.code == "PRINT_UNKNOWN"
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        printer.status()


@pytest.mark.commands("print")
@over_two_lines
def test_a_printer_that_stops_taking_data(desk: Desk) -> None:
    desk.tell("fault", kind="deaf", after=1)
    long = Receipt((Line("䶮" * 24 * 200),))  # drawn: half a megabyte
    haste = Haste()
    with desk.driver(haste) as printer:
        error = haste.attempt(printer, long)
    assert isinstance(error, StaffError)
    assert error.code == "PRINT_UNKNOWN"
