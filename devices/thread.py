"""One thread owns one device: opens it, serves it, says what became of it, backs off, reopens it, closes it.

Nobody else touches the device. The runtime gives three callables and gets a future:

* `serve(device)` is called again and again, every `pause` seconds, while the device is open: ask the reader for a card,
  the printer for its status, the camera for a frame. What it raises decides what happens next:

  - `ResidentError`: the device works, the resident must act; nothing changes (catch it in `serve` to tell the resident);
  - `RetryError`, `MediaError`: shown as not working with the error's code, stays open, served again;
  - `StaffError`, `ReplaceError`, `ConfigurationError`, and any other exception (a driver's mistake, `DRIVER_FAULT`):
    shown as not working, closed, reopened after 0.2 s, doubling to `patience` seconds, so that a device that returns is
    back within a second.

* `changed(condition)` is called in the device's thread whenever what is shown about the device changes, after damping
  (`devices.damping`).

* `submit(work)` has the owning thread call `work(device)` between two servings and returns a future of its result. A
  device that is closed is opened at once for it; when that fails, the future fails with the same `DeviceError`. It never
  waits longer than the driver's own time limits. `work` is done once: it is never repeated.

A device may `rest` (a camera between residents: closed, light off, not shown as failed) until it is to `wake`.
"""

import contextlib
import logging
import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from devices.damping import WORKING, Condition, Damping
from devices.device import Device
from devices.driver_fault import driver_fault
from devices.errors import DeviceError, MediaError, ResidentError, RetryError, StaffError

FIRST_PATIENCE = 0.2
_STAYS_OPEN = (ResidentError, RetryError, MediaError)

logger = logging.getLogger(__name__)
D = TypeVar("D", bound=Device)
R = TypeVar("R")


class DeviceThread(Generic[D]):
    """The thread that owns `device`; see the module's text. Started by `start`, or as a context manager."""

    def __init__(
        self,
        device: D,
        serve: Callable[[D], None],
        changed: Callable[[Condition], None],
        *,
        name: str = "device",
        pause: float = 0.4,
        patience: float = 1.0,
        resting: bool = False,
        damping: Damping | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._device, self._serve, self._changed = device, serve, changed
        self._pause, self._longest_patience, self._now = pause, patience, now
        self._damping = damping or Damping()
        self._shown: Condition | None = None
        self._tasks: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._door = threading.Lock()  # between submitting and stopping, so that no task is left behind
        self._stopping = False
        self._resting = resting
        self._open = False
        self._patience = FIRST_PATIENCE
        self._noted = ""
        self._due = math.inf if resting else -math.inf
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin; may be called once."""
        self._thread.start()

    def stop(self, timeout: float | None = None) -> bool:
        """Close the device and end the thread; return whether it ended within `timeout` seconds.

        Work that was submitted and not begun fails with `DEVICE_STOPPED`.
        """
        with self._door:
            self._stopping = True
            self._tasks.put(lambda: None)  # wakes the thread
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def __enter__(self) -> "DeviceThread[D]":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def submit(self, work: Callable[[D], R]) -> "Future[R]":
        """Have the owning thread do `work` with the device; return the future of its result.

        The future's callbacks run in the device's thread; it fails with `DeviceError` only.
        """
        future: Future[R] = Future()
        with self._door:
            if self._stopping:
                future.set_exception(
                    StaffError("DEVICE_STOPPED", "The terminal is shutting down: try again later.")
                )
            else:
                self._tasks.put(lambda: self._work(work, future))
        return future

    def rest(self) -> None:
        """Close the device and leave it closed until `wake`, except for submitted work."""
        self._tasks.put(self._fall_asleep)

    def wake(self) -> None:
        """Open and serve the device again."""
        self._tasks.put(self._wake_up)

    def _run(self) -> None:
        while not self._stopping:
            task = self._next_task()
            if task is not None:
                task()
            elif self._now() >= self._due:
                self._turn()
            self._show()
        self._put_away(self._device.end)
        with contextlib.suppress(Empty):
            while True:
                self._tasks.get_nowait()()  # what is left fails with DEVICE_STOPPED

    def _next_task(self) -> Callable[[], None] | None:
        wait = min(self._due, self._damping.due()) - self._now()
        try:
            return self._tasks.get(timeout=None if wait == math.inf else max(wait, 0.0))
        except Empty:
            return None

    def _turn(self) -> None:
        """Open the device when it is closed, then serve it once."""
        error = self._attempt(self._serve_once)
        if error is None or isinstance(error, ResidentError):
            self._patience, self._noted = FIRST_PATIENCE, ""
            self._damping.observe(WORKING, self._now())
        self._due = self._now() + self._pause if self._open else self._next_try()

    def _serve_once(self) -> None:
        self._make_ready()
        self._serve(self._device)

    def _work(self, work: Callable[[D], R], future: "Future[R]") -> None:
        if not future.set_running_or_notify_cancel():
            return
        if self._stopping:
            future.set_exception(
                StaffError("DEVICE_STOPPED", "The terminal is shutting down: try again later.")
            )
            return
        results: list[R] = []
        was_open = self._open
        error = self._attempt(lambda: self._work_once(work, results))
        if not self._resting and self._open != was_open:
            self._due = self._now() if self._open else self._next_try()
        elif self._resting:
            self._put_away()
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(results[0])

    def _work_once(self, work: Callable[[D], R], results: list[R]) -> None:
        self._make_ready()
        results.append(work(self._device))

    def _attempt(self, doing: Callable[[], None]) -> DeviceError | None:
        """Do it; close the device when the error asks for that; return the error, typed."""
        try:
            doing()
        except DeviceError as error:
            if not (self._open and isinstance(error, _STAYS_OPEN)):
                self._put_away()
            if not isinstance(error, ResidentError):
                self._failed(error)
            return error
        except Exception as error:  # noqa: BLE001  # the thread's top: a driver's mistake must not end the thread
            self._put_away()
            fault = driver_fault(self._thread.name, error)
            self._failed(fault)
            return fault
        return None

    def _failed(self, error: DeviceError) -> None:
        """Show it; the log keeps the first error of a kind, with what was behind it, and none of the tries that follow."""
        if error.code != self._noted:
            self._noted = error.code
            logger.warning("%s: %s%s", self._thread.name, error, _behind(error))
        self._damping.observe(Condition(working=False, code=error.code), self._now())

    def _make_ready(self) -> None:
        if not self._open:
            self._device.open()
            self._open = True

    def _put_away(self, close: Callable[[], None] | None = None) -> None:
        self._open = False
        with contextlib.suppress(
            Exception
        ):  # the thread's top: a device that will not close is reopened all the same
            (close or self._device.close)()

    def _next_try(self) -> float:
        patience, self._patience = self._patience, min(self._patience * 2, self._longest_patience)
        return self._now() + patience

    def _fall_asleep(self) -> None:
        self._resting, self._due = True, math.inf
        self._put_away()

    def _wake_up(self) -> None:
        self._resting, self._due = False, -math.inf

    def _show(self) -> None:
        shown = self._damping.shown(self._now())
        if shown is not None and shown != self._shown:
            self._shown = shown
            logger.info("%s is shown as %s", self._thread.name, shown.code)
            self._changed(shown)


def _behind(error: DeviceError) -> str:
    """What a driver's library or the system said, as far as it cannot hold what stood on a card or a receipt."""
    cause = error.__cause__
    if cause is None:
        return ""
    said = cause.strerror if isinstance(cause, OSError) else ""
    return f" ({type(cause).__name__}{f': {said}' if said else ''})"
