"""Every drawing under its file name, and the writing of them all."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from screens.artwork.icons import ICON_GAP, ICON_SIDES, ICONS
from screens.artwork.pen import Pen
from screens.artwork.scenes import STAGES, emblem, reader, skyline

SCREENS = Path(__file__).parents[1]
EMBLEM_PIXELS = 192
STROKE = 3.4


def icon(name: str) -> Image.Image:
    """Return an icon as a white mask with alpha: in three sizes, the largest first, side by side on one ground."""
    strip = Image.new(
        "RGBA", (sum(ICON_SIDES) + ICON_GAP * (len(ICON_SIDES) - 1), max(ICON_SIDES)), (255, 255, 255, 0)
    )
    left = 0
    for side in ICON_SIDES:
        pen = Pen(side, STROKE)
        pen.draw(ICONS[name])
        strip.paste(pen.picture(), (left, max(ICON_SIDES) - side))
        left += side + ICON_GAP
    return strip


def drawings() -> Iterator[tuple[str, Image.Image]]:
    """Every drawing with its path below `screens`."""
    for name in sorted(ICONS):
        yield f"icons/{name}.png", icon(name)
    yield "pictures/emblem.png", emblem(EMBLEM_PIXELS)
    yield "pictures/skyline.png", skyline()
    for stage in STAGES:
        yield f"pictures/reader_{stage}.png", reader(stage)


def draw_all(below: Path = SCREENS) -> None:
    """Write every drawing as PNG."""
    for path, image in drawings():
        (below / path).parent.mkdir(parents=True, exist_ok=True)
        image.save(below / path, optimize=True)
