"""Reads a source in a thread of its own, so that the newest frame is always at hand and no caller ever hangs in a driver."""

import threading
from collections.abc import Callable

from devices.camera.library import Image
from devices.camera.source import Source
from devices.camera.troubles import silent

_LOOK = 0.05  # seconds between two looks at the clock that was handed in
_GOODBYE = 1.0


class Grabber:
    """Opens the source, empties it as fast as frames come, closes it; decodes only the frames that are asked for.

    The thread owns the source. One that hangs in its driver is left behind: it closes the source when it comes back.
    """

    def __init__(self, source: Source, now: Callable[[], float]) -> None:
        self._source, self._now = source, now
        self._news = threading.Condition()
        self._image: Image | None = None
        self._error: Exception | None = None
        self._wanted = self._stopping = False
        self._thread = threading.Thread(target=self._run, name="camera-grabber", daemon=True)

    def start(self) -> None:
        """Begin; may be called once."""
        self._thread.start()

    def stop(self) -> None:
        """End; returns at once, or after a second when the source hangs."""
        self._stopping = True
        self._source.interrupt()
        self._thread.join(_GOODBYE)

    def next(self, limit: float) -> Image:
        """Return the next frame that comes.

        Raises:
            StaffError: none came within `limit` seconds (`CAMERA_SILENT`).
            Exception: what the source raised.
        """
        until = self._now() + limit
        with self._news:
            self._image, self._wanted = None, True
            while (image := self._arrived()) is None:
                if self._now() >= until:
                    raise silent()
                self._news.wait(_LOOK)
            return image

    def _arrived(self) -> Image | None:
        if self._image is None and self._error is not None:
            raise self._error
        return self._image

    def _run(self) -> None:
        try:
            self._source.open()
            while not self._stopping:
                self._source.grab()
                if self._wanted:
                    self._deliver(self._source.retrieve())
        except Exception as error:  # noqa: BLE001  # the thread's top: handed on to whoever asks for a frame
            with self._news:
                self._error = error
                self._news.notify_all()
        finally:
            self._source.close()

    def _deliver(self, image: Image | None) -> None:
        if image is None:
            return  # a damaged frame: the next one will do
        with self._news:
            self._image, self._wanted = image, False
            self._news.notify_all()
