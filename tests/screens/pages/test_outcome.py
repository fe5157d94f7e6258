"""How it ended: the sentence, the reference, and a code that a telephone can read."""

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from screens import samples
from screens.texts import LANGUAGES
from tests.screens.conftest import Show
from tests.screens.samples import VIEWS
from tests.screens.shown import LYING, UPRIGHT, Shown


def photographed(shown: Shown) -> Image.Image:
    from kivy.graphics import opengl  # noqa: PLC0415  # after the window

    shown.frames(2)
    shown.window.dispatch("on_draw")
    width, height = shown.window.size
    pixels = opengl.glReadPixels(0, 0, width, height, opengl.GL_RGB, opengl.GL_UNSIGNED_BYTE)
    return Image.frombytes("RGB", (width, height), bytes(pixels)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def test_the_code_leads_to_the_case(show: Show) -> None:
    view = VIEWS["outcome_done"]
    (code,) = zxingcpp.read_barcodes(
        photographed(show(view)), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    assert code.text == view.qr


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("outcome_")])
@pytest.mark.parametrize("size", [UPRIGHT, LYING], ids=["upright", "lying"])
def test_the_sentence_and_the_reference_are_whole(show: Show, name: str, size: object) -> None:
    view = VIEWS[name]
    shown = show(view, size)
    assert view.sentence in shown.texts
    assert view.reference in shown.texts or not view.reference
    assert all(step in shown.texts for step in view.next_steps)
    assert view.paper is None or view.paper.text in shown.texts


@pytest.mark.parametrize(("name", "words"), [("done", "手机扫码查进度"), ("saved", "手机扫码看是否已提交")])
def test_beside_the_code_stands_what_it_is_for(show: Show, name: str, words: str) -> None:
    assert words in show(VIEWS[f"outcome_{name}"]).texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_lying_panel_a_page_with_everything_shows_it_at_once(show: Show, language: str) -> None:
    targets = show(samples.views(language)["outcome_printable"], LYING).display.targets()
    assert "scroll_down" not in targets
    assert targets["print"][1] == targets["done"][1]


def test_only_a_sentence(show: Show) -> None:
    view = replace(
        VIEWS["outcome_done"], reference="", rows=(), next_steps=(), paper=None, qr="", countdown=None
    )
    assert view.sentence in show(view, LYING).texts
