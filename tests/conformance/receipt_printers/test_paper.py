"""What comes out of every receipt printer, over every line: what was meant, and nothing that was not."""

import base64
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from devices.errors import ConfigurationError
from devices.printer import Line, Pair, QrCode, Receipt, ReceiptPrinter, Style
from devices.simulators.escpos_commands import CommandReader
from tests.conformance.receipt_printers.desk import ADDRESS, LINES, RECEIPT, Desk, attempt


@pytest.mark.commands("print")
def test_a_receipt_comes_out_as_it_was_meant(desk: Desk, printer: ReceiptPrinter) -> None:
    assert attempt(printer) is None
    picture = desk.tell("picture")
    assert picture["text"] == LINES
    assert picture["codes"] == [ADDRESS]
    assert (picture["receipts"], picture["hanging"], picture["unknown"]) == (1, 0, 0)


@pytest.mark.commands("print")
def test_receipts_one_after_the_other(desk: Desk, printer: ReceiptPrinter) -> None:
    for _ in range(3):
        assert attempt(printer) is None
    assert len(set(desk.receipts())) == 1
    assert len(desk.receipts()) == 3


@pytest.mark.commands("print")
@pytest.mark.parametrize("name", ["欧阳*娜", "买***·艾*", "J*** S****"])
def test_names_are_printed_as_text(desk: Desk, printer: ReceiptPrinter, name: str) -> None:
    assert attempt(printer, Receipt((Line(name), Pair("申请人", name), Line(name, bold=True)))) is None
    assert desk.text() == [name, f"申请人  {name}", name]


@pytest.mark.commands("print")
@pytest.mark.parametrize("name", ["张*䶮", "𠮷*", "Ñandú"])
def test_characters_that_no_printer_has_are_drawn(desk: Desk, printer: ReceiptPrinter, name: str) -> None:
    assert attempt(printer, Receipt((Line(name), Pair("申请人", name), Line("一")))) is None
    shown = desk.text()
    assert isinstance(shown, list)
    assert [line.partition(" ")[0] for line in shown] == ["[picture", "[picture", "一"]


@pytest.mark.commands("print")
@pytest.mark.parametrize("text", ["\x1b@\x10\x04\x01", "一\n二", "\x1dV\x00剪", "\u202e反", "\ud800", ""])
def test_no_text_steers_the_printer(desk: Desk, printer: ReceiptPrinter, text: str) -> None:
    assert attempt(printer, Receipt((Line(text), Pair("值", text)))) is None
    answer = desk.tell("picture")
    assert (answer["receipts"], answer["unknown"]) == (1, 0)


@pytest.mark.commands("print")
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


@pytest.mark.commands("print")
def test_no_stream_opens_the_cash_drawer(desk: Desk, printer: ReceiptPrinter) -> None:
    for text in ("\x1bp\x00\x32\x32", "\x10\x14\x01\x00\x01", "钱箱"):
        assert attempt(printer, Receipt((Line(text), Pair(text, text), QrCode(text or "x")))) is None
    for receipt in desk.receipts():
        commands = CommandReader().feed(receipt)
        assert not [each for each in commands if each.name in {"ESC p", "DLE DC4"}]


@pytest.mark.commands("print")
def test_narrow_paper(desk: Desk) -> None:
    with desk.driver(paper_mm=58) as printer:
        assert attempt(printer) is None
    text = desk.text()
    assert isinstance(text, list)
    assert text[1] == "─" * 16
    assert "办件编号  440104-20261123-" in text


@pytest.mark.commands("print")
def test_a_long_receipt(desk: Desk, printer: ReceiptPrinter) -> None:
    assert attempt(printer, Receipt((Line("一二三四五六七八九十" * 600),))) is None
    text = desk.text()
    assert isinstance(text, list)
    assert len("".join(text)) == 6000


@pytest.mark.commands("print")
def test_a_receipt_that_cannot_be_printed_is_not_begun(desk: Desk, printer: ReceiptPrinter) -> None:
    error = attempt(printer, Receipt((Line("一"), QrCode("https://platform.example/" + "x" * 700))))
    assert isinstance(error, ConfigurationError)
    assert error.code == "QR_TOO_LONG"
    assert desk.tell("look")["hanging"] == 0


def test_what_it_prints_is_not_in_its_repr(printer: ReceiptPrinter) -> None:
    assert "张" not in f"{RECEIPT!r}{printer!r}"
