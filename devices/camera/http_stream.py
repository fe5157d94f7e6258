"""Network cameras that send Motion JPEG over HTTP.

The stream is read here and not by OpenCV: FFmpeg queues frames, waits 30 s for a silent camera, cannot be interrupted, and
shows what is left of a damaged frame in grey.
"""

import base64
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, socket
from urllib.parse import unquote, urlsplit

from devices.camera.library import Image
from devices.camera.multipart import FrameParser, boundary_of
from devices.camera.source import Source, decoded, no_source, silent
from devices.errors import ConfigurationError, StaffError

#: Seconds without a byte after which a stream is silent.
SILENCE = 2.0
_CHUNK = 65536


class HttpSource(Source):
    """A network camera that sends Motion JPEG; name and password may stand in the URL (RFC 7617)."""

    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self._line: HTTPConnection | None = None
        self._socket: socket | None = None  # the line lets go of it when the answer begins
        self._response: HTTPResponse | None = None
        self._parser = FrameParser(b"")
        self._frame = b""

    def open(self) -> None:
        """Connect and look whether it is a stream."""
        if not self._url.hostname:
            raise no_source("The camera's URL has no host")
        secure = self._url.scheme.lower() == "https"
        self._line = (HTTPSConnection if secure else HTTPConnection)(
            self._url.hostname, self._url.port, timeout=SILENCE
        )
        self._line.connect()
        self._socket = self._line.sock
        path = self._url.path or "/"
        self._line.request(
            "GET", f"{path}?{self._url.query}" if self._url.query else path, headers=self._headers()
        )
        self._response = self._line.getresponse()
        if self._response.status != 200:
            raise _refusal(self._response.status)
        boundary = boundary_of(self._response.getheader("Content-Type", ""))
        if boundary is None:
            raise no_source("The camera's URL is no Motion JPEG stream (multipart/x-mixed-replace)")
        self._parser = FrameParser(boundary)

    def grab(self) -> None:
        """Read on until a frame is whole; of several that came at once the last counts."""
        frames: list[bytes] = []
        while not frames:
            frames = self._parser.feed(self._receive())
        self._frame = frames[-1]

    def retrieve(self) -> Image | None:
        """Decode it."""
        return decoded(self._frame)

    def close(self) -> None:
        """Hang up."""
        if self._response is not None:
            self._response.close()
        if self._line is not None:
            self._line.close()

    def interrupt(self) -> None:
        """Cut the line under `grab`."""
        if self._socket is not None:
            with suppress(OSError):  # it was cut already
                self._socket.shutdown(SHUT_RDWR)

    def _receive(self) -> bytes:
        try:
            received = self._response.read1(_CHUNK) if self._response else b""
        except TimeoutError as error:
            raise silent() from error
        if not received:
            raise ConnectionError("the camera has ended the stream")
        return received

    def _headers(self) -> dict[str, str]:
        if self._url.username is None:
            return {}
        who = f"{unquote(self._url.username)}:{unquote(self._url.password or '')}"
        return {"Authorization": "Basic " + base64.b64encode(who.encode()).decode()}


def _refusal(status: int) -> StaffError | ConfigurationError:
    if status >= 500:
        return StaffError("CAMERA_REFUSES", f"The camera answers with HTTP {status}: restart it.")
    return no_source(f"The camera's URL is answered with HTTP {status}")
