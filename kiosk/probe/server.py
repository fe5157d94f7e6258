"""The probe's socket: lines in, lines out, never waiting for anybody."""

import json
import selectors
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

Answer = dict[str, Any]
CHUNK = 65536


class Probe:
    """Polled from the thread that draws, so that what it says is what is on the screen.

    `answer` is given what was asked and returns the answer; who does not take it within `patience` seconds is let go.
    Only the user who runs the touchscreen can connect.
    """

    def __init__(self, path: Path, answer: Callable[[str], Answer], patience: float = 5.0) -> None:
        path.unlink(missing_ok=True)  # left behind by a killed process
        self._path, self._answer, self._patience = path, answer, patience
        self._asked: dict[socket.socket, bytes] = {}
        self._selector = selectors.DefaultSelector()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        path.chmod(0o600)
        self._listener.listen()
        self._listener.setblocking(False)
        self._selector.register(self._listener, selectors.EVENT_READ)

    def poll(self) -> None:
        """Answer whoever has asked since the last call."""
        for key, _ in self._selector.select(timeout=0):
            if key.fileobj is self._listener:
                self._accept()
            elif isinstance(key.fileobj, socket.socket):
                self._hear(key.fileobj)

    def close(self) -> None:
        """Let everybody go."""
        for asker in list(self._asked):
            self._forget(asker)
        self._listener.close()
        self._selector.close()
        self._path.unlink(missing_ok=True)

    def _accept(self) -> None:
        asker, _ = self._listener.accept()
        asker.settimeout(self._patience)
        self._asked[asker] = b""
        self._selector.register(asker, selectors.EVENT_READ)

    def _hear(self, asker: socket.socket) -> None:
        try:
            heard = asker.recv(CHUNK)
            *lines, self._asked[asker] = (self._asked[asker] + heard).split(b"\n")
            for line in lines:
                asker.sendall(json.dumps(self._answered(line)).encode() + b"\n")
        except OSError:
            heard = b""
        if not heard:
            self._forget(asker)

    def _answered(self, line: bytes) -> Answer:
        try:
            return self._answer(str(json.loads(line)["ask"]))
        except (ValueError, KeyError, TypeError) as error:
            return {"error": f"ask for page, glance, picture or timings ({type(error).__name__})"}

    def _forget(self, asker: socket.socket) -> None:
        self._selector.unregister(asker)
        del self._asked[asker]
        asker.close()
