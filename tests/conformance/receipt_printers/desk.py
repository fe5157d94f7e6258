"""A simulated printer, the driver that the settings would choose for it, and a receipt."""

import base64
import threading
import time
from collections.abc import Callable

import pytest

from devices.errors import DeviceError, MediaError, ReplaceError, RetryError, StaffError
from devices.printer import USUAL, Align, Feed, Line, Pair, QrCode, Receipt, ReceiptPrinter, Rule, Step, Style
from devices.printer.escpos_file import EscposFilePrinter
from devices.printer.escpos_serial import EscposSerialPrinter
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.printer.escpos_usb import EscposUsbPrinter
from devices.simulators.process import Simulated
from tests.devices.printer.usb_printer import PluggedIn

HURRY = 4  # times as fast runs a driver's clock where a test waits for what never comes
WHOLE_LIMIT = 40.0
ADDRESS = "https://platform.example/c/1"

RECEIPT = Receipt(
    (
        Line("收件回执", size=2, bold=True, align=Align.CENTRE),
        Rule(),
        Pair("办件编号", "440104-20261123-00001-2"),
        Pair("申请人", "张*三"),
        Line("您提交的申请材料已收悉。"),
        Feed(),
        QrCode(ADDRESS),
        Line("手机扫一扫，查进度", align=Align.CENTRE),
    )
)
LINES = [
    "收件回执",
    "────────────────────────",
    "办件编号  440104-20261123-00001-2",
    "申请人    张*三",
    "您提交的申请材料已收悉。",
    "",
    "[QR code 203x203]",
    "",
    "手机扫一扫，查进度",
]
BEFORE = {
    "paper_out": ("PAPER_OUT", MediaError),
    "cover_open": ("COVER_OPEN", MediaError),
    "overheated": ("OVERHEATED", RetryError),
    "jam": ("PAPER_JAM", MediaError),
    "broken": ("PRINTER_BROKEN", ReplaceError),
    "offline": ("OFFLINE", StaffError),
    "silent": ("PRINTER_SILENT", StaffError),
    "deaf": ("PRINTER_SILENT", StaffError),
}
over_two_lines = pytest.mark.parametrize(
    "simulated", ["tcp-process-ids", "serial-in-order"], indirect=True
)  # what the line has nothing to do with: once with each kind of proof


class Desk:
    """A simulated printer and the driver that the settings would choose for it."""

    def __init__(self, simulated: Simulated, line: str) -> None:
        self.simulated, self.line = simulated, line

    def driver(
        self, now: Callable[[], float] = time.monotonic, paper_mm: int = 80, style: Style = USUAL
    ) -> ReceiptPrinter:
        port = self.simulated.port
        if self.line == "tcp":
            return EscposTcpPrinter(port, paper_mm, style, now=now)
        if self.line == "usb":
            host, _, number = port.rpartition(":")
            return EscposUsbPrinter(
                "04b8:0202", paper_mm, style, now=now, backend=PluggedIn(host, int(number))
            )
        if self.line == "file":
            return EscposFilePrinter(port, paper_mm, style, now=now)
        return EscposSerialPrinter(port, paper_mm, 115200, style, now=now)

    def tell(self, do: str, **more: object) -> dict[str, object]:
        return self.simulated.tell(do, **more)

    def text(self, number: int = -1) -> object:
        return self.tell("picture", number=number)["text"]

    def receipts(self) -> list[bytes]:
        receipts = self.tell("receipts")["receipts"]
        assert isinstance(receipts, list)
        return [base64.b64decode(each) for each in receipts]

    def when(self, holds: Callable[[dict[str, object]], bool], do: str, **more: object) -> threading.Thread:
        """Do something to the printer, from beside, as soon as its state is so."""

        def watch() -> None:
            until = time.monotonic() + WHOLE_LIMIT
            while not holds(self.tell("look")) and time.monotonic() < until:
                continue
            self.tell(do, **more)

        thread = threading.Thread(target=watch)
        thread.start()
        return thread


class Haste:
    """A driver's clock: as fast as ours until a receipt is sent, and faster from then on, where a proof is awaited that never comes."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._ahead = 0.0

    def __call__(self) -> float:
        now = time.monotonic()
        return now + self._ahead + (0.0 if self._since is None else (now - self._since) * (HURRY - 1))

    def attempt(self, printer: ReceiptPrinter, receipt: Receipt = RECEIPT) -> DeviceError | None:
        """Print in haste."""
        try:
            return attempt(printer, receipt, self._begin)
        finally:
            self._ahead, self._since = self() - time.monotonic(), None

    def _begin(self, _: Step) -> None:
        self._since = self._since or time.monotonic()


def attempt(
    printer: ReceiptPrinter, receipt: Receipt = RECEIPT, tell: Callable[[Step], None] = lambda _: None
) -> DeviceError | None:
    """Print; whatever happens, within the limit, with a remedy, and without what stands on the receipt."""
    began, failure = time.monotonic(), None
    try:
        printer.print(receipt, tell)
    except DeviceError as error:
        failure = error
    assert time.monotonic() - began < WHOLE_LIMIT
    if failure is not None:
        assert len(failure.message) > 20
        assert "张" not in f"{failure!r}{failure}"
    return failure
