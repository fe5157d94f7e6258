"""What goes to the screen and to the platform."""

import io

import numpy as np
import pytest
import zxingcpp
from PIL import Image as Drawn

from devices.camera.imaging import LARGEST_PICTURE, compressed, preview
from devices.camera.library import Image
from tests.devices.camera.pictures import PAPER, STREET, picture, taken

SMALL_PRINT = (slice(650, 860), slice(690, 1180))


def noise(height: int, width: int) -> Image:
    return np.random.default_rng(2).integers(0, 256, (height, width, 3)).astype(np.uint8)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((1920, 1080), (640, 360)),
        ((1080, 1920), (270, 480)),
        ((2592, 1944), (640, 480)),
        ((320, 200), (320, 200)),
        ((5000, 2), (640, 1)),
    ],
)
def test_frames_keep_their_shape(size: tuple[int, int], shown: tuple[int, int]) -> None:
    frame = preview(noise(size[1], size[0]))
    assert (frame.width, frame.height) == shown
    assert len(frame.pixels) == 4 * shown[0] * shown[1]


def test_frames_are_red_green_blue_and_opaque() -> None:
    blue, green, red = 10, 120, 240
    frame = preview(np.full((100, 100, 3), (blue, green, red), np.uint8))
    assert frame.pixels[:4] == bytes([red, green, blue, 255])


@pytest.mark.parametrize("frame", [taken(PAPER), taken(STREET, 10), noise(1080, 1920), noise(2160, 3840)])
def test_a_picture_is_never_too_large(frame: Image) -> None:
    jpeg, width, height = compressed(frame)
    assert len(jpeg) <= LARGEST_PICTURE
    assert Drawn.open(io.BytesIO(jpeg)).size == (width, height)
    assert width / height == pytest.approx(frame.shape[1] / frame.shape[0], rel=0.01)


def test_small_print_stays_as_it_is_in_the_frame() -> None:
    for condition in ((0, 1.0, 95), (6, 1.0, 90), (10, 1.0, 95)):
        frame = taken(PAPER, *condition)
        jpeg, width, _ = compressed(frame)
        kept = picture(jpeg)
        assert width == 1920
        likeness = np.corrcoef(kept[SMALL_PRINT].ravel(), frame[SMALL_PRINT].ravel())[0, 1]
        assert likeness > 0.96


def test_a_small_code_on_the_form_can_still_be_read() -> None:
    page = PAPER.copy()
    code = zxingcpp.create_barcode("https://example.org/c/GZ044-7H2K", zxingcpp.BarcodeFormat.QRCode)
    drawn = Drawn.fromarray(np.asarray(code.to_image(scale=3)))
    page.paste(drawn.convert("RGB"), (700, 860))
    jpeg, _, _ = compressed(taken(page, 6))
    found = zxingcpp.read_barcodes(Drawn.open(io.BytesIO(jpeg)))
    assert [each.text for each in found] == ["https://example.org/c/GZ044-7H2K"]


def test_nothing_but_pixels_is_kept() -> None:
    jpeg, _, _ = compressed(taken(PAPER))
    kept = Drawn.open(io.BytesIO(jpeg))
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert not kept.getexif()
