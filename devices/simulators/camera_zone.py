"""A travel document under a simulated camera, by the lines of its machine-readable zone: `zone:LINE|LINE` on the desk.

It departs from a real one in this: paper, not plastic, and nothing on it but a portrait's place and the lines; as large as
under a camera that sees an A4 sheet with 6 pixels a millimetre.
"""

from PIL import Image, ImageDraw, ImageFont

from devices.camera.zone import FONT
from devices.simulators.camera_scenes import SIZE, empty_desk

_PREFIX = "zone:"
_PITCH, _LEADING, _MARGIN = 15.24, 38.1, 26  # pixels: ten signs to an inch, a line each quarter of one
_HEIGHTS = {1: 324, 2: 528, 3: 324}  # of a card, of a passport's page, by the lines they have
_ADVANCE = 0.723  # of the font, in its size
_TURNED = 3  # degrees


def is_zone(name: str) -> bool:
    """Return whether a scene is a travel document of one to three lines."""
    return name.startswith(_PREFIX) and len(_lines(name)) in _HEIGHTS and all(_lines(name))


def zone_on_desk(name: str) -> Image.Image:
    """Return the desk with the document on it, a little turned."""
    lines, desk = _lines(name), empty_desk()
    page = Image.new(
        "RGB", (round(max(map(len, lines)) * _PITCH) + 2 * _MARGIN, _HEIGHTS[len(lines)]), "#e8e7e2"
    )
    pen, letters = ImageDraw.Draw(page), ImageFont.truetype(FONT, round(_PITCH / _ADVANCE))
    if len(lines) == 2:
        pen.rectangle((_MARGIN, 60, 220, 360), fill="#9aa0a8")
    foot = page.height - 48 - _LEADING * (len(lines) - 1)
    for row, line in enumerate(lines):
        for place, sign in enumerate(line):
            at = (_MARGIN + _PITCH * place, foot + _LEADING * row)
            pen.text(at, sign, fill="#1c1c1e", font=letters, anchor="ls")
    cover = Image.new("L", page.size, 255).rotate(_TURNED, Image.Resampling.BICUBIC, expand=True)
    turned = page.rotate(_TURNED, Image.Resampling.BICUBIC, expand=True)
    desk.paste(turned, ((SIZE[0] - turned.width) // 2, (SIZE[1] - turned.height) // 2), cover)
    return desk


def _lines(name: str) -> list[str]:
    return name.removeprefix(_PREFIX).split("|")
