"""Text that somebody wants to hurt with is drawn as what it is, quickly."""

import time
from dataclasses import replace

import pytest

from screens.views.choices import Option
from screens.views.frame import Action
from screens.views.inputs import Edited, Touched
from screens.views.listing import Row, RowGroup
from screens.views.menus import Tile
from screens.views.reading import Paragraph
from tests.screens.conftest import Show
from tests.screens.samples import VIEWS

HOSTILE = {
    "markup": "[size=30000]大[/size][ref=x]b[/ref][color=ff0000]c",
    "code": "app.stop() if True else 0; {self.parent}",
    "surrogate": "a\ud800b\udfffc",
    "control": "a\x00\x1b[31mb\x7f\u202eevil\u2066",
    "marks": "e" + "\u0301" * 5000,
    "long": "很长" * 50_000,
    "word": "W" * 100_000,
    "lines": "行\n" * 50_000,
    "emoji": "👩‍👩‍👧‍👦" * 200,
    "empty": "",
    "spaces": " \u3000\t\n",
}
SECONDS = 3.0
"""The most processor time that a page of hostile text may take; without bounds it takes a quarter of a minute and more."""


PAGES = ("choice_one", "guide", "entry_chinese", "entry_id", "listing_review", "department", "outcome_done")
#: Every other pair: each text meets several kinds of page, each kind several texts.
PAIRS = [
    (page, text)
    for at, (page, text) in enumerate((page, text) for page in PAGES for text in HOSTILE)
    if at % 2 == 0
]


@pytest.mark.parametrize(("name", "kind"), PAIRS)
def test_a_page_of_it_is_drawn(show: Show, name: str, kind: str) -> None:
    view, text = VIEWS[name], HOSTILE[kind]
    hostile = {"title": text, "lead": text, "item": text, "error": text, "primary": Action("next", text)}
    inner = {
        "options": (Option("o", text, text), Option("p", text)),
        "paragraphs": (Paragraph(text, (text,), text),),
        "value": text,
        "groups": (RowGroup(text, (Row(text, text, hint=text, action=Action("r", text)),)),),
        "sections": None,
        "reference": text,
        "qr": text[:100].encode("utf-8", "replace").decode(),
    }
    fields = {
        **hostile,
        **{key: value for key, value in inner.items() if value is not None and hasattr(view, key)},
    }
    if hasattr(view, "sections"):
        fields["sections"] = (replace(view.sections[0], tiles=(Tile("t", text, text, text, (text, text)),)),)
    begin = time.process_time()
    shown = show(replace(view, **fields))
    shown.frames(1)
    assert time.process_time() - begin < SECONDS
    shown.tap("next")
    assert shown.drain() == [Touched("next")]


def test_markup_is_shown_as_it_was_typed(show: Show) -> None:
    shown = show(replace(VIEWS["choice_one"], title=HOSTILE["markup"]))
    assert HOSTILE["markup"] in shown.texts


def test_thousands_of_options_are_bounded(show: Show) -> None:
    options = tuple(Option(f"{at}", "选项") for at in range(5000))
    shown = show(replace(VIEWS["choice_one"], options=options))
    assert shown.texts.count("选项") <= 200


def test_typing_goes_on_in_a_text_that_is_too_long(show: Show) -> None:
    shown = show(replace(VIEWS["entry_mobile"], value=HOSTILE["long"]))
    shown.tap("key:1")
    assert shown.drain() == [Edited(HOSTILE["long"][:11])]
