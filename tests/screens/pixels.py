"""What is really on the panel."""

from collections.abc import Iterator

from tests.screens.shown import Shown

Colour = tuple[int, int, int]
_STEP = 3


def colours(shown: Shown, box: tuple[float, float, float, float]) -> set[Colour]:
    """Return the colours within a box (x, y, width, height, origin at the lower left) of the next frame."""
    from kivy.graphics import opengl  # noqa: PLC0415  # after the window

    shown.window.canvas.ask_update()
    shown.frames(1)
    x, y, width, height = (round(value) for value in box)
    shown.window.dispatch("on_draw")
    pixels = opengl.glReadPixels(x, y, width, height, opengl.GL_RGB, opengl.GL_UNSIGNED_BYTE)
    return set(_sampled(bytes(pixels), width, height))


def _sampled(pixels: bytes, width: int, height: int) -> Iterator[Colour]:
    for row in range(0, height, _STEP):
        for column in range(0, width, _STEP):
            at = (row * width + column) * 3
            yield pixels[at], pixels[at + 1], pixels[at + 2]
