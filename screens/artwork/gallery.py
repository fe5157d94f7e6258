"""Every drawing under its file name, and the writing of them all."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from screens.artwork.icons import ICONS
from screens.artwork.pen import Pen
from screens.artwork.scenes import STAGES, emblem, reader, skyline

SCREENS = Path(__file__).parents[1]
ICON_PIXELS = 128  # larger than any is drawn; all are kept in memory
EMBLEM_PIXELS = 192
STROKE = 3.4


def icon(name: str) -> Image.Image:
    """Return an icon as a white mask with alpha."""
    pen = Pen(ICON_PIXELS, STROKE)
    pen.draw(ICONS[name])
    return pen.picture()


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
