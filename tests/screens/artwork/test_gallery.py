"""The drawings in the tree are those that the code draws."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from screens.artwork.gallery import SCREENS, draw_all, drawings
from screens.artwork.icons import ALIASES, ICON_GAP, ICON_SIDES, ICONS
from screens.artwork.pen import Pen
from screens.widgets.images import NEUTRAL_SHAPE, file_of


def test_every_drawing_is_up_to_date() -> None:
    """When it fails: `python -m screens.artwork`."""
    for path, image in drawings():
        kept = Image.open(SCREENS / path).convert("RGBA")
        assert kept.size == image.size, path
        difference = ImageChops.difference(kept, image.convert("RGBA")).tobytes()
        assert max(difference) <= 2, path


def test_no_drawing_is_left_over() -> None:
    drawn = {path for path, _ in drawings()}
    kept = {path.relative_to(SCREENS).as_posix() for path in SCREENS.glob("*/*.png")}
    assert kept == drawn


def test_they_are_written_where_asked(tmp_path: Path) -> None:
    draw_all(tmp_path)
    assert len(list(tmp_path.glob("icons/*.png"))) == len(ICONS)
    assert (tmp_path / "pictures" / "skyline.png").is_file()


def test_every_alias_is_an_icon() -> None:
    for name, known in ALIASES.items():
        assert known in ICONS
        assert file_of(name).stem == known


@pytest.mark.parametrize("name", ["", "no-such", "../../secret", "shape/../ok"])
def test_an_unknown_icon_is_the_neutral_shape(name: str) -> None:
    assert file_of(name).stem == NEUTRAL_SHAPE


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_centred_and_fill_their_square(name: str) -> None:
    strip, left = Image.open(file_of(name)).getchannel("A"), 0
    for side in ICON_SIDES:
        box = strip.crop((left, strip.height - side, left + side, strip.height)).getbbox()
        assert box
        assert max(box[2] - box[0], box[3] - box[1]) > side * 0.55 or name == "more"
        left += side + ICON_GAP
    assert strip.width == left - ICON_GAP


def test_a_command_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        Pen(48, 3).draw("X 1 2")
