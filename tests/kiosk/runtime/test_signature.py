"""A signature as a picture."""

from io import BytesIO

from PIL import Image

from kiosk.runtime.signature import HEIGHT, WIDTH, png


def drawn(*strokes: tuple[tuple[float, float], ...]) -> Image.Image:
    return Image.open(BytesIO(png(strokes)))


def test_it_is_black_on_white_of_the_stated_size_and_says_nothing_else() -> None:
    picture = drawn(((0.2, 0.5), (0.8, 0.5)))
    assert (picture.size, picture.mode, picture.format) == ((WIDTH, HEIGHT), "1", "PNG")
    assert picture.info == {}
    assert picture.getpixel((WIDTH // 2, round(0.5 * (HEIGHT - 1)))) == 0
    assert picture.getpixel((WIDTH // 2, 10)) == 255
    assert picture.getpixel((20, HEIGHT // 2)) == 255


def test_a_dot_is_drawn_and_the_edges_are_inside() -> None:
    picture = drawn(((0.5, 0.25),), ((0.0, 0.0), (1.0, 1.0)))
    assert picture.getpixel((round(0.5 * (WIDTH - 1)), round(0.25 * (HEIGHT - 1)))) == 0
    assert picture.getpixel((1, 1)) == 0
    assert picture.getpixel((WIDTH - 2, HEIGHT - 2)) == 0


def test_strokes_are_not_joined() -> None:
    picture = drawn(((0.1, 0.1), (0.2, 0.1)), ((0.8, 0.9), (0.9, 0.9)))
    assert picture.getpixel((WIDTH // 2, HEIGHT // 2)) == 255


def test_a_long_signature_stays_small() -> None:
    stroke = tuple((0.1 + 0.8 * (at % 100) / 100, 0.1 + 0.8 * at / 2000) for at in range(2000))
    assert len(png((stroke,))) < 60_000
