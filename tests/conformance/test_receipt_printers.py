"""What every receipt printer owes, over every line: a receipt with proof, or an error with its remedy, never a hang."""

import base64
import threading
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from devices import catalog
from devices.errors import (
    Action,
    ConfigurationError,
    DeviceError,
    MediaError,
    ReplaceError,
    RetryError,
    StaffError,
)
from devices.printer import (
    USUAL,
    Align,
    Feed,
    Line,
    Pair,
    Paper,
    PrinterStatus,
    QrCode,
    Receipt,
    ReceiptPrinter,
    Rule,
    Step,
    Style,
    status_error,
)
from devices.printer.escpos_file import EscposFilePrinter
from devices.printer.escpos_serial import EscposSerialPrinter
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.printer.escpos_usb import EscposUsbPrinter
from devices.simulators.escpos_commands import CommandReader
from devices.simulators.process import Simulated
from tests.devices.printer.usb_printer import PluggedIn

HURRY = 4  # the driver's clock runs faster than ours, where a test waits for what never comes
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


def hurried() -> float:
    return time.monotonic() * HURRY


@pytest.fixture(
    scope="module", params=["tcp-process-ids", "serial-in-order", "file-in-order", "usb-process-ids"]
)
def simulated(
    request: pytest.FixtureRequest, start: Callable[..., Simulated], run_directory: Path
) -> tuple[Simulated, str]:
    """Printers in the network and on USB that give process ids; on a serial line and behind a file, ones that do not."""
    line, _, proof = request.param.partition("-")
    where = (
        ("--listen", "127.0.0.1:0") if line in {"tcp", "usb"} else ("--link", str(run_directory / "printer"))
    )
    maker = "EPSON" if proof == "process-ids" else "GPRINTER"
    return start("escpos-printer", *where, "--maker", maker), line


@pytest.fixture
def desk(simulated: tuple[Simulated, str]) -> Desk:
    """The simulator as it was when it started."""
    simulated[0].tell("reset")
    return Desk(*simulated)


@pytest.fixture
def printer(desk: Desk) -> Iterator[ReceiptPrinter]:
    """The driver, open."""
    with desk.driver() as device:
        yield device


def attempt(printer: ReceiptPrinter, receipt: Receipt = RECEIPT) -> DeviceError | None:
    """Print; whatever happens, within the limit, with a remedy, and without what stands on the receipt."""
    began, failure = time.monotonic(), None
    try:
        printer.print(receipt)
    except DeviceError as error:
        failure = error
    assert time.monotonic() - began < WHOLE_LIMIT
    if failure is not None:
        assert len(failure.message) > 20
        assert "张" not in f"{failure!r}{failure}"
    return failure


def test_a_printer_with_nothing_wrong(printer: ReceiptPrinter) -> None:
    status = printer.status()
    assert (status.online, status.cover_open, status.paper, status.code) == (True, False, Paper.PLENTY, "OK")
    assert status_error(status) is None


def test_paper_that_will_end_soon_is_told_and_printed_on(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="paper_near_end")
    assert printer.status().paper is Paper.LOW
    assert printer.status().code == "OK"
    assert attempt(printer) is None


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


def test_what_is_worst_is_named_first(desk: Desk, printer: ReceiptPrinter) -> None:
    for kind in ("offline", "overheated", "paper_out", "cover_open"):
        desk.tell("fault", kind=kind)
    status = printer.status()
    assert (status.code, status.paper, status.overheated) == ("COVER_OPEN", Paper.OUT, True)


def test_the_status_of_a_chatty_printer(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="chatty")
    desk.tell("fault", kind="paper_near_end")
    assert printer.status().paper is Paper.LOW


def test_a_printer_that_does_not_answer_has_no_status(desk: Desk) -> None:
    desk.tell("fault", kind="silent")
    with desk.driver() as printer:
        began = time.monotonic()
        with pytest.raises(StaffError, match="PRINTER_SILENT"):
            printer.status()
        assert time.monotonic() - began < 3


def test_a_receipt_comes_out_as_it_was_meant(desk: Desk, printer: ReceiptPrinter) -> None:
    assert attempt(printer) is None
    picture = desk.tell("picture")
    assert picture["text"] == LINES
    assert picture["codes"] == [ADDRESS]
    assert (picture["receipts"], picture["hanging"], picture["unknown"]) == (1, 0, 0)


def test_receipts_one_after_the_other(desk: Desk, printer: ReceiptPrinter) -> None:
    for _ in range(3):
        assert attempt(printer) is None
    assert len(set(desk.receipts())) == 1
    assert len(desk.receipts()) == 3


