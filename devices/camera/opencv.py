"""Cameras by OpenCV: a V4L2 node, an HTTP Motion JPEG stream, or a picture file in a laboratory."""

import time
from collections.abc import Callable
from http.client import HTTPException
from typing import TYPE_CHECKING

from devices.camera import Camera, Frame, Picture, Sighting
from devices.errors import StaffError

if TYPE_CHECKING:
    from devices.camera.session import Session


class OpencvCamera(Camera):
    """The camera at `source`: "0" or /dev/video0, the path of a picture, or http://…; every call ends in time.

    `now` is the clock of the time limits.
    """

    gone = (OSError, HTTPException)

    def __init__(self, source: str, *, now: Callable[[], float] = time.monotonic) -> None:
        self._source, self._now = source, now
        self._session: Session | None = None
        self._hung_at: int | None = None

    def _open(self) -> None:
        if self._session is None:
            from devices.camera.session import Session  # noqa: PLC0415  # OpenCV takes 0.2 s, after the first page

            self._session = Session(self._source, self._now, self._hung_at)

    def _close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            self._hung_at = session.hung_at
            session.close()

    def _frame(self) -> Frame:
        return self._opened().frame()

    def _still(self) -> Picture:
        return self._opened().still()

    def _document_key(self) -> Sighting:
        return self._opened().document_key()

    def _opened(self) -> "Session":
        if self._session is None:
            raise StaffError("DEVICE_GONE", "The camera is not open: check its cable and its power.")
        return self._session
