import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from devices.errors import ConfigurationError
from devices.printer import Align, Feed, Line, QrCode, Receipt, Rule, raster
from devices.printer.encoding import QR_DOTS, encode, module_dots, void
from devices.simulators.escpos_commands import CommandReader


def commands(receipt: Receipt) -> list[tuple[str, bytes]]:
    return [(command.name, command.arguments) for command in CommandReader().feed(encode(receipt, 80).data)]


def test_a_job_begins_by_initialising_in_chinese_and_ends_with_a_cut() -> None:
    names = [name for name, _ in commands(Receipt((Line("一"),)))]
    assert names[:4] == ["ESC @", "GS a", "ESC R", "FS &"]
    assert names[-1] == "GS V"
    assert commands(Receipt(()))[-1] == ("GS V", b"\x42\x00")


@pytest.mark.parametrize("text", ["：", "￥12.50", "——", "张三", "A1"])
def test_text_is_sent_in_the_printers_chinese_code(text: str) -> None:
    assert ("text", text.encode("gb18030")) in commands(Receipt((Line(text),)))


@pytest.mark.parametrize("text", ["䶮", "张𠮷", "Ñ"])
def test_what_the_font_does_not_have_is_sent_as_a_picture(text: str) -> None:
    names = [name for name, _ in commands(Receipt((Line(text),)))]
    assert "GS v 0" in names
    assert "text" not in names


def test_size_weight_and_place_are_set_and_taken_back() -> None:
    sent = commands(Receipt((Line("一", size=2, bold=True, align=Align.CENTRE), Line("二"))))
    first, second = (at for at, (name, _) in enumerate(sent) if name == "text")
    assert {("ESC a", b"\x01"), ("GS !", b"\x11"), ("ESC E", b"\x01")} <= set(sent[:first])
    assert {("ESC a", b"\x00"), ("GS !", b"\x00"), ("ESC E", b"\x00")} <= set(sent[first:second])


def test_rules_and_empty_lines() -> None:
    sent = commands(Receipt((Rule(), Feed(3))))
    assert ("text", "─".encode("gb18030") * 24) in sent
    assert ("ESC d", b"\x03") in sent


@pytest.mark.parametrize(
    "text", ["https://a.example/", "https://platform.example/c/7Qm2vXk9TzB4nR8sLw3J", "x" * 200, "x" * 666]
)
def test_codes_are_at_least_25_mm_wide_and_fit_narrow_paper(text: str) -> None:
    qrcode = import_module("qrcode")  # it draws symbols: a second opinion of how large one is
    symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M)
    symbol.add_data(text, optimize=0)
    symbol.make()
    width = symbol.modules_count * module_dots(text)
    assert QR_DOTS <= width <= 384
    assert module_dots(text) >= 3


def test_an_address_too_long_for_a_code_names_the_remedy() -> None:
    with pytest.raises(ConfigurationError, match=r"QR_TOO_LONG: .*shorter"):
        module_dots("x" * 667)
    with pytest.raises(ConfigurationError, match="QR_TOO_LONG"):
        encode(Receipt((QrCode("x" * 667),)), 80)


def test_half_a_receipt_is_marked_void_and_cut_off() -> None:
    job = void(80)
    assert "作废 VOID".encode("gb18030") in job.data
    assert job.data.endswith(b"\x1dV\x42\x00")


def test_a_font_that_is_not_installed_names_the_package(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="apt-get install fonts-noto-cjk"):
        raster._font(tmp_path / "missing.ttc", 24)


def test_accents_stand_on_their_letters() -> None:
    plain, accented = raster.draw_line(Line("x")), raster.draw_line(Line("x\u0302"))
    assert plain.size == accented.size
    assert accented.tobytes() != plain.tobytes()


def test_the_library_is_imported_without_leaving_anything_behind(tmp_path: Path) -> None:
    code = (
        "import logging, os, sys, tempfile; before = (dict(os.environ), tempfile.tempdir)\n"
        "import devices.printer\n"
        "assert 'escpos' not in sys.modules\n"
        "import devices.printer.library\n"
        "assert (dict(os.environ), tempfile.tempdir) == before and not logging.root.handlers\n"
        "assert not [name for name in sys.modules if name.startswith('escpos.printer')]"
    )
    environment = {
        "TMPDIR": str(tmp_path),
        "PYTHONPATH": str(Path.cwd()),
        "ESCPOS_CAPABILITIES_FILE": "/nowhere",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []
