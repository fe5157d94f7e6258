"""A camera from opening to closing: the next frame in time, or why there is none."""

import re
import zlib
from collections.abc import Callable
from pathlib import Path

from devices.camera import Frame, Picture, Sighting
from devices.camera.grabber import Grabber
from devices.camera.http_stream import HttpSource
from devices.camera.imaging import compressed, preview
from devices.camera.library import Image
from devices.camera.picture_file import FileSource
from devices.camera.quality import is_black, warnings
from devices.camera.sheet import is_cut_off, straightened
from devices.camera.source import Source
from devices.camera.v4l2 import HEIGHT, WIDTH, V4l2Source
from devices.errors import ResidentError, StaffError

#: Seconds until the first frame, and from one to the next.
OPENING, NEXT_FRAME = 6.0, 2.5
#: Seconds of frames that are the same to the last bit: a sensor has noise, so this camera hangs.
FROZEN = 5.0

#: A node or its number, and the size that is wanted: `0`, `/dev/video2`, `0@3264x2448`.
_CAMERA = re.compile(r"(\d+|/dev/.*?)(?:@(\d{2,5})x(\d{2,5}))?")


def source_of(name: str) -> Source:
    """Return the source that the settings name; it is not opened."""
    if camera := _CAMERA.fullmatch(name):
        node, width, height = camera.groups()
        size = (int(width), int(height)) if width else (WIDTH, HEIGHT)
        return V4l2Source(f"/dev/video{node}" if node.isdigit() else node, size)
    if name.lower().startswith(("http://", "https://")):
        return HttpSource(name)
    return FileSource(Path(name))


class Session:
    """An open camera. `now` is the clock of the time limits; `hung_at` says at which frame the camera hung before.

    Opening a camera that still hangs fails at once: else it would seem to work for some seconds each time.

    Raises, here and from its methods:
        DeviceError: the camera is silent, hangs, refuses, or is none.
        OSError, HTTPException: it is gone.
    """

    def __init__(self, name: str, now: Callable[[], float], hung_at: int | None = None) -> None:
        self._source, self._now = source_of(name), now
        self._grabber = Grabber(self._source, now)
        self._grabber.start()
        self.hung_at: int | None = None
        try:
            self._digest = self._first(hung_at)
        except BaseException:
            self.close()
            raise
        self._opened = self._changed = now()

    def close(self) -> None:
        """Let the camera go; waits a second at most."""
        self._grabber.stop()

    def frame(self) -> Frame:
        """Return the next frame for the screen."""
        return preview(self._next())

    def still(self) -> Picture:
        """Return the next frame of a camera whose exposure has settled; of a sheet on a mat, the sheet alone.

        Raises:
            ResidentError: the lens is covered (`CAMERA_BLACK`).
        """
        image = self._next()
        while self._now() - self._opened < self._source.warm_up:
            image = self._next()
        if is_black(image):
            raise ResidentError(
                "CAMERA_BLACK",
                "The picture is black: take away what covers the camera, or switch its light on.",
            )
        jpeg, width, height = compressed(straightened(image))
        cut_off = ("cut-off",) if is_cut_off(image) else ()
        return Picture(jpeg, width, height, (*warnings(image), *cut_off))

    def document_key(self) -> Sighting:
        """Return what the next frame shows of a travel document, in the size in which the camera sees it.

        Raises:
            ConfigurationError: the font of the zone is not installed (`OCR_B_MISSING`).
        """
        from devices.camera.zone.reading import read  # noqa: PLC0415  # few ever need it

        return read(self._next())

    def _first(self, hung_at: int | None) -> int:
        digest = zlib.crc32(self._grabber.next(OPENING).data)
        if digest == hung_at:
            raise _frozen()
        return digest

    def _next(self) -> Image:
        image = self._grabber.next(NEXT_FRAME)
        if self._source.live:
            self._watch(image)
        return image

    def _watch(self, image: Image) -> None:
        """Raise when the camera hangs: a covered lens may give the same black again and again, nothing else does."""
        digest = zlib.crc32(image.data)
        if digest != self._digest:
            self._digest, self._changed = digest, self._now()
        elif self._now() - self._changed >= FROZEN and not is_black(image):
            self.hung_at = digest
            raise _frozen()


def _frozen() -> StaffError:
    return StaffError("CAMERA_FROZEN", "The picture does not change: unplug the camera and plug it in again.")
