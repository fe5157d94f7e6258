"""The wire of a simulated camera: Motion JPEG over HTTP as network cameras send it, and what can happen to it there."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np

from devices.simulators.camera_faults import Fault, Kind

PATH = "/stream.mjpg"
_BOUNDARY = "doorstep-frame"
_NOISE = np.random.default_rng(5).bytes(3000)

#: The next frame as JPEG, and the fault that it suffers.
Frames = Callable[[], tuple[bytes, Fault | None]]


class Stream:
    """Serves frames to any number of connections, `rate` a second; unplugging cuts them all."""

    def __init__(self, address: tuple[str, int], frames: Frames, rate: float) -> None:
        self._address, self.next, self._rate = address, frames, rate
        self._server: _Server | None = None
        self.plug()

    @property
    def url(self) -> str:
        """Where the stream is."""
        return "http://{}:{}{}".format(*self._address, PATH)

    @property
    def watching(self) -> int:
        """The number of open connections."""
        return len(self._server.lines) if self._server else 0

    def plug(self) -> None:
        """Listen, always at the same port."""
        if self._server is None:
            self._server = _Server(self._address, self)
            self._address = (self._address[0], self._server.server_port)
            threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def unplug(self) -> None:
        """Cut every connection and listen no more."""
        if self._server is not None:
            self._server.cut()
            self._server = None

    def pause(self, fault: Fault | None) -> float:
        """Return the seconds from one frame to the next."""
        return fault.seconds if fault and fault.kind is Kind.SLOW else 1 / self._rate


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], stream: Stream) -> None:
        self.stream, self.gone = stream, threading.Event()
        self.lines: set[socket.socket] = set()
        super().__init__(address, _Connection)

    def cut(self) -> None:
        self.gone.set()
        self.shutdown()
        self.server_close()
        for line in list(self.lines):
            with contextlib.suppress(OSError):  # the other side was faster
                line.shutdown(socket.SHUT_RDWR)


class _Connection(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Send frames until either side has enough."""
        frame, fault = self.server.stream.next()
        if self.path != PATH or (fault and fault.kind is Kind.REFUSE):
            self.send_error(fault.value if fault and self.path == PATH else 404)
            return
        self.server.lines.add(self.connection)
        with contextlib.suppress(OSError):
            self.send_response(200)
            self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={_BOUNDARY}")
            self.end_headers()
            while self._send(frame, fault) and not self.server.gone.wait(self.server.stream.pause(fault)):
                frame, fault = self.server.stream.next()
        self.server.lines.discard(self.connection)

    def _send(self, frame: bytes, fault: Fault | None) -> bool:
        """Send one frame as its fault bends it; return whether the connection stays."""
        if fault and fault.kind is Kind.STALL:
            return True
        for piece in _pieces(frame, fault):
            self.wfile.write(piece)
            if fault and fault.kind is Kind.TRICKLE:
                self.server.gone.wait(fault.seconds)
        return not (fault and fault.kind is Kind.CUT)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # named by the base class
        """Say nothing: stderr is for mistakes."""


def _pieces(frame: bytes, fault: Fault | None) -> Iterator[bytes]:
    head = f"--{_BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(frame)}\r\n\r\n".encode()
    match fault:
        case Fault(kind=Kind.GARBAGE):
            middle = len(frame) // 2
            yield _NOISE + head + frame + b"\r\n" + _NOISE
            yield head + frame[:middle] + _NOISE + frame[middle:] + b"\r\n"
        case Fault(kind=Kind.CUT):
            yield head + frame[: len(frame) // 2]
        case Fault(kind=Kind.HALF):
            half = frame[: len(frame) // 2]
            yield head.replace(str(len(frame)).encode(), str(len(half)).encode()) + half + b"\r\n"
        case Fault(kind=Kind.EMPTY):
            yield head.replace(str(len(frame)).encode(), b"0") + b"\r\n"
        case Fault(kind=Kind.TRICKLE, value=size):
            whole = head + frame + b"\r\n"
            yield from (whole[start : start + size] for start in range(0, len(whole), size))
        case _:
            yield head + frame + b"\r\n"
