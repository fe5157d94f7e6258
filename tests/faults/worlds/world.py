"""A simulated device, the thread that owns its driver, and what must hold after every command, whatever the device is."""

import os
import random
import time
from abc import abstractmethod
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Hanging
from pathlib import Path
from typing import Any, ClassVar

from devices.device import Device
from devices.errors import DeviceError
from devices.simulators.process import Simulated
from devices.thread import DeviceThread

HURRY = 8.0  # drivers' clocks run faster: a limit that is never reached in order to be waited for costs less
_ANSWERING = 5.0  # seconds until a simulator does what it is told


class BrokenError(AssertionError):
    """An invariant does not hold."""


def hurried() -> float:
    """Return the time of drivers whose limits are not to be waited for."""
    return time.monotonic() * HURRY / World.load


class World:
    """A simulator, and a thread that owns its driver for the length of one schedule."""

    #: What is simulated and its options; `{link}` becomes a path of its own.
    simulator: ClassVar[tuple[str, ...]]
    #: Real seconds that one command may take, with the opening and the serving that it waits for.
    limit: ClassVar[float]
    #: How many times longer everything may take on a machine that does much else.
    load: ClassVar[float] = float(os.environ.get("SCHEDULES_LOAD", "1"))

    def __init__(self, simulated: Simulated) -> None:
        self._simulated = simulated
        self._thread: DeviceThread[Any] | None = None
        self.schedules = self.commands = self.failures = 0
        self.slowest = 0.0

    @classmethod
    def made(cls, start: Callable[..., Simulated], folder: Path) -> "World":
        """Start what is simulated (`start(device, *options)`) and return its world; `folder` is for this world alone."""
        return cls(start(*(option.format(link=folder / "link") for option in cls.simulator)))

    def seen(self) -> dict[str, float]:
        """Return how much was done in it, and how long the slowest command took (seconds)."""
        names = ("schedules", "commands", "failures", "slowest", "limit")
        return {name: getattr(self, name) for name in names}

    def begin(self) -> None:
        """Start anew."""
        self._tell("reset")
        self._thread = DeviceThread(self._driver(), self._serve, lambda _: None, name="schedule", pause=0.05)
        self._thread.start()

    def end(self) -> None:
        """Take everything down; the thread must end, whatever is wrong.

        Raises:
            BrokenError: it does not.
        """
        if self._thread is not None and not self._thread.stop(self.limit * self.load):
            raise BrokenError("the device's thread does not end")

    def happen(self, chance: random.Random) -> None:
        """Something happens to the device."""
        self._mishap(chance)

    def command(self, work: Callable[[Any], object]) -> DeviceError | None:
        """Have the device do something; return what it says went wrong.

        Raises:
            BrokenError: it does not end within its limit, or fails with something else than a device's error.
        """
        if self._thread is None:
            raise BrokenError("not begun")
        began = time.monotonic()
        future: Future[object] = self._thread.submit(work)
        self.commands += 1
        try:
            error = future.exception(self.limit * self.load)
        except Hanging as hanging:
            raise BrokenError("a command does not end within its limit") from hanging
        self.slowest = max(self.slowest, time.monotonic() - began)
        if error is None:
            return None
        self.failures += 1
        if not isinstance(error, DeviceError) or error.code == "DRIVER_FAULT":
            raise BrokenError(f"not a device's error: {error!r}") from error
        return error

    def _tell(self, do: str, **more: object) -> dict[str, Any]:
        return self._simulated.tell(do, timeout=_ANSWERING * self.load, **more)

    @abstractmethod
    def _driver(self) -> Device: ...

    @abstractmethod
    def _serve(self, device: Any) -> None: ...

    @abstractmethod
    def _mishap(self, chance: random.Random) -> None: ...

    @abstractmethod
    def use(self, chance: random.Random) -> None:
        """Do what a resident's session would do with it, and check the truth of what is claimed."""
