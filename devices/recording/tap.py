"""A tap in a line: the driver speaks to a pseudo-terminal, what it says goes on to the device, and both are recorded, scrubbed.

What is personal never leaves this process: it is scrubbed before it is written.
"""

import select
import time
from collections.abc import Callable
from pathlib import Path

from devices.recording.protocols import LINES
from devices.recording.tape import DEVICE, HOST, Recorder, Said
from devices.serial_line import SerialLine
from devices.simulators.wires import PtyWire

_SLICE = 0.05
_QUIET = 1.0  # what has begun and does not go on for this long is written masked


class Tap:
    """Between a driver at `link` and the device on a line that is not open yet."""

    def __init__(self, line: SerialLine, link: Path, protocol: str, recorder: Recorder) -> None:
        self._line, self._link, self._recorder = line, link, recorder
        self._scrubber = LINES[protocol]()
        self._began = time.monotonic()

    def run(self, until: Callable[[], bool], ready: Callable[[], None] = lambda: None) -> None:
        """Pass everything on and record it until it is to end; `ready` is called when a driver can begin.

        Raises:
            DeviceError: the device cannot be reached, or has gone.
        """
        self._line.open()
        wire = PtyWire(self._link)
        try:
            ready()
            self._pass_on(wire, until)
        finally:
            self._note(*self._scrubber.rest())
            wire.unplug()
            self._line.close()

    def _pass_on(self, wire: PtyWire, until: Callable[[], bool]) -> None:
        heard = time.monotonic()
        while not until():
            ready = select.select([*wire.sources(), self._line.fileno()], [], [], _SLICE)[0]
            asked = wire.receive() if ready else b""
            answered = self._line.read() if self._line.fileno() in ready else b""
            self._line.send(asked)
            wire.send(answered)
            if asked:
                self._note(b"", self._scrubber.cut())
            self._note(self._scrubber.host(asked), self._scrubber.device(answered))
            if ready:
                heard = time.monotonic()
            elif time.monotonic() - heard > _QUIET:
                self._note(*self._scrubber.rest())

    def _note(self, asked: bytes, answered: bytes) -> None:
        at = time.monotonic() - self._began
        said = (Said(at, who, data) for who, data in ((HOST, asked), (DEVICE, answered)) if data)
        self._recorder.say(said)
