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

__all__ = ["Image", "cv2"]
