"""Icons take two channels of memory: white, and how much of it."""

import pytest
from PIL import Image

from screens.artwork.icons import ICONS
from screens.widgets.images import file_of, texture_of
from tests.screens.conftest import Show


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_white_until_it_is_tinted(name: str) -> None:
    with Image.open(file_of(name)) as icon:
        pixels = icon.convert("RGBA").tobytes()
    seen = {pixels[at : at + 3] for at in range(0, len(pixels), 4) if pixels[at + 3]}
    assert seen == {b"\xff\xff\xff"}


def test_its_texture_has_two_channels_and_the_icon_in_it(show: Show) -> None:
    show()  # opens the window
    texture = texture_of(file_of("ok"))
    assert texture.colorfmt == "luminance_alpha"
    with Image.open(file_of("ok")) as icon:
        assert texture.size == icon.size
        drawn = icon.getchannel("A").tobytes()
    assert bytes(texture.pixels)[3::4] == drawn
