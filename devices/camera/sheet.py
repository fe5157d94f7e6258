"""Finding a sheet on a dark mat, and showing it as if seen straight from above.

A picture without a sheet must not be touched: a street has bright four-cornered things in it too. So a sheet is only what
lies wholly inside the picture, is paper-white against a mat that is darker everywhere and has nothing else on it.
Wherever one of these is in doubt the picture is left as it is: a white sheet on a white desk, a sheet that is cut off.
"""

import numpy as np
import numpy.typing as npt

from devices.camera.library import Image, cv2, grey_of, shrunk

_WIDTH = 640  # it is looked for in a small picture: 3 ms instead of 30
_SMALLEST, _LARGEST = 0.06, 0.94  # parts of the picture: a card of ID-1 size under an A4 camera has 7 %
_PAPER, _MAT_BELOW = 110, 45  # levels: paper is at least that bright, the mat at least so much darker
_MAT_EVEN = 24  # standard deviation of the mat
_FILLED = 0.97  # part of the four corners' area that the sheet's outline must fill
_FEW = 1_500_000  # pixels of a sheet, of which none may be wasted; of more than that fast interpolation is good enough
_SKEWED = 0.5  # no corner's sine below this: nobody holds a camera at such a slant

Corners = npt.NDArray[np.float32]


def straightened(image: Image) -> Image:
    """Return the sheet alone, its edges at right angles, in the size in which it is seen; or the picture as it is."""
    corners = find_sheet(image)
    if corners is None:
        return image
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    width, height = round(max(top, bottom)), round(max(left, right))
    target = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    flags = cv2.INTER_CUBIC if width * height < _FEW else cv2.INTER_LINEAR
    return cv2.warpPerspective(
        image, cv2.getPerspectiveTransform(corners, target), (width, height), flags=flags
    )


def find_sheet(image: Image) -> Corners | None:
    """Return the corners of the sheet in pixels, clockwise from the top left; None when there is none beyond doubt."""
    scale = min(_WIDTH / image.shape[1], 1.0)
    grey = _small(image, scale)
    outline = _largest_white(grey)
    if outline is None:
        return None
    corners = _four_corners(outline, grey.shape)
    if corners is None or not _is_on_mat(grey, corners):
        return None
    exact = cv2.cornerSubPix(grey, corners, (5, 5), (-1, -1), (cv2.TERM_CRITERIA_EPS, 0, 0.01))
    return np.asarray((exact + 0.5) / scale - 0.5, np.float32)


def is_cut_off(image: Image) -> bool:
    """Return whether a sheet lies on the mat of which a part is outside the picture, beyond doubt."""
    grey = _small(image, min(_WIDTH / image.shape[1], 1.0))
    outline = _largest_white(grey)
    if outline is None:
        return False
    height, width = grey.shape
    points, hull = outline.reshape(-1, 2), cv2.convexHull(outline)
    beyond = ((points <= 0) | (points >= (width - 1, height - 1))).any()
    filled = cv2.contourArea(outline) >= _FILLED * cv2.contourArea(hull)
    large = _SMALLEST <= cv2.contourArea(hull) / (height * width) <= _LARGEST
    return bool(beyond and filled and large and _is_on_mat(grey, hull.reshape(-1, 2).astype(np.float32)))


def _small(image: Image, scale: float) -> Image:
    grey = grey_of(image)
    height, width = grey.shape
    small = shrunk(grey, (round(width * scale), round(height * scale)))
    return cv2.GaussianBlur(small, (3, 3), 0)


def _largest_white(grey: Image) -> Image | None:
    _, white = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(white, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    return max(outlines, key=cv2.contourArea, default=None)


def _four_corners(outline: Image, shape: tuple[int, ...]) -> Corners | None:
    height, width = shape
    hull = cv2.convexHull(outline)
    corners = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, closed=True), closed=True)
    area = cv2.contourArea(corners)
    if len(corners) != 4 or not _SMALLEST <= area / (height * width) <= _LARGEST:
        return None
    if cv2.contourArea(outline) < _FILLED * area:
        return None
    points = corners.reshape(4, 2).astype(np.float32)
    inside = (points > 2).all() and (points < (width - 3, height - 3)).all()
    return _clockwise(points) if inside and _is_rectangle_at_a_slant(points) else None


def _clockwise(points: Corners) -> Corners:
    middle = points.mean(axis=0)
    around = points[np.argsort(np.arctan2(points[:, 1] - middle[1], points[:, 0] - middle[0]))]
    return np.roll(around, -int(np.argmin(around.sum(axis=1))), axis=0)


def _is_rectangle_at_a_slant(points: Corners) -> bool:
    sides = np.roll(points, -1, axis=0) - points
    along = sides / np.linalg.norm(sides, axis=1, keepdims=True)
    before = np.roll(along, 1, axis=0)
    return bool((np.abs(along[:, 0] * before[:, 1] - along[:, 1] * before[:, 0]) > _SKEWED).all())


def _is_on_mat(grey: Image, corners: Corners) -> bool:
    """Return whether there is paper inside, and all around it nothing but an even mat that is darker."""
    sheet = cv2.fillConvexPoly(np.zeros_like(grey), corners.astype(np.int32), 255)
    paper = float(np.median(grey[sheet > 0]))
    mat = grey[cv2.dilate(sheet, np.ones((13, 13), np.uint8)) == 0]
    return bool(
        paper >= _PAPER
        and mat.size
        and paper - np.percentile(mat, 98) >= _MAT_BELOW
        and mat.std() <= _MAT_EVEN
    )
