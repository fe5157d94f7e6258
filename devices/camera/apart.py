"""A camera in a process of its own, that ends when the camera is closed: what the lens saw is gone with it.

OpenCV and its frames never are in the process of whoever uses the camera, which they would make larger by half; and a
library that fails on a picture takes nothing else with it. `devices.camera.child` is the other side.
"""

import json
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from devices import errors
from devices.camera import Camera, Frame, Picture, Sighting
from devices.camera.troubles import silent
from devices.card_reader.mrz import DocumentKey
from devices.errors import DeviceError, ResidentError, StaffError

#: Seconds until the process answers; the driver in it has shorter limits. Opening includes its start.
OPENING, ANSWERING = 9.0, 7.0
_GOODBYE = 1.5


class CameraApart(Camera):
    """The camera of the driver `module:Class` at `source`, in a process of its own.

    One that has failed keeps its process when it is closed, until `end`: it will be tried again within a second.
    """

    gone = (OSError, EOFError)

    def __init__(self, driver: str, source: str) -> None:
        self._driver, self._source = driver, source
        self._child: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._open_there = self._failed = False

    def _open(self) -> None:
        if not self._open_there:
            self._ask("open", OPENING)
            self._open_there = True

    def _close(self) -> None:
        was_open, self._open_there = self._open_there, False
        if not self._failed:
            self.end()
        elif was_open:
            with suppress(DeviceError):
                self._ask("close", ANSWERING)
            self._failed = True

    def _frame(self) -> Frame:
        about, pixels = self._answer_to("frame")
        return Frame(about["width"], about["height"], pixels, tuple(about["seen"]))

    def _still(self) -> Picture:
        about, jpeg = self._answer_to("still")
        return Picture(jpeg, about["width"], about["height"], tuple(about["warnings"]))

    def _document_key(self) -> Sighting:
        about, _ = self._answer_to("document_key")
        return Sighting(DocumentKey(*about["key"]) if about["key"] else None, about["lines"])

    def _answer_to(self, question: str) -> tuple[dict[str, Any], bytes]:
        if not self._open_there:
            raise StaffError("DEVICE_GONE", "The camera is not open: check its cable and its power.")
        return self._ask(question, ANSWERING)

    def _start(self) -> Connection:
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-P", "-m", "devices.camera.child"]
            command += [self._driver, self._source, str(theirs.fileno())]
            self._child = subprocess.Popen(
                command, pass_fds=(theirs.fileno(),), stdin=subprocess.DEVNULL, start_new_session=True
            )
        return Connection(ours.detach())

    def _ask(self, question: str, limit: float) -> tuple[dict[str, Any], bytes]:
        """Return the answer's head and body; a process that is dead or does not answer is not asked again."""
        line = self._line = self._line or self._start()
        try:
            line.send_bytes(question.encode())
            if not line.poll(limit):
                raise silent()
            head, body = json.loads(line.recv_bytes()), line.recv_bytes()
        except (OSError, EOFError, StaffError):
            self.end()
            raise
        error = _error_of(**head["error"]) if "error" in head else None
        self._failed = error is not None and not isinstance(error, ResidentError)
        if error is not None:
            raise error
        return head, body

    def end(self) -> None:
        """End the process; when it hears nothing more it does so by itself, and is killed when it does not."""
        child, line = self._child, self._line
        self._child = self._line = None
        self._open_there = self._failed = False
        if line is not None:
            line.close()
        if child is not None:
            with suppress(subprocess.TimeoutExpired):
                child.wait(_GOODBYE)
            child.kill()
            child.wait()


def _error_of(kind: str, code: str, message: str) -> DeviceError:
    made: DeviceError = getattr(errors, kind)(code, message)
    return made
