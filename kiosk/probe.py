"""Lets a scripted resident see where things are on the page; it can press nothing, touches come from the outside.

Answers one JSON line for every line it gets on a Unix socket. Only a training terminal opens it.
"""

import json
import selectors
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Probe:
    """Polled from the thread that draws, so that what it says is what is on the screen."""

    def __init__(self, path: Path, describe: Callable[[], dict[str, Any]]) -> None:
        path.unlink(missing_ok=True)
        self._describe = describe
        self._selector = selectors.DefaultSelector()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._listener.setblocking(False)
        self._selector.register(self._listener, selectors.EVENT_READ)

    def poll(self) -> None:
        """Answer whoever has asked since the last call; never blocks."""
        for key, _ in self._selector.select(timeout=0):
            if key.fileobj is self._listener:
                self._accept()
            elif isinstance(key.fileobj, socket.socket):
                self._answer(key.fileobj)

    def close(self) -> None:
        """Let everybody go."""
        for key in list(self._selector.get_map().values()):
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.close()
        self._selector.close()

    def _accept(self) -> None:
        asker, _ = self._listener.accept()
        self._selector.register(asker, selectors.EVENT_READ)

    def _answer(self, asker: socket.socket) -> None:
        if not asker.recv(4096):
            self._selector.unregister(asker)
            asker.close()
            return
        asker.sendall(json.dumps(self._describe()).encode() + b"\n")
