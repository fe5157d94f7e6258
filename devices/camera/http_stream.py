"""Network cameras that send Motion JPEG over HTTP.

The stream is read here and not by OpenCV: FFmpeg queues frames, waits 30 s for a silent camera, cannot be interrupted, and
shows what is left of a damaged frame in grey.
"""

import base64
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, socket
from urllib.parse import SplitResult, unquote, urlsplit

from devices.camera.library import Image
from devices.camera.multipart import FrameParser, boundary_of
from devices.camera.source import Source, decoded
from devices.camera.troubles import no_source, silent
from devices.errors import StaffError

#: Seconds until a camera answers, and without a byte after which its stream is silent.
ANSWERING, SILENCE = 5.0, 2.0
_CHUNK = 65536


class HttpSource(Source):
    """A network camera that sends Motion JPEG; name and password may stand in the URL (RFC 7617)."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._line: HTTPConnection | None = None
        self._socket: socket | None = None  # the line lets go of it when the answer begins
        self._response: HTTPResponse | None = None
        self._parser = FrameParser(b"")
        self._frame = b""

    def open(self) -> None:
        """Connect and look whether it is a stream."""
        try:
            url = urlsplit(self._url)
            host, port = url.hostname or "", url.port
        except ValueError as error:
            raise no_source("The camera's URL is none") from error
        if not host:
            raise no_source("The camera's URL has no host")
        kind = HTTPSConnection if url.scheme.lower() == "https" else HTTPConnection
        self._line = kind(host, port, timeout=ANSWERING)
        self._line.connect()
        self._socket = self._line.sock
        path = f"{url.path or '/'}?{url.query}" if url.query else url.path or "/"
        self._line.request("GET", path, headers=_who(url))
        self._response = self._line.getresponse()
        self._parser = FrameParser(_boundary(self._response))
        self._socket.settimeout(SILENCE)

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


def _who(url: SplitResult) -> dict[str, str]:
    if url.username is None:
        return {}
    who = f"{unquote(url.username)}:{unquote(url.password or '')}"
    return {"Authorization": "Basic " + base64.b64encode(who.encode()).decode()}


def _boundary(response: HTTPResponse) -> bytes:
    if response.status >= 500:
        raise StaffError("CAMERA_REFUSES", f"The camera answers with HTTP {response.status}: restart it.")
    if response.status != 200:
        raise no_source(f"The camera's URL is answered with HTTP {response.status}")
    boundary = boundary_of(response.getheader("Content-Type", ""))
    if boundary is None:
        raise no_source("The camera's URL is no Motion JPEG stream (multipart/x-mixed-replace)")
    return boundary
