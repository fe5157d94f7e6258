"""From a line to its cells: where its signs stand, and each of them in a picture of its own."""

from itertools import pairwise

import numpy as np

from devices.camera.library import Image, cv2
from devices.camera.zone.lines import Floats, Line, ink
from devices.camera.zone.signs import ABOVE, ASIDE, TALL, WIDE

#: Signs on a line: of cards, of small booklets and visas, of passports.
LENGTHS = (30, 36, 44)
# Heights of a line: of the strip that is cut out, and of what is left beside its ends.
_HIGH, _MARGIN = 2.2, 1.5
_HEIGHTS_A_PITCH = (0.72, 1.5)  # what the height of a line, as it was found, may be of the pitch
_BLOCKS = 6
_SMOOTH = 0.05  # heights: what is finer is noise
#: Where the first and the last sign may have their middle, in pitches from the end of the line; how much a line may bend;
#: steps a pixel.
_ENDS, _BENDS, _FINER = np.arange(0.0, 0.61, 0.04), np.linspace(-0.06, 0.06, 13), 4


def strip(grey: Image, line: Line) -> Floats:
    """Return the ink of a line, level, in the size in which it is seen; what it bends to is bent back."""
    once = _cut(grey, line)
    slope, middle = _tilt(once)
    return _levelled(once, slope, middle)


def _cut(grey: Image, line: Line) -> Floats:
    width = round(line.length + 2 * _MARGIN * line.height)
    height = round(_HIGH * line.height)
    matrix = cv2.getRotationMatrix2D((line.x, line.y), line.angle, 1.0)
    matrix[0, 2] += width / 2 - line.x
    matrix[1, 2] += height / 2 - line.y
    level = cv2.warpAffine(
        grey, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return ink(cv2.GaussianBlur(level, (0, 0), _SMOOTH * line.height), 2 * round(0.45 * line.height) + 1)


def _tilt(dark: Floats) -> tuple[float, float]:
    """Return by how much the line rises a pixel, and where its middle is: from the middle of its ink, block by block."""
    height, width = dark.shape
    rows = np.arange(height)
    lit = np.where(dark > 0.5 * np.percentile(dark, 98), dark, 0.0)
    edges = np.linspace(0, width, _BLOCKS + 1).astype(int)
    blocks = [(at, lit[:, at:end].sum(axis=1)) for at, end in pairwise(edges)]
    inked = [(at + width / _BLOCKS / 2, down) for at, down in blocks if down.sum() > 0]
    if len(inked) < 3:
        return 0.0, height / 2
    middles = [float((down * rows).sum() / down.sum()) for _, down in inked]
    slope, start = np.polyfit([at for at, _ in inked], middles, 1)
    return float(slope), float(start + slope * width / 2)


def _levelled(dark: Floats, slope: float, middle: float) -> Floats:
    height, width = dark.shape
    matrix = np.array([[1, 0, 0], [-slope, 1, height / 2 - middle + slope * width / 2]], np.float32)
    return np.asarray(cv2.warpAffine(dark, matrix, (width, height), flags=cv2.INTER_LINEAR), np.float32)


def places(dark: Floats, count: int, height: float) -> Floats | None:
    """Return where the middles of `count` signs stand on a strip, or None when so many do not fit its length.

    Signs are an equal pitch apart; where the page is seen at a slant, the pitch changes evenly along the line. Between
    two cells there is least ink.
    """
    left, right = _MARGIN * height, dark.shape[1] - _MARGIN * height
    pitch = (right - left) / (count - 0.4)
    if not _HEIGHTS_A_PITCH[0] <= height / pitch <= _HEIGHTS_A_PITCH[1]:
        return None
    part = np.arange(count) / (count - 1)
    first, last = (ends.reshape(-1, 1) for ends in np.meshgrid(left + _ENDS * pitch, right - _ENDS * pitch))
    straight = first + (last - first) * part
    bent = straight[:, None] + ((last - first) * part * (part - 1))[:, None] * _BENDS[:, None]
    ways = bent.reshape(-1, count)
    between = (ways[:, :-1] + ways[:, 1:]) / 2
    cost = _profile(dark)[np.rint(between * _FINER).astype(int)].mean(axis=1)
    return np.asarray(ways[cost.argmin()], np.float32)


def _profile(dark: Floats) -> Floats:
    """Return how much ink stands in each column, in steps of a part of a pixel."""
    core = dark[dark.shape[0] // 4 : -(dark.shape[0] // 4)].mean(axis=0, keepdims=True)
    finer = cv2.resize(core, (core.shape[1] * _FINER, 1), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.GaussianBlur(finer, (3 * _FINER | 1, 1), 0).reshape(-1), np.float32)


def cells(dark: Floats, middles: Floats, stretch: float = 1.0) -> Floats:
    """Return the cells around those middles, with the margin that `likeness` wants; `stretch` of their height."""
    pitch = np.gradient(middles)
    across = (np.arange(-ASIDE, WIDE + ASIDE) + 0.5 - WIDE / 2) / WIDE
    down = (np.arange(-ABOVE, TALL + ABOVE) + 0.5 - TALL / 2) / WIDE * stretch
    x = middles[:, None] + pitch[:, None] * across
    y = dark.shape[0] / 2 + pitch[:, None] * down
    shape = len(middles), len(down), len(across)
    to_x = np.broadcast_to(x[:, None, :], shape).reshape(-1, len(across)).astype(np.float32)
    to_y = np.broadcast_to(y[:, :, None], shape).reshape(-1, len(across)).astype(np.float32)
    return np.asarray(cv2.remap(dark, to_x, to_y, cv2.INTER_LINEAR), np.float32).reshape(shape)