@pytest.mark.parametrize("name", ["欧阳*娜", "买***·艾*", "J*** S****"])
def test_names_are_printed_as_text(desk: Desk, printer: ReceiptPrinter, name: str) -> None:
    assert attempt(printer, Receipt((Line(name), Pair("申请人", name), Line(name, bold=True)))) is None
    assert desk.text() == [name, f"申请人  {name}", name]


@pytest.mark.parametrize("name", ["张*䶮", "𠮷*", "Ñandú"])
def test_characters_that_no_printer_has_are_drawn(desk: Desk, printer: ReceiptPrinter, name: str) -> None:
    assert attempt(printer, Receipt((Line(name), Pair("申请人", name), Line("一")))) is None
    shown = desk.text()
    assert isinstance(shown, list)
    assert [line.partition(" ")[0] for line in shown] == ["[picture", "[picture", "一"]


@pytest.mark.parametrize("text", ["\x1b@\x10\x04\x01", "一\n二", "\x1dV\x00剪", "\u202e反", "\ud800", ""])
def test_no_text_steers_the_printer(desk: Desk, printer: ReceiptPrinter, text: str) -> None:
    assert attempt(printer, Receipt((Line(text), Pair("值", text)))) is None
    answer = desk.tell("picture")
    assert (answer["receipts"], answer["unknown"]) == (1, 0)


def test_without_a_chinese_font_every_line_is_drawn(desk: Desk) -> None:
    with desk.driver(style=Style(chinese=False, codes=False, full_cut=True)) as printer:
        assert attempt(printer) is None
    answer = desk.tell("picture")
    assert isinstance(answer["text"], list)
    assert all(not line or line.startswith("[picture") for line in answer["text"])
    assert len(answer["text"]) == len(LINES)
    (receipt,) = desk.receipts()
    sent = [(each.name, each.arguments) for each in CommandReader().feed(receipt)]
    assert "text" not in dict(sent)
    assert sent[-1] == ("GS V", b"\x41\x00")
    image = Image.open(BytesIO(base64.b64decode(str(answer["png"]))))
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [ADDRESS]


def test_no_stream_opens_the_cash_drawer(desk: Desk, printer: ReceiptPrinter) -> None:
    for text in ("\x1bp\x00\x32\x32", "\x10\x14\x01\x00\x01", "钱箱"):
        assert attempt(printer, Receipt((Line(text), Pair(text, text), QrCode(text or "x")))) is None
    for receipt in desk.receipts():
        commands = CommandReader().feed(receipt)
        assert not [each for each in commands if each.name in {"ESC p", "DLE DC4"}]


def test_each_step_is_told_before_it_is_taken(desk: Desk, printer: ReceiptPrinter) -> None:
    told: list[tuple[Step, object]] = []
    printer.print(RECEIPT, lambda step: told.append((step, desk.tell("look")["receipts"])))
    assert [step for step, _ in told] == [Step.SENDING, Step.TAKEN]
    assert told[0] == (Step.SENDING, 0)


def test_nothing_is_sent_when_the_one_who_is_told_objects(desk: Desk, printer: ReceiptPrinter) -> None:
    def object_(_: Step) -> None:
        raise MediaError("NO", "This is not to be printed, says the one who keeps the journal.")

    with pytest.raises(MediaError, match="NO"):
        printer.print(RECEIPT, object_)
    look = desk.tell("look")
    assert (look["receipts"], look["hanging"]) == (0, 0)
    assert attempt(printer) is None


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


def test_narrow_paper(desk: Desk) -> None:
    with desk.driver(paper_mm=58) as printer:
        assert attempt(printer) is None
    text = desk.text()
    assert isinstance(text, list)
    assert text[1] == "─" * 16
    assert "办件编号  440104-20261123-" in text


def test_a_long_receipt(desk: Desk, printer: ReceiptPrinter) -> None:
    assert attempt(printer, Receipt((Line("一二三四五六七八九十" * 600),))) is None
    text = desk.text()
    assert isinstance(text, list)
    assert len("".join(text)) == 6000


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


def test_a_hot_head_that_cools_down(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="overheated", after=2)
    beside = desk.when(lambda look: look["hanging"] != 0, "mend")
    assert attempt(printer) is None
    beside.join()
    assert desk.text() == LINES


def test_a_slow_printer_is_waited_for(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="slow", seconds=0.15)
    assert attempt(printer) is None
    assert desk.tell("look")["receipts"] == 1  # it was out when `print` returned


