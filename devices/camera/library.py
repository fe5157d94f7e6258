"""OpenCV, loaded with limits of ours: it reads them from the environment when it is loaded.

`Image` is a picture as OpenCV has it: rows from the top, of pixels of three bytes, blue, green, red; or of one, grey.
"""

import os
from typing import TypeAlias

os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", str(64_000_000))  # what claims to be larger is no frame
os.environ.setdefault(
    "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2"
)  # seconds until a silent camera is one; 10 otherwise
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")  # what goes wrong is told by our errors

import cv2
from cv2.typing import MatLike

Image: TypeAlias = MatLike

__all__ = ["Image", "cv2", "grey_of", "shrunk"]


def grey_of(image: Image) -> Image:
    """Return a picture (BGR, or grey already) in grey."""
    return image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)


def shrunk(image: Image, size: tuple[int, int]) -> Image:
    """Return a picture in that size (width, height) by averaging; one much larger is halved first, which is fast."""
    while image.shape[1] >= 4 * size[0] and image.shape[0] >= 4 * size[1]:
        image = cv2.resize(image, (image.shape[1] // 2, image.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA) if image.shape[1::-1] != size else image
