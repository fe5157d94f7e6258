"""The network line between the terminal and the platform: TCP passed through as it is, until somebody cuts it."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

CHUNK = 65536
DIAL_SECONDS = 5.0


class Line:
    """Passes connections on `port` of the loopback address to `target`, a loopback port that may be told later.

    While cut nobody listens, and what was connected is reset: what a terminal sees when a cable is pulled at the router; `whole` says
    whether it is not.
    """

    def __init__(self, target: int = 0) -> None:
        self.target = target
        self._listener = self._listen(0)
        self.port: int = self._listener.getsockname()[1]
        self._ends: set[socket.socket] = set()
        self.whole = True
        self._door = threading.Lock()

    def cut(self) -> None:
        """Pull the cable."""
        _close(self._listener)
        with self._door:
            self.whole = False
            ends, self._ends = self._ends, set()
        for end in ends:
            _close(end)

    def mend(self) -> None:
        """Plug it in again."""
        self.whole = True
        self._listener = self._listen(self.port)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cut()

    def _listen(self, port: int) -> socket.socket:
        listener = socket.create_server(("127.0.0.1", port), reuse_port=False)
        threading.Thread(target=self._accept, args=(listener,), name="line", daemon=True).start()
        return listener

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):  # closed: the line is cut
            while True:
                near, _ = listener.accept()
                threading.Thread(target=self._connect, args=(near,), name="line", daemon=True).start()

    def _connect(self, near: socket.socket) -> None:
        try:
            far = socket.create_connection(("127.0.0.1", self.target), timeout=DIAL_SECONDS)
        except OSError:
            _close(near)
            return
        far.settimeout(None)
        with self._door:
            if self.whole:
                self._ends |= {near, far}
        if near not in self._ends:  # cut while it was being dialled
            _close(near)
            _close(far)
            return
        threading.Thread(target=self._pass, args=(far, near), name="line", daemon=True).start()
        self._pass(near, far)

    def _pass(self, source: socket.socket, drain: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                drain.sendall(data)
        with self._door:
            self._ends -= {source, drain}
        _close(source)
        _close(drain)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):  # not connected any more
        end.shutdown(socket.SHUT_RDWR)
    end.close()
