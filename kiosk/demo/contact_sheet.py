"""Some pages of a demo side by side, as the READMEs show them."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

PAGES = ("attract", "home", "question.mobile", "capture", "sign", "outcome.done")
WIDTH, GAP, COLOURS = 360, 24, 64
GROUND = "#dfe6ee"


def contact_sheet(folder: Path, case: str, pages: Sequence[str] = PAGES) -> Path:
    """Write `screens.png` into `folder`: each page of `case` as it was last photographed there; return its path."""
    pictures = [_picture(folder / "screens", case, page) for page in pages]
    height = max(picture.height for picture in pictures)
    sheet = Image.new("RGB", (GAP + len(pictures) * (WIDTH + GAP), height + 2 * GAP), GROUND)
    for place, picture in enumerate(pictures):
        sheet.paste(picture, (GAP + place * (WIDTH + GAP), GAP))
    path = folder / "screens.png"
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path


def _picture(screens: Path, case: str, page: str) -> Image.Image:
    last = max(screens.glob(f"{case}-*-{page}.png"))
    with Image.open(last) as picture:
        return picture.resize(
            (WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS
        )
