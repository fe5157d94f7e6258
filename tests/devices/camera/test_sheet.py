"""A sheet is straightened where it is beyond doubt, and nothing else is touched."""

import numpy as np
import pytest
from PIL import Image as Drawn
from PIL import ImageDraw

from devices.camera.sheet import find_sheet, straightened
from devices.simulators.camera_faults import Kind
from devices.simulators.camera_scenes import CORNERS
from tests.devices.camera.pictures import CONDITIONS, DESK, PAPER, STREET, taken, through

SHEET = (226, 226, 222)
Corners = tuple[tuple[int, int], ...]


def lying(*corners: tuple[int, int], on: Drawn.Image = DESK) -> Drawn.Image:
    scene = on.copy()
    ImageDraw.Draw(scene).polygon(corners, fill=SHEET)
    return scene


@pytest.mark.parametrize("condition", CONDITIONS[:4], ids=str)
def test_the_corners_are_found_to_two_pixels(condition: tuple[float, float, int]) -> None:
    corners = find_sheet(taken(PAPER, *condition))
    assert corners is not None
    assert np.abs(corners - np.asarray(CORNERS)).max() < 2


@pytest.mark.parametrize("turn", range(0, 180, 15))
def test_a_sheet_turned_by_any_angle(turn: int) -> None:
    angle = np.radians(turn)
    along, athwart = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    corners = [
        (960, 540) + a * 300 * along + b * 212 * athwart for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    seen = taken(lying(*((int(x), int(y)) for x, y in corners)))
    found = find_sheet(seen)
    assert found is not None
    for corner in corners:
        assert np.abs(found - corner).sum(axis=1).min() < 4
    flat = straightened(seen)
    assert sorted(flat.shape[:2]) == pytest.approx([424, 600], abs=6)
    assert flat[8:-8, 8:-8].min() > 190  # nothing of the mat


def test_the_top_stays_at_the_top() -> None:
    flat = straightened(taken(PAPER))
    height, width = flat.shape[:2]
    red = flat[:, :, 2].astype(int) - flat[:, :, 0]  # the seal is at the bottom right
    down, across = np.argwhere(red > 100).mean(axis=0)
    assert down > 0.8 * height
    assert across > 0.6 * width


@pytest.mark.parametrize("scene", [DESK, STREET], ids=["desk", "street"])
@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_where_there_is_no_sheet_none_is_found(
    scene: Drawn.Image, condition: tuple[float, float, int]
) -> None:
    seen = taken(scene, *condition)
    assert find_sheet(seen) is None
    assert straightened(seen) is seen


@pytest.mark.parametrize(
    "corners",
    [
        ((-40, 100), (700, 100), (700, 900), (-40, 900)),  # cut off by the edge of the picture
        ((700, 400), (760, 400), (760, 440), (700, 440)),  # too small
        ((500, 200), (1300, 200), (900, 900)),  # three corners
        ((500, 200), (1300, 200), (1400, 600), (1300, 900), (500, 900)),  # five
        ((500, 200), (1300, 200), (820, 460), (500, 900)),  # a corner folded over
        ((300, 500), (1000, 420), (1700, 500), (1000, 580)),  # no rectangle, however one looks at it
        ((5, 5), (1914, 5), (1914, 1074), (5, 1074)),  # the whole picture
    ],
)
def test_what_is_not_a_whole_sheet_is_left(corners: Corners) -> None:
    assert find_sheet(taken(lying(*corners))) is None


def test_white_on_white_is_left() -> None:
    table = Drawn.new("RGB", (1920, 1080), (205, 203, 200))
    assert find_sheet(taken(lying((500, 200), (1300, 200), (1300, 900), (500, 900), on=table))) is None


def test_a_bright_sign_in_a_street_is_left() -> None:
    assert find_sheet(taken(lying((500, 200), (1300, 200), (1300, 900), (500, 900), on=STREET))) is None


def test_a_sheet_with_something_beside_it_is_left() -> None:
    scene = lying((500, 200), (1100, 200), (1100, 900), (500, 900))
    ImageDraw.Draw(scene).rectangle((1200, 300, 1600, 560), fill=(190, 190, 190))
    assert find_sheet(taken(scene)) is None


@pytest.mark.parametrize("light", [0.1, 0.3])
def test_a_sheet_in_the_dark_is_left(light: float) -> None:
    assert find_sheet(taken(PAPER, 2, light)) is None


def test_a_blurred_sheet_is_found_all_the_same() -> None:
    corners = find_sheet(taken(through(Kind.BLUR, 4)))
    assert corners is not None
    assert np.abs(corners - np.asarray(CORNERS)).max() < 4
