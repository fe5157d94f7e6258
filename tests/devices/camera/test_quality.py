"""The measures on pictures whose faults are known, under every condition that the thresholds were set for."""

import numpy as np
import pytest
from PIL import Image as Drawn
from PIL import ImageDraw

from devices.camera.quality import has_glare, is_black, is_blurred, is_dark, steepness, warnings
from devices.simulators.camera_faults import Kind
from tests.devices.camera.pictures import CONDITIONS, DESK, PAPER, STREET, moved, taken, through

under_all_conditions = pytest.mark.parametrize("condition", CONDITIONS, ids=str)
Condition = tuple[float, float, int]


@pytest.mark.parametrize("scene", [PAPER, STREET], ids=["paper", "street"])
@under_all_conditions
def test_sharp_pictures_are_not_called_blurred(scene: Drawn.Image, condition: Condition) -> None:
    for pixels in (0, 1):
        sharp = through(Kind.BLUR, pixels, scene)
        assert not is_blurred(taken(sharp, *condition))


@pytest.mark.parametrize(("scene", "pixels"), [(PAPER, 2), (PAPER, 3), (PAPER, 5), (STREET, 2), (STREET, 3)])
@under_all_conditions
def test_wrong_focus_is_called_blurred(scene: Drawn.Image, pixels: int, condition: Condition) -> None:
    assert is_blurred(taken(through(Kind.BLUR, pixels, scene), *condition))


@pytest.mark.parametrize("pixels", [8, 15, 30])
def test_very_wrong_focus_is_called_blurred(pixels: int) -> None:
    assert is_blurred(taken(through(Kind.BLUR, pixels)))


@pytest.mark.parametrize("scene", [PAPER, STREET], ids=["paper", "street"])
@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("pixels", [7, 13])
@under_all_conditions
def test_movement_is_called_blurred(
    scene: Drawn.Image, down: bool, pixels: int, condition: Condition
) -> None:
    assert is_blurred(taken(moved(scene, pixels, down=down), *condition))


def test_sharpness_does_not_depend_on_light_or_noise() -> None:
    measured = [steepness(taken(PAPER, *condition)) for condition in CONDITIONS]
    for across, down in measured:
        assert across == pytest.approx(0.40, abs=0.05)
        assert down == pytest.approx(0.41, abs=0.06)


@under_all_conditions
def test_a_bare_desk_is_neither_sharp_nor_blurred(condition: Condition) -> None:
    assert steepness(taken(DESK, *condition)) == (None, None)
    assert not is_blurred(taken(DESK, *condition))


@pytest.mark.parametrize("size", [(320, 180), (640, 360), (1280, 720), (3840, 2160)])
def test_sharpness_is_judged_at_any_size(size: tuple[int, int]) -> None:
    assert not is_blurred(taken(PAPER.resize(size, Drawn.Resampling.LANCZOS)))
    assert is_blurred(taken(through(Kind.BLUR, 12).resize(size, Drawn.Resampling.LANCZOS)))


@pytest.mark.parametrize("scene", [PAPER, DESK, STREET], ids=["paper", "desk", "street"])
@pytest.mark.parametrize("noise", [0, 2, 10])
def test_light_enough(scene: Drawn.Image, noise: float) -> None:
    assert not is_dark(taken(scene, noise))
    assert not is_black(taken(scene, noise))
    assert is_dark(taken(scene, noise, 0.2))


def test_a_card_on_a_dark_mat_is_light_enough() -> None:
    scene = DESK.copy()
    ImageDraw.Draw(scene).rectangle((800, 400, 1130, 610), fill=(210, 214, 220))
    assert not is_dark(taken(scene))


@pytest.mark.parametrize("noise", [0, 2, 5, 10])
def test_a_covered_lens_is_black(noise: float) -> None:
    for level in (0, 5, 15):
        covered = Drawn.new("RGB", (1280, 720), (level, level, level))
        assert is_black(taken(covered, noise))


def test_a_lamp_in_the_night_is_not_a_covered_lens() -> None:
    night = Drawn.new("RGB", (1920, 1080), (8, 8, 10))
    ImageDraw.Draw(night).ellipse((900, 300, 980, 380), fill=(250, 240, 210))
    assert not is_black(taken(night))


@pytest.mark.parametrize("scene", [PAPER, DESK, STREET], ids=["paper", "desk", "street"])
@pytest.mark.parametrize("width", [300, 420, 600])
@pytest.mark.parametrize("noise", [0, 2, 10])
def test_a_mirrored_lamp_is_glare(scene: Drawn.Image, width: int, noise: float) -> None:
    assert has_glare(taken(through(Kind.GLARE, width, scene), noise))


@pytest.mark.parametrize("light", [0.3, 0.8, 1.0, 1.1, 1.2, 1.4])
@pytest.mark.parametrize("scene", [PAPER, DESK, STREET], ids=["paper", "desk", "street"])
def test_bright_paper_is_not_glare(scene: Drawn.Image, light: float) -> None:
    assert not has_glare(taken(scene, 2, light))


def test_several_warnings_come_together() -> None:
    assert warnings(taken(through(Kind.BLUR, 3), 2, 0.23)) == ("blurred", "dark")
    assert warnings(taken(PAPER)) == ()


def test_a_picture_of_one_pixel_is_judged_too() -> None:
    for level in (0, 255):
        tiny = np.full((1, 1, 3), level, np.uint8)
        assert is_black(tiny) == (level == 0)
        assert "blurred" not in warnings(tiny)
