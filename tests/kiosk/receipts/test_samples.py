import subprocess
import sys

import pytest

from config.language import Language
from devices.printer.encoding import encode
from devices.simulators.escpos_paper import read
from kiosk.cli.devices_media import SAMPLES as OFFERED
from kiosk.receipts.samples import SAMPLES
from tests.kiosk.receipts.reading import words


def test_the_command_line_offers_all() -> None:
    assert set(OFFERED) == set(SAMPLES)


@pytest.mark.parametrize("language", [Language.CHINESE, Language.TRADITIONAL, Language.ENGLISH])
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("paper_mm", [58, 80])
def test_every_sample_is_printed_within_the_paper(language: Language, name: str, paper_mm: int) -> None:
    job = encode(SAMPLES[name](language), paper_mm)
    paper = read(job.data, paper_mm)
    widths = [12 * sum(1 if each.isascii() else 2 for each in line) for line in paper.text]
    assert max(widths) <= paper.dots * 1.0
    assert 50 < job.height_mm < 600
    assert len(paper.codes) == (name != "query")  # which leads nowhere: it was for looking at


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "test-page"])
def test_samples_mean_nothing_and_say_so(name: str) -> None:
    for language in Language:
        assert words(SAMPLES[name](language)).startswith(("培训样张 TRAINING", "訓練樣本 TRAINING"))


def test_neither_the_window_nor_a_printer_library_is_loaded() -> None:
    code = (
        "import sys, kiosk.receipts; from kiosk.receipts import samples; "
        "sys.exit(str([m for m in ('kivy', 'escpos', 'serial', 'PIL') if m in sys.modules]) "
        "if {'kivy', 'escpos', 'serial', 'PIL'} & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
