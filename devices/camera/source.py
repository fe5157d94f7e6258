"""What every source of frames is: a V4L2 node, an HTTP stream, a picture file."""

from abc import ABC, abstractmethod

import numpy as np

from devices.camera.library import Image, cv2


class Source(ABC):
    """Frames, one after the other, as BGR. Used by one thread, but for `interrupt`. Anything may be raised."""

    #: Whether no two frames of it are alike, because a sensor has noise.
    live = True
    #: Seconds until exposure and focus have settled.
    warm_up = 0.0

    @abstractmethod
    def open(self) -> None:
        """Get ready."""

    @abstractmethod
    def grab(self) -> None:
        """Wait for the next frame."""

    @abstractmethod
    def retrieve(self) -> Image | None:
        """Return the frame that was grabbed last, or None when it turns out to be none."""

    @abstractmethod
    def close(self) -> None:
        """Let go."""

    def interrupt(self) -> None:
        """Have `grab` end soon, from another thread; one that ends soon anyway needs nothing."""
        return


def decoded(coded: bytes) -> Image | None:
    """Return a coded picture as BGR, upright (as its orientation says), or None when it is none."""
    if not coded:
        return None
    try:
        return cv2.imdecode(np.frombuffer(coded, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None
