"""A camera whose scene and lens are in our hands."""

import itertools
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from devices.camera import Camera, Frame
from devices.camera.apart import CameraApart
from devices.camera.opencv import OpencvCamera
from devices.simulators.camera_faults import fault_of
from devices.simulators.camera_frames import frame
from devices.simulators.control import Message
from devices.simulators.process import Simulated

Ask = Callable[[Camera], object]
ASKS: tuple[Ask, ...] = (Camera.frame, Camera.still, Camera.document_key)
"""What is asked of a camera."""

WHOLE_LIMIT = 10.0
PATIENT = 30.0  # for what is not about time: a machine that does much else


class Clock:
    """A driver's clock: it runs as ours does, until the test is about a limit that is not to be waited for."""

    def __init__(self, rate: float = 1.0) -> None:
        self._rate, self._since, self._shown = rate, time.monotonic(), 0.0

    def __call__(self) -> float:
        return self._shown + (time.monotonic() - self._since) * self._rate

    def run(self, rate: float) -> None:
        """Run so many times as fast from now on."""
        self._shown, self._since, self._rate = self(), time.monotonic(), rate


class Bench(ABC):
    """A camera whose scene and lens are in our hands."""

    source: str

    @abstractmethod
    def show(self, scene: str, kind: str = "", value: int | None = None) -> None:
        """Have it look at a scene from the next frame on, through a spoilt lens if one is named."""

    @abstractmethod
    def unplug(self) -> None:
        """Take it away."""


class FileBench(Bench):
    def __init__(self, path: Path) -> None:
        self._path, self.source, self._turns = path, str(path), itertools.count()
        self.show("paper")

    def show(self, scene: str, kind: str = "", value: int | None = None) -> None:
        asked = {"kind": kind, **({} if value is None else {"value": value})}
        part = self._path.with_suffix(".part")
        part.write_bytes(frame(scene, fault_of(asked) if kind else None, next(self._turns)))
        part.replace(self._path)

    def unplug(self) -> None:
        self._path.unlink()


class HttpBench(Bench):
    def __init__(self, simulated: Simulated) -> None:
        self.simulated, self.source = simulated, str(simulated.where["url"])
        simulated.tell("reset")
        self.until(lambda state: not state["watching"])  # whoever watched before is gone

    def until(self, condition: Callable[[Message], bool]) -> None:
        deadline = time.monotonic() + PATIENT
        while not condition(self.simulated.tell("look")):
            assert time.monotonic() < deadline

    def show(self, scene: str, kind: str = "", value: int | None = None) -> None:
        self.simulated.tell("scene", name=scene)
        if kind:
            self.simulated.tell("fault", kind=kind, **({} if value is None else {"value": value}))

    def unplug(self) -> None:
        self.simulated.tell("unplug")


def apart(source: str) -> Camera:
    """The camera as a terminal has it, in a process of its own."""
    return CameraApart("devices.camera.opencv:OpencvCamera", source)


def looking(bench: Bench, scene: str, kind: str = "", value: int | None = None) -> Camera:
    """A camera, open, that never saw anything but this scene: no frame of another one is under way."""
    bench.show(scene, kind, value)
    return OpencvCamera(bench.source)


@contextmanager
def in_time(limit: float = WHOLE_LIMIT) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < limit


def light(frame: Frame) -> float:
    """The mean of all channels but alpha."""
    return (sum(frame.pixels) - 255 * frame.width * frame.height) / (3 * frame.width * frame.height)


#: How many frames may have been on their way when the scene changed, also on a machine that does much else.
UNDER_WAY = 12


def shows(camera: Camera, condition: Callable[[Frame], bool]) -> bool:
    """Whether one of the next frames fulfils the condition."""
    return any(condition(camera.frame()) for _ in range(UNDER_WAY + 1))


def ask_on(camera: Camera, ask: Ask) -> None:
    """Ask again and again until it fails, which it must in time."""
    deadline = time.monotonic() + PATIENT
    while time.monotonic() < deadline:
        ask(camera)
