"""Documents on desks of many kinds: found to a hundredth of their diagonal, never seen where none is, told when cut off."""

import numpy as np
import pytest

from devices.camera.imaging import LARGEST_PICTURE, compressed
from devices.camera.library import Image, cv2
from devices.camera.sheet import find_sheet, is_cut_off, straightened
from tests.devices.camera.desks import TEXTURES, corner_error, desk
from tests.devices.camera.pictures import DESK, PAPER, STREET, picture, taken

SHEETS, EMPTY, CUT = range(5, 15), range(100, 105), range(200, 205)


def test_sheets_are_found_to_a_hundredth_of_their_diagonal() -> None:
    found = []
    for seed in SHEETS:
        seen = desk(seed)
        corners = find_sheet(seen.image)
        if corners is not None and seen.corners is not None:
            found.append(corner_error(corners, seen.corners))
            assert not is_cut_off(seen.image)
    assert len(found) >= 0.9 * len(SHEETS)
    assert max(found) <= 0.01


@pytest.mark.parametrize("seed", EMPTY)
def test_no_sheet_is_seen_on_an_empty_desk(seed: int) -> None:
    seen = desk(seed, empty=True)
    assert find_sheet(seen.image) is None, TEXTURES[seed % len(TEXTURES)]
    assert not is_cut_off(seen.image)


def test_a_sheet_that_is_cut_off_is_told_and_not_straightened() -> None:
    seen = [desk(seed, cut=True).image for seed in CUT]
    assert [find_sheet(image) for image in seen] == [None] * len(seen)
    assert sum(is_cut_off(image) for image in seen) >= 0.8 * len(seen)


def test_what_is_no_sheet_is_not_called_cut_off() -> None:
    for scene in (PAPER, DESK, STREET):
        assert not is_cut_off(taken(scene))


@pytest.mark.parametrize("seed", [6, 10, 13])
def test_print_is_as_legible_in_the_jpeg_as_it_was_in_the_frame(seed: int) -> None:
    flat = straightened(desk(seed).image)
    jpeg, width, height = compressed(flat)
    assert len(jpeg) <= LARGEST_PICTURE
    assert (width, height) == (flat.shape[1], flat.shape[0])
    print_, sent = _small_print(flat), _small_print(picture(jpeg))
    assert np.corrcoef(print_.ravel(), sent.ravel())[0, 1] > 0.97


def _small_print(page: Image) -> Image:
    """The lines of 8 points, where they stand on the specimen."""
    height, width = page.shape[:2]
    grey = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)
    return grey[round(height * 0.61) : round(height * 0.84), round(width * 0.1) : round(width * 0.85)]
