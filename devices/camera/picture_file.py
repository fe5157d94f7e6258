"""A picture file in place of a camera, for laboratories and demonstrations."""

import os
import threading
from pathlib import Path

from devices.camera.library import Image
from devices.camera.source import Source, decoded
from devices.camera.troubles import no_source

_PAUSE = 1 / 15
_LARGEST_FILE = 64_000_000


class FileSource(Source):
    """A picture file, again and again; a new picture in its place is taken up."""

    live = False

    def __init__(self, path: Path) -> None:
        self._path, self._stopping = path, threading.Event()
        self._seen: os.stat_result | None = None
        self._image: Image | None = None

    def open(self) -> None:
        """Read the file."""
        if not self._path.is_file():
            raise no_source(f"There is no picture file {self._path}")
        self.grab()

    def grab(self) -> None:
        """Read the file when it has changed."""
        now = self._path.stat()
        if self._seen is None or (now.st_mtime_ns, now.st_size) != (
            self._seen.st_mtime_ns,
            self._seen.st_size,
        ):
            self._image, self._seen = self._read(now.st_size), now
        self._stopping.wait(_PAUSE)

    def retrieve(self) -> Image | None:
        """Return the picture."""
        return self._image

    def close(self) -> None:
        """Do nothing: the file is not held open."""

    def interrupt(self) -> None:
        """Wait no longer."""
        self._stopping.set()

    def _read(self, size: int) -> Image:
        image = decoded(self._path.read_bytes()) if 0 < size <= _LARGEST_FILE else None
        if image is None:
            raise no_source(f"{self._path} is not a picture (JPEG, PNG, WebP, TIFF, BMP)")
        return image
