"""The count of the paper: a real printer's thread, a simulated printer on the wire, a state directory."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from devices.printer import Line, Receipt
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.printer.roll import FILE, Roll, kept
from devices.simulators.process import Simulated, simulated
from kiosk.commands.printing import PrintReceipt
from kiosk.events.printing import PrintEnded
from kiosk.runtime.hardware import ReceiptDesk
from kiosk.runtime.paper import PaperCount
from tests.kiosk.conftest import Heard

PATIENT = 20.0
RECEIPT = Receipt(tuple(Line(f"第 {number} 行") for number in range(10)))


class NoJournal:
    """These receipts belong to no transaction."""

    def sending(self, transaction: str, *, copy: bool) -> str:
        raise AssertionError(transaction, copy)

    def printing(self, transaction: str) -> None:
        raise AssertionError(transaction)

    def printed(self, transaction: str, paper: object) -> None:
        raise AssertionError(transaction, paper)


def desk_at(printer: Simulated, home: Path, heard: Heard) -> ReceiptDesk:
    return ReceiptDesk(EscposTcpPrinter(printer.port, 80), NoJournal(), heard.post, paper=PaperCount(home))


def until(home: Path, holds: Callable[[Roll], bool]) -> Roll:
    limit = time.monotonic() + PATIENT
    while (roll := kept(home)) is None or not holds(roll):
        assert time.monotonic() < limit, roll
    return roll


def _counts(receipts: int) -> Callable[[Roll], bool]:
    return lambda roll: roll.receipts == receipts


def test_receipts_are_counted_over_restarts_and_the_sensors_are_heeded(tmp_path: Path, heard: Heard) -> None:
    with simulated("escpos-printer", "--control", str(tmp_path / "c")) as printer:
        for start in range(2):
            desk = desk_at(printer, tmp_path, heard)
            desk.thread.start()
            for number in range(2):
                desk.print(PrintReceipt(number, RECEIPT))
                assert heard.wait_for(PrintEnded).code == ""
            desk.thread.stop()
            roll = until(tmp_path, _counts(2 * (start + 1)))
        assert roll.printed == pytest.approx(4 * EscposTcpPrinter(printer.port, 80).length_mm(RECEIPT))
        desk = desk_at(printer, tmp_path, heard)
        desk.thread.start()
        printer.tell("fault", kind="paper_near_end")
        assert until(tmp_path, lambda roll: roll.paper == "low").low_at == roll.printed
        printer.tell("fault", kind="paper_out")
        assert until(tmp_path, lambda roll: roll.paper == "out").receipts_left == 0
        printer.tell("mend")
        assert until(tmp_path, lambda roll: roll.paper == "plenty").receipts == 0
        desk.thread.stop()


def test_a_disk_that_is_full_keeps_no_receipt_back(tmp_path: Path, heard: Heard) -> None:
    (tmp_path / FILE).mkdir()  # nothing can be put there
    with simulated("escpos-printer", "--control", str(tmp_path / "c")) as printer:
        desk = desk_at(printer, tmp_path, heard)
        desk.thread.start()
        desk.print(PrintReceipt(1, RECEIPT))
        assert heard.wait_for(PrintEnded).code == ""
        desk.thread.stop()
