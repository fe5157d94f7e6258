"""Is a picture good enough to be looked at by a clerk? Measures that depend little on what the picture shows.

All thresholds were measured on synthetic pictures (`tests/devices/camera/test_quality.py` measures them again): forms on
mats, streets and bare desks, with noise of 0 to 10 levels, at 30 to 100 % of the light, as JPEG of quality 70 to 95.
"""

import numpy as np
import numpy.typing as npt

from devices.camera.library import Image, cv2, grey_of, shrunk

#: Brightest spot of a covered lens, in levels of 255, noise averaged out.
BLACK = 24
#: Light of the brightest two per cent, below which a picture is dark: paper at a quarter of the light it needs.
DARK = 55
#: How steep edges are: the part of their contrast that lies between two neighbouring pixels, in the median. Sharp ones
#: have 0.40, blurred by 1 pixel (standard deviation) 0.3, by 2 pixels, where print of 2 mm is lost, 0.21.
STEEP = 0.25
#: A mirrored lamp: white without texture, larger than this part of the picture, with a soft edge.
_GLARE_AREA, _WHITE, _STILL_BRIGHT = 0.003, 248, 200

_WIDEST = 1920  # sharpness is judged as a reader sees it: more pixels than that are averaged first
_EDGE, _CONTRAST = 17, 36  # pixels within which an edge rises, and by how many levels at least
_ENOUGH = 0.0005  # part of the picture that must be edges for a judgement


def is_black(image: Image) -> bool:
    """Return whether the lens is covered, or no light is on at all."""
    return bool(_small(image, 64).max() < BLACK)


def warnings(image: Image) -> tuple[str, ...]:
    """Return what is wrong with a picture, among `blurred`, `dark`, `glare`."""
    seen = _small(image, _WIDEST)
    found = {"blurred": is_blurred(seen), "dark": is_dark(seen), "glare": has_glare(seen)}
    return tuple(name for name, there in found.items() if there)


def is_dark(image: Image) -> bool:
    """Return whether even the brightest things in it are dark; a bright sheet on a dark mat is not."""
    return bool(np.percentile(_small(image, 320), 98) < DARK)


def is_blurred(image: Image) -> bool:
    """Return whether its edges are soft across or down, as from wrong focus or movement.

    A picture without edges, of a bare desk, is not called blurred.
    """
    steep = [each for each in steepness(image) if each is not None]
    return bool(steep) and min(steep) < STEEP


def steepness(image: Image) -> tuple[float | None, float | None]:
    """Return how steep edges are (see `STEEP`), across and down; None where there are too few edges."""
    grey = cv2.GaussianBlur(_small(image, _WIDEST), (3, 3), 0.8)
    across, down = _edges(grey, (_EDGE, 1)), _edges(grey, (1, _EDGE))
    return _steep(across, down), _steep(down, across)


def _edges(grey: Image, window: tuple[int, int]) -> tuple[Image, Image]:
    """Return for each pixel the greatest step between neighbours, and the contrast, within a window along one axis."""
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, window)
    along = (1, 0) if window[0] > 1 else (0, 1)
    step = cv2.convertScaleAbs(cv2.Sobel(grey, cv2.CV_16S, *along, ksize=3), alpha=0.25)
    return cv2.dilate(step, kernel), cv2.subtract(cv2.dilate(grey, kernel), cv2.erode(grey, kernel))


def _steep(along: tuple[Image, Image], athwart: tuple[Image, Image]) -> float | None:
    """Return the median over the edges that lie across the axis; an edge beside it looks softer than it is."""
    step, contrast = along
    counted: npt.NDArray[np.bool_] = np.logical_and(contrast >= athwart[1], contrast > _CONTRAST)
    if counted.mean() < _ENOUGH:
        return None
    return float(np.median(step[counted] / (2.0 * contrast[counted])))  # the step has half levels


def has_glare(image: Image) -> bool:
    """Return whether a lamp is mirrored in it: a white spot that fades out, where white paper ends at its edge."""
    grey = cv2.morphologyEx(_small(image, 640), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))  # without print
    count, labels, stats, _ = cv2.connectedComponentsWithStats((grey >= _WHITE).astype(np.uint8))
    large = np.flatnonzero(stats[1:count, cv2.CC_STAT_AREA] >= _GLARE_AREA * grey.size) + 1
    return any(_fades(grey, (labels == label).astype(np.uint8)) for label in large)


def _fades(grey: Image, spot: Image) -> bool:
    around = cv2.dilate(spot, np.ones((15, 15), np.uint8)) > cv2.dilate(spot, np.ones((5, 5), np.uint8))
    return bool((grey[around] > _STILL_BRIGHT).sum() > 0.5 * around.sum())


def _small(image: Image, width: int) -> Image:
    """Return the picture in grey, shrunk to at most that width by averaging."""
    grey = grey_of(image)
    scale = width / max(grey.shape)
    return shrunk(grey, (round(grey.shape[1] * scale), round(grey.shape[0] * scale))) if scale < 1 else grey
