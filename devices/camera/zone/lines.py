"""Finding what may be lines of a machine-readable zone: long, thin, dark on light, of one height."""

from dataclasses import dataclass, replace
from math import cos, radians, sin

import numpy as np
import numpy.typing as npt

from devices.camera.library import Image, cv2, shrunk

Floats = npt.NDArray[np.float32]

_WIDEST = 1600  # lines are looked for in a picture of at most that width
_THINNEST, _SHORTEST = 4.0, 110.0  # pixels of it
_SLIM, _SLIMMEST = 13.0, 75.0  # length in heights, thirty characters at least and forty-four at most
_FILLED = 0.5  # part of its frame that a line fills
_AT_A_SLANT = 35.0  # degrees
_MOST = 8
#: How much darker print is than what is around it, as a part of that: as it should be, and in bad light.
PLAIN, PALE = 0.14, 0.08


@dataclass(frozen=True, slots=True)
class Line:
    """A line in the picture (pixels): its middle, its direction in degrees, how long and how high its signs are."""

    x: float
    y: float
    angle: float
    length: float
    height: float

    @property
    def along(self) -> float:
        """Where its middle lies along its own direction, in pixels."""
        return self.x * cos(radians(self.angle)) + self.y * sin(radians(self.angle))

    @property
    def down(self) -> float:
        """Where its middle lies below, as the line itself is read, in pixels."""
        return self.y * cos(radians(self.angle)) - self.x * sin(radians(self.angle))

    def is_same(self, other: "Line") -> bool:
        """Return whether it is the other one, found again."""
        near = max(abs(self.x - other.x), abs(self.y - other.y)) < self.height / 2
        return near and abs(self.length - other.length) < self.height

    def turned(self) -> "Line":
        """Return the same line read from its other end."""
        return replace(self, angle=self.angle + 180)


def find(grey: Image, least: float = PLAIN) -> list[Line]:
    """Return what may be lines of print that is darker than its paper by at least that part, the longest first."""
    scale = min(_WIDEST / grey.shape[1], 1.0)
    small = shrunk(grey, (round(grey.shape[1] * scale), round(grey.shape[0] * scale)))
    dark = (ink(cv2.GaussianBlur(small, (3, 3), 0), 11) > least).astype(np.uint8)
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, 11), np.uint8))
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = [line for outline in outlines if (line := _line(outline, scale))]
    return sorted(found, key=lambda line: -line.length)[:_MOST]


def ink(grey: Image, reach: int) -> Floats:
    """Return how much darker each pixel is than what is light within `reach` pixels, 0 to 1, whatever light falls there."""
    around = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8)).astype(np.float32)
    return np.asarray((around - grey) / (around + 40.0), np.float32)


def _line(outline: Image, scale: float) -> Line | None:
    (x, y), (width, height), angle = cv2.minAreaRect(outline)
    if width < height:
        width, height, angle = height, width, angle - 90
    angle = (angle + 90) % 180 - 90
    if width < _SHORTEST or height < _THINNEST or not _SLIM <= width / height <= _SLIMMEST:
        return None
    if abs(angle) > _AT_A_SLANT or cv2.contourArea(outline) < _FILLED * width * height:
        return None
    return Line(x / scale, y / scale, angle, width / scale, height / scale)
