"""A bad mobile line as a TCP proxy: 256 kbit/s each way, 600 ms there and back, 5 % of segments lost, connections cut.

Loss is seen from above TCP: what comes after a lost segment waits a round trip for it to be sent again.
"""

import queue
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Self

BYTES_PER_SECOND = 256_000 // 8
ROUND_TRIP = 0.6
LOST_EACH = 20  # one segment in so many: 5 %
SEGMENT = 1400
RESET = struct.pack("ii", 1, 0)  # SO_LINGER: closing sends RST


class SlowLine:
    """Listens at `port` and leads to `target`; cuts every connection when so many bytes have gone up, each of `cuts` once."""

    def __init__(self, target: int, cuts: tuple[int, ...] = ()) -> None:
        self._target, self._cuts = target, list(cuts)
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.up = self.lost = self.cut = self._segments = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes who waits in accept
        self._listener.close()
        self._reset()
        for thread in self._threads:
            thread.join(30)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                with self._lock:
                    self._sockets |= {near, far}
                self._lead(near, far, goes_up=True)
                self._lead(far, near, goes_up=False)

    def _lead(self, source: socket.socket, sink: socket.socket, *, goes_up: bool) -> None:
        """Take in segments at the line's pace and let them out as late as they come."""
        under_way: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._run(lambda: self._take_in(source, under_way, goes_up=goes_up))
        self._run(lambda: self._let_out(sink, under_way))

    def _take_in(
        self, source: socket.socket, under_way: "queue.SimpleQueue[tuple[float, bytes]]", *, goes_up: bool
    ) -> None:
        free = arrives = 0.0
        segment = b"-"
        while segment:
            try:
                segment = source.recv(SEGMENT)
            except OSError:
                segment = b""
            free = max(free, time.monotonic()) + len(segment) / BYTES_PER_SECOND
            late = ROUND_TRIP if segment and self._is_lost() else 0.0
            arrives = max(arrives, free + ROUND_TRIP / 2 + late)  # nothing overtakes on one connection
            under_way.put((arrives, segment))
            time.sleep(max(0.0, free - time.monotonic()))
            if goes_up and self._is_to_be_cut(len(segment)):
                self._reset()

    @staticmethod
    def _let_out(sink: socket.socket, under_way: "queue.SimpleQueue[tuple[float, bytes]]") -> None:
        with suppress(OSError):
            while True:
                arrives, segment = under_way.get()
                time.sleep(max(0.0, arrives - time.monotonic()))
                if not segment:
                    sink.shutdown(socket.SHUT_WR)
                    return
                sink.sendall(segment)

    def _is_lost(self) -> bool:
        with self._lock:
            self._segments += 1
            lost = self._segments % LOST_EACH == 0
            self.lost += lost
        return lost

    def _is_to_be_cut(self, length: int) -> bool:
        with self._lock:
            self.up += length
            due = bool(self._cuts) and self.up >= self._cuts[0]
            if due:
                del self._cuts[0]
                self.cut += 1
        return due

    def _reset(self) -> None:
        with self._lock:
            sockets, self._sockets = self._sockets, set()
        for one in sockets:
            with suppress(OSError):
                one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                one.shutdown(socket.SHUT_RD)  # wakes who reads it
            one.close()

    def _run(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()
