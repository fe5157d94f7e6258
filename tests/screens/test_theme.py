"""Colours that everybody can read, sizes that are true on the panel."""

import pytest

from screens import theme
from screens.appearance import TextSize, Theme
from screens.palettes import CONTROLS, PALETTES, Palette
from screens.theme import Measures, ScreenSize, Type, contrast
from tests.screens.shown import LYING, SMALL, UPRIGHT

TEXT, EDGE, HIGH = 7.0, 3.0, 10.0
"""WCAG 2.2: 1.4.6 (AAA) and 1.4.11; and what a theme of high contrast must reach."""


@pytest.fixture(params=list(Theme), ids=lambda one: one.value)
def palette(request: pytest.FixtureRequest) -> Palette:
    return PALETTES[request.param]


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


def test_what_is_written_on_a_surface_can_be_read_by_everybody(palette: Palette) -> None:
    for name, look in palette.looks.items():
        for surface in (look.surface, look.pressed):
            assert contrast(look.ink, surface) >= TEXT, name
            assert contrast(look.soft, surface) >= TEXT, name


@pytest.mark.parametrize("theme_", [Theme.WHITE, Theme.BLACK, Theme.YELLOW])
def test_a_theme_of_high_contrast_stays_above_10(theme_: Theme) -> None:
    for name, look in PALETTES[theme_].looks.items():
        assert min(contrast(look.ink, look.surface), contrast(look.soft, look.surface)) >= HIGH, name


def test_what_is_read_most_stays_above_10_in_every_theme(palette: Palette) -> None:
    for look in (palette.page, palette.sheet, palette.control, palette.chosen, palette.header, palette.key):
        assert contrast(look.ink, look.surface) >= HIGH


def test_the_edge_of_a_control_is_seen(palette: Palette) -> None:
    for name in CONTROLS:
        look = palette.looks[name]
        ground = palette.header.surface if name == "header_tool" else palette.page.surface
        assert max(contrast(look.edge, ground), contrast(look.surface, ground)) >= EDGE, name


def test_icons_and_marks_on_their_surfaces_are_seen(palette: Palette) -> None:
    for look in (palette.sheet, palette.page, palette.chosen, palette.neutral):
        assert contrast(palette.strong, look.surface) >= TEXT
    assert contrast(palette.on_strong, palette.strong) >= TEXT


def test_a_chosen_answer_differs_from_another_in_more_than_its_words(palette: Palette) -> None:
    edges = contrast(palette.chosen.edge, palette.control.edge)
    assert max(edges, contrast(palette.chosen.surface, palette.control.surface)) >= 1.2


def test_millimetres_are_true_on_every_panel() -> None:
    for size in (UPRIGHT, LYING, SMALL):
        assert Measures(size).mm(100) == pytest.approx(100 * size.width / size.width_mm, abs=0.5)


def test_the_smallest_letter_is_large_enough_at_arms_length() -> None:
    capital = 0.733
    smallest = min(role.value[0] for role in Type) * capital
    assert smallest >= 7.3  # 0.7 degrees at 600 mm, EN 301 549 5.1.4
    tiny = Measures(ScreenSize(1080, 1920, 150.0))
    assert tiny.em(Type.SMALL) * capital / tiny.size.density >= 4.8  # Section 508, 402.4


def test_a_design_shrinks_on_a_small_panel_but_its_targets_do_not() -> None:
    small, usual = Measures(SMALL), Measures(UPRIGHT)
    assert small.unit(30) / small.size.density < usual.unit(30) / usual.size.density
    assert small.target(20) == small.mm(20)
    assert Measures(ScreenSize(2160, 3840, 800.0)).comfort == 1.6


def test_a_size_of_text_makes_what_is_small_grow_and_nothing_shrink() -> None:
    standard = Measures(UPRIGHT)
    for size in TextSize:
        measures = Measures(UPRIGHT, size)
        for role in Type:
            assert standard.em(role) <= measures.em(role) <= max(standard.em(role), standard.em(Type.TITLE))
        assert measures.em(Type.BODY) == pytest.approx(standard.em(Type.BODY) * size.value, abs=1)


def test_channels() -> None:
    assert theme.channels("#FF0080") == pytest.approx((1.0, 0.0, 0.50196, 1.0), abs=1e-4)
    assert theme.channels("#000000", 0.5)[3] == 0.5


@pytest.mark.parametrize(
    ("most", "millimetres"), [(64, 20.0), (63.9, 12.5), (39.9, 11.5), (32, 10.0), (5, 10.0)]
)
def test_text_gets_smaller_in_few_steps(most: float, millimetres: float) -> None:
    measures = Measures(UPRIGHT)
    assert measures.smaller(most) == measures.unit(millimetres)
