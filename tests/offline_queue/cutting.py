"""A line that breaks: relays TCP, and cuts each connection after a number of bytes of its own."""

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

SHORTEST, LONGEST = 1_200, 150_000


@dataclass
class Line:
    """The relay at `url`; `sent` counts the bytes it has handed on, `cuts` how often it broke."""

    url: str
    chance: random.Random
    sent: int = 0
    cuts: int = 0

    def relay(self, near: socket.socket, far: socket.socket) -> None:
        """Hand on what comes until this connection's bytes are used up."""
        left = self.chance.randint(SHORTEST, LONGEST)
        threading.Thread(target=_back, args=(far, near), daemon=True).start()
        with near, far, suppress(OSError):
            while piece := near.recv(min(left, 4096)):
                far.sendall(piece)
                self.sent, left = self.sent + len(piece), left - len(piece)
                if not left:
                    self.cuts += 1
                    for end in (near, far):
                        end.shutdown(socket.SHUT_RDWR)
                    return


def _back(far: socket.socket, near: socket.socket) -> None:
    with suppress(OSError):
        while piece := far.recv(4096):
            near.sendall(piece)
    with suppress(OSError):
        near.shutdown(socket.SHUT_RDWR)


@contextmanager
def breaking(port: int, seed: int) -> Iterator[Line]:
    """A line to `port` of this machine that breaks as `seed` says."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        line = Line(f"http://127.0.0.1:{listener.getsockname()[1]}", random.Random(seed))  # noqa: S311  # can be repeated

        def serve() -> None:
            with suppress(OSError):  # closed: it is over
                while True:
                    near, _ = listener.accept()
                    far = socket.create_connection(("127.0.0.1", port))
                    threading.Thread(target=line.relay, args=(near, far), daemon=True).start()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield line
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()
