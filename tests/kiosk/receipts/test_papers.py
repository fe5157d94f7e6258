"""The thirteen papers in both languages: as an interpreter that is not ours reads them, and as they look.

The pictures are in `papers/`; `python -m tests.kiosk.receipts.test_papers` draws them anew, to be looked at before they are kept.
"""

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from config.catalogue.load import demonstration
from config.language import Language
from config.settings import Site
from devices.printer.encoding import encode
from devices.simulators.escpos_paper import read
from kiosk.case_file import Notice
from kiosk.receipts import notice
from kiosk.receipts.papers import PAPERS
from kiosk.sheet import Bilingual
from tests.devices.printer.independent import IndependentPrinter
from tests.kiosk.receipts.reading import words

CATALOGUE = demonstration()
HERE = Path(__file__).parent / "papers"
PAPER_MM, DOTS = 80, 576
SERIES = {
    "R_PRE": r"P-GZ044-20261123-0007-T",
    "R_RECV": r"440104-20261123-00001-2",
    "R_ACCEPT": r"演示受字〔2026〕第000001号",
    "R_CORRECT": r"演示补正字〔2026〕第000001号",
    "R_REJECT": r"演示不受字〔2026〕第000001号",
    "R_CERT": r"演示证字〔2026〕第000001号",
    "R_APPT": r"440104-20261123-00003-9",
    "R_PAY": r"20261123-000001",
    "R_PAY_UNKNOWN": r"20261123-000001",
    "R_REPORT": r"440104-20261123-00002-0",
    "R_VOTE": r"7KQ4M-2XD9A",
}
"""The number on each paper, of the series that it belongs to; a guide and a query result have none."""

BOTH = pytest.mark.parametrize(
    "language", [Language.CHINESE, Language.ENGLISH], ids=lambda language: language.value
)
ALL = pytest.mark.parametrize("kind", list(PAPERS))


def bytes_of(kind: str, language: Language) -> bytes:
    return encode(PAPERS[kind](language), PAPER_MM).data


def picture(kind: str, language: Language) -> Image.Image:
    """The paper as our simulated printer prints it, in two colours."""
    return Image.open(io.BytesIO(read(bytes_of(kind, language), PAPER_MM).png())).convert("1")


def golden(kind: str, language: Language) -> Path:
    return HERE / f"{kind}.{language.value}.png"


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_there_is_one_of_each() -> None:
    assert set(PAPERS) == set(CATALOGUE.receipts)
    assert len(PAPERS) == 13


@ALL
@BOTH
def test_an_interpreter_of_others_reads_title_wording_and_number(kind: str, language: Language) -> None:
    printer = IndependentPrinter(DOTS)
    printer.connect()
    printer.receive(bytes_of(kind, language))
    (paper,) = printer.receipts
    said = squeezed("".join(paper.text))
    template = CATALOGUE.receipts[kind]
    english = language is Language.ENGLISH
    assert squeezed(template.title_en if english else template.title_zh) in said
    for part in re.split(r"____|……|…", template.wording_en if english else template.wording_zh):
        assert squeezed(part) in said, part
    assert SERIES.get(kind, "") in said
    assert "培训样张" in said
    assert "张小三" not in said


@ALL
@BOTH
def test_it_looks_as_it_did_when_somebody_looked_at_it(kind: str, language: Language) -> None:
    now, then = picture(kind, language), Image.open(golden(kind, language)).convert("1")
    assert now.size == then.size, "look at it, and draw it anew (see above)"
    changed = ImageChops.difference(now.convert("L"), then.convert("L")).histogram()[255]
    assert changed <= now.width * now.height // 500, "look at it, and draw it anew (see above)"


@BOTH
def test_received_is_never_called_accepted(language: Language) -> None:
    """Only the authority's own paper says that an application is accepted."""
    for kind in ("R_RECV", "R_APPT", "R_REPORT"):
        said = words(PAPERS[kind](language))
        assert "决定予以受理" not in said
        assert "application is accepted" not in said
    assert "决定予以受理" in words(PAPERS["R_ACCEPT"](Language.CHINESE))


@BOTH
@pytest.mark.parametrize(("seal", "verify"), [("", "https://example.org/n/x"), ("章", "")])
def test_without_seal_or_code_no_paper_of_the_authority_is_printed(
    language: Language, seal: str, verify: str
) -> None:
    bare = Notice(
        "R_ACCEPT", "1", "2026-11-23T15:04:05+08:00", Bilingual("x", "x"), Bilingual(seal, seal), verify
    )
    with pytest.raises(ValueError, match="without seal and code"):
        notice(language, CATALOGUE, Site(), bare)


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for each in PAPERS:
        for tongue in Language:
            picture(each, tongue).save(golden(each, tongue), optimize=True)
