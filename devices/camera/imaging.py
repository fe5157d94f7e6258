"""Frames for the screen and pictures for the platform, made of what a camera gives (BGR)."""

from devices.camera import Frame
from devices.camera.library import Image, cv2, shrunk

LARGEST_FRAME = (640, 480)
LARGEST_PICTURE = 300_000  # bytes
#: Tried in turn. At 60 the smallest print of a form is still as legible as in the frame itself; from there on it is better
#: to have fewer pixels.
_QUALITIES = (90, 82, 74, 66, 60)
_SMALLER = 0.85


def preview(image: Image) -> Frame:
    """Return the picture as RGBA, shrunk to fit `LARGEST_FRAME`; a smaller one is left as it is."""
    height, width = image.shape[:2]
    scale = min(LARGEST_FRAME[0] / width, LARGEST_FRAME[1] / height, 1.0)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = shrunk(image, size)
    return Frame(size[0], size[1], cv2.cvtColor(small, cv2.COLOR_BGR2RGBA).tobytes(), (width, height))


def compressed(image: Image) -> tuple[bytes, int, int]:
    """Return the picture as JPEG of at most `LARGEST_PICTURE` bytes without metadata, its width and its height."""
    while True:
        for quality in _QUALITIES:
            jpeg = _coded(image, quality)
            if len(jpeg) <= LARGEST_PICTURE:
                return jpeg, image.shape[1], image.shape[0]
        image = cv2.resize(image, None, fx=_SMALLER, fy=_SMALLER, interpolation=cv2.INTER_AREA)


def _coded(image: Image, quality: int) -> bytes:
    options = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1]
    return cv2.imencode(".jpg", image, options)[1].tobytes()
