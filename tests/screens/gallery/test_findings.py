"""Each kind of thing that can be wrong with a page is found, and nothing where nothing is wrong."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from screens.appearance import Appearance, TextSize, Theme
from screens.gallery.contrast import contrast_findings, edge_contrast, ink_contrast
from screens.gallery.findings import Box, arc, layout_findings
from screens.gallery.product import MODES, PANELS, Setup, part, setups
from screens.gallery.speech import jumps, unheard
from screens.gallery.wording import missing_glyphs, untranslated
from screens.texts import LANGUAGES, PARTLY
from screens.theme import contrast
from tests.screens.samples import VIEWS

SIZE = PANELS["upright"]  # 3.2 pixels a millimetre
WHITE, NAVY = (255, 255, 255), (15, 61, 102)


@pytest.fixture
def walk(window: Any) -> Any:
    assert window
    from screens.gallery import walk  # noqa: PLC0415  # after the window

    return walk


def found(
    walk: Any, targets: dict[str, Box], lines: tuple[Any, ...] = (), reach: bool = False, elder: bool = False
) -> list[str]:
    screen = walk.Screenful(targets, lines)
    return [finding.kind for finding in layout_findings(screen, SIZE, Appearance(reach=reach, elder=elder))]


def test_targets(walk: Any) -> None:
    large: Box = (100, 1500, 100, 100)
    assert found(walk, {"next": large, "back": (300, 1500, 100, 100)}, reach=True) == []
    assert found(walk, {"next": (100, 100, 100, 60)}) == ["small target"]
    assert found(walk, {"next": (100, 100, 75, 75)}, elder=True) == ["small target"]
    assert found(walk, {"key:a": (100, 100, 75, 75)}, elder=True) == []
    assert found(walk, {"next": large, "back": (205, 1500, 100, 100)}) == ["close targets"]
    assert found(walk, {"key:a": large, "key:b": (206, 1500, 100, 100)}) == []
    assert found(walk, {"next": (1000, 1500, 100, 100)}) == ["target off the panel"]
    assert found(walk, {"next": (100, 100, 100, 100)}, reach=True) == ["out of reach"]
    assert found(walk, {"start": (0, 0, 1080, 1920), "language": large}, reach=True) == []


def test_texts(walk: Any) -> None:
    line = walk.Line("text", (100, 100, 200, 40), (90, 90, 300, 60), False, False, 8.0)
    assert found(walk, {}, (line,)) == []
    assert found(walk, {}, (replace(line, cut=True),)) == ["text cut off"]
    assert found(walk, {}, (replace(line, within=(90, 90, 190, 60)),)) == ["text sticks out"]
    assert found(walk, {}, (line, replace(line, box=(250, 105, 100, 40)))) == ["text on text"]
    assert found(walk, {}, (line, replace(line, box=(250, 105, 100, 40), scrolls=True))) == []
    assert found(walk, {}, (replace(line, capital=4.0),)) == ["small letters"]
    assert found(walk, {}, (replace(line, capital=7.0),)) == ["small letters"]  # 0.67 degrees at 600 mm
    assert arc(7.33) == pytest.approx(0.7, abs=0.001)


def sheet(colour: tuple[int, int, int]) -> Any:
    return np.full((60, 80, 3), colour, np.uint8)


def test_contrast_is_that_of_ink_on_what_lies_below_it() -> None:
    blank, written = sheet(WHITE), sheet(WHITE)
    written[20:30, 20:40] = NAVY
    written[19, 20:40] = (135, 158, 178)  # a smooth edge is no ink
    assert ink_contrast(written, blank, (10, 10, 50, 40)) == pytest.approx(
        contrast("#0F3D66", "#FFFFFF"), abs=0.01
    )
    assert ink_contrast(blank, blank, (10, 10, 50, 40)) == 1.0
    blank[20:30, 38:40] = written[20:30, 38:40] = (40, 90, 140)  # a picture reaches below the end of it
    written[20:30, 38:40] = NAVY
    assert ink_contrast(written, blank, (10, 10, 50, 40)) < 3


def test_the_edge_of_a_control_is_measured_from_outside() -> None:
    page = sheet(WHITE)
    page[10:50, 20:60] = NAVY
    page[12:48, 22:58] = WHITE
    assert edge_contrast(page, (20, 10, 40, 40)) > 10
    page[10:50, 20:60] = (240, 240, 240)
    assert edge_contrast(page, (20, 10, 40, 40)) < 1.2
    kinds = contrast_findings(page, sheet(WHITE), {"grey": (20, 10, 40, 40)}, {}, {"next": (20, 10, 40, 40)})
    assert [finding.what for finding in kinds] == ["grey 1.1:1", "edge of next 1.1:1"]


def test_words() -> None:
    chinese = VIEWS["home"]
    bare = {"sections": (), "site": "", "tools": (), "leave": None, "primary": None, "secondary": None}
    assert not list(
        untranslated(
            replace(chinese, title="Home", **bare),
            replace(chinese, **bare),
        )
    )
    left = [
        finding.what for finding in untranslated(replace(chinese, title="回家"), replace(chinese, title=""))
    ]
    assert ".title: " in left
    assert ".title: 回家" in left


def test_silence_and_jumps(walk: Any) -> None:
    view = VIEWS["choice_one"]
    one, other = (option.id for option in view.options[:2])
    upper, lower, beside = (
        (100.0, 500.0, 400.0, 100.0),
        (100.0, 700.0, 400.0, 100.0),
        (600.0, 500.0, 400.0, 100.0),
    )

    def kinds(**targets: Box) -> list[str]:
        screens = (walk.Screenful(targets, ()),)
        return [finding.kind for finding in (*unheard(view, screens), *jumps(view, screens))]

    assert kinds(**{one: upper, other: lower}) == []
    assert kinds(**{one: lower, other: upper}) == ["focus order"]
    assert kinds(**{one: lower, other: beside}) == []
    assert kinds(**{one: upper, "unknown": lower, "pad": lower, "key:a": lower}) == ["missing spoken text"]


def test_glyphs(cache: Any) -> None:
    from screens import fonts  # noqa: PLC0415  # as a resident sees it

    font = fonts.simplified("Regular", cache)
    assert not list(missing_glyphs("您好 Hello\n𠮷", font))
    assert "U+0626" in next(missing_glyphs("ئ", font)).what


def test_the_product_is_full() -> None:
    every = list(setups())
    assert len(every) == len(set(every)) == len(PANELS) * len((*LANGUAGES, *PARTLY)) * len(MODES) * 25
    assert len({setup.path for setup in every}) == len(every)
    assert Setup("lying", "en", MODES["reach"]).path == "lying/en/1/clear/reach"


def test_parts_are_spread_and_together_the_whole() -> None:
    every = list(setups())
    parts = [list(part(every, number, 17)) for number in range(1, 18)]
    assert sorted(one.path for each in parts for one in each) == sorted(one.path for one in every)
    for each in parts:
        assert {one.panel for one in each} == set(PANELS)
        assert {one.appearance.theme for one in each} == set(Theme)
        assert {one.appearance.size for one in each} == set(TextSize)