def test_a_printer_that_answers_nothing_while_it_prints(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="busy")
    desk.tell("fault", kind="slow", seconds=0.15)
    assert attempt(printer) is None
    assert desk.tell("look")["receipts"] == 1


def test_a_chatty_printer(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="chatty")
    assert attempt(printer) is None
    assert desk.text() == LINES


def test_a_printer_that_falls_silent_is_not_believed_to_have_printed(desk: Desk) -> None:
    desk.tell("fault", kind="silent", after=2)
    with desk.driver(hurried) as printer:
        error = attempt(printer)
    assert isinstance(error, StaffError)
    assert error.code == "PRINT_UNKNOWN"
    assert desk.tell("look")["receipts"] == 1  # it did come out; nobody could know


def test_a_printer_that_proves_nothing(desk: Desk) -> None:
    desk.tell("fault", kind="not_in_order")
    with desk.driver(hurried) as printer:
        for _ in range(2):
            error = attempt(printer)
            assert isinstance(error, StaffError)
            assert error.code == "PRINT_UNKNOWN"


def test_a_head_that_stays_hot_is_not_waited_for_for_ever(desk: Desk) -> None:
    desk.tell("fault", kind="overheated", after=2)
    with desk.driver(hurried) as printer:
        error = attempt(printer)
    assert error is not None
    assert error.code == "PRINT_UNKNOWN"
    look = desk.tell("mend")
    assert look["receipts"] == 0  # what was not printed was forgotten, it does not come out later


def test_a_printer_that_answers_ahead_of_its_mechanism(desk: Desk, printer: ReceiptPrinter) -> None:
    desk.tell("fault", kind="ahead")
    assert attempt(printer) is None
    desk.tell("fault", kind="paper_out", after=3)
    error = attempt(printer)
    assert error is not None
    assert error.code == "PRINT_INCOMPLETE"


def test_a_printer_that_answers_ahead_and_stands_still_is_asked_again(desk: Desk) -> None:
    desk.tell("fault", kind="ahead")
    desk.tell("fault", kind="offline", after=3)
    with desk.driver(hurried) as printer:
        error = attempt(printer)
    assert error is not None
    assert error.code == "PRINT_UNKNOWN"
    assert desk.tell("look")["receipts"] == 0


def test_a_printer_that_answers_ahead_and_falls_silent_is_not_believed(desk: Desk) -> None:
    desk.tell("fault", kind="ahead")
    desk.tell("fault", kind="deaf", after=1)
    desk.tell("fault", kind="offline", after=2)
    with desk.driver(hurried) as printer:
        error = attempt(printer)
    assert error is not None
    assert error.code == "PRINT_UNKNOWN"


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


@pytest.mark.parametrize("after", [1, 5])
def test_a_printer_unplugged_while_it_prints(desk: Desk, printer: ReceiptPrinter, after: int) -> None:
    desk.tell("fault", kind="slow", seconds=0.02)
    desk.tell("fault", kind="unplug", after=after)
    error = attempt(printer)
    assert isinstance(error, StaffError)
    assert error.code == "PRINT_UNKNOWN"
    with pytest.raises(StaffError, match="DEVICE_GONE"):
        printer.status()


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


def test_a_printer_that_stops_taking_data(desk: Desk) -> None:
    desk.tell("fault", kind="deaf", after=1)
    long = Receipt((Line("䶮" * 24 * 200),))  # drawn: half a megabyte
    with desk.driver(hurried) as printer:
        error = attempt(printer, long)
    assert isinstance(error, StaffError)
    assert error.code == "PRINT_UNKNOWN"


def test_a_receipt_that_cannot_be_printed_is_not_begun(desk: Desk, printer: ReceiptPrinter) -> None:
    error = attempt(printer, Receipt((Line("一"), QrCode("https://platform.example/" + "x" * 700))))
    assert isinstance(error, ConfigurationError)
    assert error.code == "QR_TOO_LONG"
    assert desk.tell("look")["hanging"] == 0


def test_paper_of_a_width_that_there_is_not(desk: Desk) -> None:
    error = attempt(desk.driver(paper_mm=112))
    assert error is not None
    assert (error.code, error.action) == ("PAPER_WIDTH", Action.CONFIGURATION)


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


def test_what_it_prints_is_not_in_its_repr(printer: ReceiptPrinter) -> None:
    assert "张" not in f"{RECEIPT!r}{printer!r}"


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
