"""The signs of OCR-B (ISO 1073-2) as they are printed in machine-readable zones, and which of them a cell shows.

They are drawn from Debian's `fonts-ocr-b` when first asked for. A cell is as wide as the pitch, ten to an inch, and shown
in `WIDE` by `TALL` pixels; which sign it is like is the correlation with each, at every place nearby and as soft as the
picture is.
"""

from functools import cache

import numpy as np
from PIL import Image as Drawn
from PIL import ImageDraw, ImageFont

from devices.camera.library import Image, cv2
from devices.camera.zone import FONT
from devices.camera.zone.lines import Floats
from devices.errors import ConfigurationError

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
WIDE, TALL = 16, 22
ASIDE, ABOVE = 2, 3  # pixels that a sign may stand beside the middle of its cell
ON_LINE = 1.0  # pixels that a sign may stand above or below the line of all of them
SOFTNESS = (0.9, 1.6, 2.3)  # standard deviations of the blur
_FINE = 8  # times as large they are drawn


def likeness(cells: Floats) -> Floats:
    """Return how like each sign of `ALPHABET` cells are, -1 to 1, in the best softness for all of them.

    `cells` are pictures of ink with a margin of `ASIDE` and `ABOVE` pixels: count × (TALL + 2 ABOVE) × (WIDE + 2 ASIDE).

    Raises:
        ConfigurationError: the font is not installed (`OCR_B_MISSING`).
    """
    places = np.lib.stride_tricks.sliding_window_view(cells, (TALL, WIDE), axis=(1, 2))
    count, downs, asides = places.shape[:3]
    looks = _normal(places.reshape(count, downs, asides, TALL * WIDE))
    likely = max((looks @ signs.T for signs in _signs()), key=_whole)
    row = likely.max(axis=(2, 3)).argmax(axis=1)
    base = np.polyval(np.polyfit(np.arange(count), row, 1), np.arange(count))
    near = np.abs(np.arange(downs) - base[:, None]) <= ON_LINE
    return np.asarray(np.where(near[:, :, None, None], likely, -1.0).max(axis=(1, 2)), np.float32)


def _whole(likely: Floats) -> float:
    return float(likely.max(axis=(1, 2, 3)).mean())


@cache
def _signs() -> tuple[Floats, ...]:
    """Return the signs, one a row, in every softness."""
    if not FONT.is_file():
        raise ConfigurationError(
            "OCR_B_MISSING", "The font of machine-readable zones is missing: apt-get install fonts-ocr-b"
        )
    probe = ImageFont.truetype(FONT, 1000)
    letters = ImageFont.truetype(FONT, round(1000 * WIDE * _FINE / probe.getlength("A")))
    drawn = [_drawn(sign, letters) for sign in ALPHABET]
    return tuple(
        _normal(np.stack([_shrunk(cv2.GaussianBlur(one, (0, 0), soft * _FINE)) for one in drawn]))
        for soft in SOFTNESS
    )


def _drawn(sign: str, letters: ImageFont.FreeTypeFont) -> Floats:
    """Return a sign as ink on nothing, the middle of a letter's height in the middle of its cell."""
    cell = Drawn.new("L", (WIDE * _FINE, TALL * _FINE), 0)
    _, top, _, bottom = letters.getbbox("H", anchor="ls")
    ImageDraw.Draw(cell).text(
        (0, TALL * _FINE / 2 - (top + bottom) / 2), sign, fill=255, font=letters, anchor="ls"
    )
    return np.asarray(cell, np.float32)


def _shrunk(drawn: Image) -> Floats:
    return np.asarray(cv2.resize(drawn, (WIDE, TALL), interpolation=cv2.INTER_AREA), np.float32).reshape(-1)


def _normal(rows: Floats) -> Floats:
    """Return rows with mean 0 and length 1."""
    level = rows - rows.mean(axis=-1, keepdims=True)
    return np.asarray(level / (np.linalg.norm(level, axis=-1, keepdims=True) + 1e-6), np.float32)
