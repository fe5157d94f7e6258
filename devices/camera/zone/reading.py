"""What opens a travel document, read in a picture of its page: only when each sign is clear and every check digit is right."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from devices.camera import Sighting
from devices.camera.library import Image, cv2, grey_of
from devices.camera.source import decoded
from devices.camera.zone.cells import LENGTHS, cells, places, strip
from devices.camera.zone.lines import PALE, PLAIN, Floats, Line, find
from devices.camera.zone.meaning import key_of
from devices.camera.zone.signs import likeness
from devices.card_reader.mrz import DocumentKey

_STRETCHES = (0.93, 1.07)
_LIKE = 0.8  # a line whose signs are less like those of OCR-B, in the mean, is other print: that has 0.75, OCR-B 0.95
_BETTER = 0.06  # by so much more, at most, once their height is right
_LEADINGS = (1.9, 3.2)  # from one line to the next, in pitches; 2.5 after Doc 9303-3


@dataclass(frozen=True, slots=True)
class _Read:
    """A line with how like each sign of the alphabet its cells are; `pitch` in pixels."""

    line: Line
    likely: Floats
    pitch: float

    @property
    def like(self) -> float:
        return float(self.likely.max(axis=1).mean())


def read(image: Image) -> Sighting:
    """Return what a picture (BGR or grey) shows, the document's edges within thirty degrees of those of the picture.

    Raises:
        ConfigurationError: the font is not installed (`OCR_B_MISSING`).
    """
    grey = grey_of(image)
    looks = [_Look(grey), _Look(cv2.rotate(grey, cv2.ROTATE_90_CLOCKWISE))]
    for least in (PLAIN, PALE):
        for look in looks:
            if key := look.key(least):
                return Sighting(key, lines=True)
    return Sighting(None, any(look.reads for look in looks))


def of_jpeg(jpeg: bytes) -> Sighting:
    """Return the same of a coded picture; nothing is seen in one that is none."""
    image = decoded(jpeg)
    return Sighting() if image is None else read(image)


class _Look:
    """A picture one way round, with the lines that were found in it so far."""

    def __init__(self, grey: Image) -> None:
        self._grey = grey
        self._tried: list[Line] = []
        self.reads: list[_Read] = []

    def key(self, least: float) -> DocumentKey | None:
        """Find lines of print that is so dark; return what those found so far say together."""
        for line in find(self._grey, least):
            if not any(line.is_same(other) for other in self._tried):
                self._tried.append(line)
                self.reads += filter(None, (_line(self._grey, line),))
        keys = (key_of(np.concatenate([each.likely for each in group])) for group in _groups(self.reads))
        return next(filter(None, keys), None)


def _line(grey: Image, line: Line) -> _Read | None:
    """Return the line as it is most like OCR-B, upright or turned round; None when it is like nothing of that."""
    dark = strip(grey, line)
    turned = np.ascontiguousarray(dark[::-1, ::-1])
    tries = []
    for count in LENGTHS:
        if (middles := places(dark, count, line.height)) is not None:
            tries += [(line, dark, middles), (line.turned(), turned, dark.shape[1] - 1 - middles[::-1])]
    if not tries:
        return None
    reads = [_seen(*one, 1.0) for one in tries]
    at = max(range(len(reads)), key=lambda each: reads[each].like)
    if reads[at].like < _LIKE - _BETTER:
        return None
    best = max((reads[at], *(_seen(*tries[at], each) for each in _STRETCHES)), key=lambda read: read.like)
    return best if best.like > _LIKE else None


def _seen(line: Line, dark: Floats, middles: Floats, stretch: float) -> _Read:
    return _Read(line, likeness(cells(dark, middles, stretch)), float(np.diff(middles).mean()))


def _groups(lines: list[_Read]) -> Iterator[tuple[_Read, ...]]:
    """Yield what may be a whole zone: lines of one length below each other, and single ones."""
    down = sorted(lines, key=lambda read: read.line.down)
    for count in (3, 2, 1):
        for start in range(len(down) - count + 1):
            group = tuple(down[start : start + count])
            if all(_follows(upper, lower) for upper, lower in pairwise(group)):
                yield group


def _follows(upper: _Read, lower: _Read) -> bool:
    middle = replace(upper.line, x=lower.line.x, y=lower.line.y)
    along = (middle.along - upper.line.along) / upper.pitch
    apart = (middle.down - upper.line.down) / upper.pitch
    same = len(upper.likely) == len(lower.likely)
    return same and abs(along) < 1.5 and _LEADINGS[0] < apart < _LEADINGS[1]
