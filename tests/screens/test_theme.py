"""Colours that everybody can read, sizes that are true on the panel."""

import pytest

from screens import theme
from screens.theme import CONTROLS, LOOKS, Measures, ScreenSize, Type, contrast
from screens.widgets.card import LOOK_OF
from tests.screens.shown import LYING, SMALL, UPRIGHT

TEXT, EDGE = 7.0, 3.0
"""WCAG 2.2: 1.4.6 (AAA) and 1.4.11."""


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("name", LOOKS)
def test_what_is_written_on_a_surface_can_be_read_by_everybody(name: str) -> None:
    look = LOOKS[name]
    for surface in (look.surface, look.pressed):
        assert contrast(look.ink, surface) >= TEXT
        assert contrast(look.soft, surface) >= TEXT


@pytest.mark.parametrize("name", CONTROLS)
def test_the_edge_of_a_control_is_seen(name: str) -> None:
    look = LOOKS[name]
    ground = theme.HEADER.surface if name == "HEADER_TOOL" else theme.PAGE.surface
    assert max(contrast(look.edge, ground), contrast(look.surface, ground)) >= EDGE


def test_icons_and_marks_on_their_surfaces_are_seen() -> None:
    for surface in (theme.WHITE, theme.MIST, theme.CHOSEN.surface, theme.NEUTRAL.surface):
        assert contrast(theme.NAVY, surface) >= TEXT
    for look in LOOK_OF.values():
        assert contrast(look.ink, look.surface) >= TEXT


def test_a_chosen_answer_differs_from_another_in_its_edge() -> None:
    assert contrast(theme.CHOSEN.edge, theme.CONTROL.edge) >= 2.0


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


def test_channels() -> None:
    assert theme.channels("#FF0080") == pytest.approx((1.0, 0.0, 0.50196, 1.0), abs=1e-4)
    assert theme.channels("#000000", 0.5)[3] == 0.5
