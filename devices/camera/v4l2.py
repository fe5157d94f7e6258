"""Cameras of this machine (USB, CSI) by Video4Linux.

Tried against the kernel's own test driver (vivid): unplugged and plugged in again, silent, losing most of its frames,
held by another program; the conformance suite runs on it wherever there is a /dev/video0.
"""

import os
import stat
from pathlib import Path

from devices.camera.library import Image, cv2
from devices.camera.source import Source
from devices.camera.troubles import no_source, silent
from devices.errors import ConfigurationError, StaffError

#: The size that is asked of the camera; it gives the nearest it has. An A4 sheet then has 6 pixels a millimetre, and print of
#: 8 points is legible on it.
WIDTH, HEIGHT = 2592, 1944


class V4l2Source(Source):
    """A camera of this machine, by its node; of its sizes the one next to `size` is taken."""

    warm_up = 1.0

    def __init__(self, node: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
        self._node, self.size = Path(node), size
        self._capture: cv2.VideoCapture | None = None

    def open(self) -> None:
        """Open the node, with compressed frames: uncompressed ones of this size come five a second over USB 2."""
        if not stat.S_ISCHR(self._node.stat().st_mode):
            raise no_source(f"{self._node} is not a camera")
        if not os.access(self._node, os.R_OK | os.W_OK):
            raise ConfigurationError(
                "CAMERA_PERMISSION",
                f"{self._node} may not be used by this user: add the user to the group video.",
            )
        self._capture = cv2.VideoCapture(str(self._node), cv2.CAP_V4L2)
        if not self._capture.isOpened():
            raise StaffError(
                "CAMERA_BUSY", f"{self._node} does not open: another program uses it, or it is not a camera."
            )
        self._capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, self.size[0])
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self.size[1])

    def grab(self) -> None:
        """Take the next frame from the kernel; it is decoded only when somebody wants it."""
        if self._capture is None or not self._capture.grab():
            raise silent() if self._node.exists() else ConnectionError("the camera was unplugged")

    def retrieve(self) -> Image | None:
        """Decode it."""
        found, image = self._capture.retrieve() if self._capture else (False, None)
        return image if found else None

    def close(self) -> None:
        """Close the node; the camera's light goes out."""
        if self._capture is not None:
            self._capture.release()
            self._capture = None
