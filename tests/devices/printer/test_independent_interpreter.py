"""A receipt read back by an ESC/POS interpreter that is not ours, and its QR code by a reader that is not ours."""

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from config.language import Language, traditional
from devices.errors import MediaError
from devices.printer import Line, Paper, Receipt
from devices.printer.encoding import encode
from devices.printer.escpos_tcp import EscposTcpPrinter
from devices.printer.raster import draw_line
from kiosk.receipts import pre_receipt, received, report_receipt
from kiosk.receipts.samples import SAMPLES, sample_facts
from tests.devices.printer.independent import IndependentPrinter, Printed, Served

CASE = "440104-20261123-00001-2"
FOLLOW_UP = "https://platform.example/c/9f2c7Qm2vXk9TzB4nR8sLw3J"
#: Commands of ours that it reads but does not simulate: the national character set, process ids, the maker, the buffer.
NOT_SIMULATED = {"ESC R", "GS (", "GS I", "DLE DC4"}


def printed(receipt: Receipt, paper_mm: int = 80) -> Printed:
    printer = IndependentPrinter({80: 576, 58: 384}[paper_mm])
    printer.connect()
    printer.receive(encode(receipt, paper_mm).data)
    assert printer.unknown <= NOT_SIMULATED
    assert len(printer.receipts) == 1
    return printer.receipts[0]


def decoded(picture: Image.Image) -> list[str]:
    formats = zxingcpp.barcode_formats_from_str("QRCode")
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"), formats)]


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("language", Language)
def test_the_text_the_reference_and_the_code_of_a_receipt(language: Language, paper_mm: int) -> None:
    facts = replace(sample_facts(language), follow_up=FOLLOW_UP)
    for receipt, number in (
        (received(replace(facts, case_number=CASE)), CASE),
        (pre_receipt(facts), facts.reference),
        (report_receipt(facts), facts.reference),
        (report_receipt(replace(facts, case_number=CASE)), CASE),
    ):
        paper = printed(receipt, paper_mm)
        said = "".join(line.strip() for line in paper.text)
        assert number in said
        name = facts.item.name_zh
        assert (traditional(name) if language is Language.TRADITIONAL else name) in said
        assert "张*三" in said
        assert decoded(paper.picture) == [FOLLOW_UP]


def test_the_legal_wording_comes_out_character_by_character() -> None:
    facts = sample_facts(Language.CHINESE)
    said = "".join(printed(pre_receipt(facts)).text)
    assert facts.catalogue.receipts["R_PRE"].wording_zh in said


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_understood(name: str, language: Language) -> None:
    paper = printed(SAMPLES[name](language))
    assert len(decoded(paper.picture)) == (
        name != "query"
    )  # a copy of what was looked up has nothing to follow
    assert paper.picture.width == 576


@pytest.mark.parametrize(
    "line", [Line("㛃𠮷𬭎 é"), Line("张*䶮", bold=True), Line("𠮷", size=2)], ids=["names", "bold", "large"]
)
def test_rare_characters_come_out_dot_by_dot_as_they_were_drawn(line: Line) -> None:
    drawn = draw_line(line).convert("1")
    picture = printed(Receipt((line,))).picture.convert("1")
    assert picture.height <= drawn.height  # it does not keep white rows at the end
    assert (
        picture.crop((0, 0, drawn.width, picture.height)).tobytes()
        == drawn.crop((0, 0, drawn.width, picture.height)).tobytes()
    )


def test_it_is_large_and_in_the_middle_where_it_is_meant_to_be() -> None:
    paper = printed(SAMPLES["test-page"](Language.CHINESE)).picture
    left, _, right, _ = paper.point(lambda level: 255 - level).crop((0, 0, 576, 48)).getbbox() or (0, 0, 0, 0)
    assert abs((left + right) / 2 - 288) <= 12
    assert right - left > 5 * 40  # five characters of 48 dots


def test_our_driver_and_a_printer_that_is_not_ours() -> None:
    printer = IndependentPrinter()
    with Served(printer) as served, EscposTcpPrinter(served.address) as driver:
        assert driver.status().code == "OK"
        for _ in range(2):
            driver.print(SAMPLES["received"](Language.CHINESE))
        printer.fail("paper-near-end")
        assert driver.status().paper is Paper.LOW
        printer.fail("paper-out")
        assert driver.status().paper is Paper.OUT
        with pytest.raises(MediaError, match="PAPER_OUT"):
            driver.print(SAMPLES["received"](Language.CHINESE))
    assert len(printer.receipts) == 2
    assert printer.unknown <= NOT_SIMULATED
