"""Any camera as a scanner: a V4L2 node, an HTTP Motion JPEG stream, or a picture file in a laboratory."""

import time
import zlib
from collections import deque
from collections.abc import Callable
from http.client import HTTPException
from typing import TYPE_CHECKING

from devices.errors import StaffError
from devices.scanner import Code, Scanner

if TYPE_CHECKING:
    from devices.camera.grabber import Grabber
    from devices.camera.library import Image

_OPENING, _NEXT_FRAME = 6.0, 2.5
_GONE_FOR = 2.0  # a code not seen for this long has left the view
_FROZEN = 5.0  # frames that are the same to the last bit for this long: a sensor has noise
_THOROUGH = 4  # every so many frames a closer look is taken: it takes four times as long


class CameraScanner(Scanner):
    """Looks for codes in the camera's newest frame. A code counts when two frames say the same, and once while it stays."""

    gone = (OSError, HTTPException)

    def __init__(self, source: str, *, now: Callable[[], float] = time.monotonic) -> None:
        self._source, self._now = source, now
        self._grabber: Grabber | None = None
        self._live, self._frames, self._digest, self._changed = True, 0, -1, 0.0
        self._seen: dict[Code, tuple[float, int]] = {}  # when last, how often
        self._waiting: deque[Code] = deque()

    def _open(self) -> None:
        if self._grabber is not None:
            return
        from devices.camera.grabber import Grabber  # noqa: PLC0415  # OpenCV takes 0.2 s, after the first page
        from devices.camera.session import source_of  # noqa: PLC0415

        self._forget()
        source = source_of(self._source)
        self._live, self._grabber = source.live, Grabber(source, self._now)
        self._grabber.start()
        try:
            self._watch(self._grabber.next(_OPENING))
        except BaseException:
            self._close()
            raise

    def _close(self) -> None:
        grabber, self._grabber = self._grabber, None
        if grabber is not None:
            grabber.stop()
        self._forget()

    def _scan(self) -> Code | None:
        from devices.scanner.decoder import decode  # noqa: PLC0415  # see above

        if not self._waiting:
            image = self._next()
            self._frames += 1
            self._sort(decode(image, thorough=self._frames % _THOROUGH == 0))
        return self._waiting.popleft() if self._waiting else None

    def _next(self) -> "Image":
        if self._grabber is None:
            raise StaffError(
                "DEVICE_GONE", "The scanner's camera is not open: check its cable and its power."
            )
        image = self._grabber.next(_NEXT_FRAME)
        self._watch(image)
        return image

    def _watch(self, image: "Image") -> None:
        digest, now = zlib.crc32(image.data), self._now()
        if digest != self._digest:
            self._digest, self._changed = digest, now
        elif self._live and now - self._changed >= _FROZEN:
            raise StaffError(
                "CAMERA_FROZEN", "The picture does not change: unplug the camera and plug it in again."
            )

    def _sort(self, codes: tuple[Code, ...]) -> None:
        """Have codes wait that are seen for the second time; forget those that have left the view."""
        now = self._now()
        self._seen = {code: seen for code, seen in self._seen.items() if now - seen[0] < _GONE_FOR}
        for code in codes:
            _, times = self._seen.get(code, (now, 0))
            self._seen[code] = now, times + 1
            if times == 1:
                self._waiting.append(code)

    def _forget(self) -> None:
        self._seen.clear()
        self._waiting.clear()
        self._frames, self._digest = 0, -1
