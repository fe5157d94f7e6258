"""Icons take two channels of memory: white, and how much of it; and are shown from the size that is near."""

import pytest
from PIL import Image

from screens.artwork.icons import ICON_GAP, ICON_SIDES, ICONS
from screens.widgets.images import file_of, icon_at, icon_of
from tests.screens.conftest import Show


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_white_until_it_is_tinted(name: str) -> None:
    with Image.open(file_of(name)) as icon:
        pixels = icon.convert("RGBA").tobytes()
    seen = {pixels[at : at + 3] for at in range(0, len(pixels), 4) if pixels[at + 3]}
    assert seen == {b"\xff\xff\xff"}


def test_its_texture_has_two_channels_and_the_icon_in_it(show: Show) -> None:
    show()  # opens the window
    texture = icon_of(file_of("ok"))
    assert texture.colorfmt == "luminance_alpha"
    with Image.open(file_of("ok")) as icon:
        assert texture.size == icon.size
        upwards = icon.getchannel("A").transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes()
    assert bytes(texture.pixels)[3::4] == upwards


@pytest.mark.parametrize(
    ("side", "drawn"), [(200, 128), (128, 128), (65, 128), (64, 64), (33, 64), (32, 32), (7, 32)]
)
def test_it_is_reduced_by_less_than_half(show: Show, side: int, drawn: int) -> None:
    show()
    region = icon_at(file_of("ok"), side)
    assert region.size == (drawn, drawn)
    wide, high = icon_of(file_of("ok")).size
    left = sum(each + ICON_GAP for each in ICON_SIDES if each > drawn)
    right, top = (left + drawn) / wide, drawn / high
    assert region.tex_coords[:6] == pytest.approx((left / wide, 0, right, 0, right, top))
