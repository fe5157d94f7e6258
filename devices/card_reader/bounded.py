"""Calls that have no time limit of their own, bounded: made in a thread that is left behind when one does not return."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

R = TypeVar("R")


class StuckError(Exception):
    """The call did not return in time, or an earlier one still has not."""


class BoundedThread:
    """One thread for one after the other of such calls; used from one other thread.

    A call that has not returned within its limit is given up and goes on alone: until it returns, every further call is
    refused at once, so that never more than one thread is left behind.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._tasks: SimpleQueue[Callable[[], None] | None] | None = None
        self._stuck: Future[Any] | None = None

    def call(self, work: Callable[[], R], limit: float) -> R:
        """Return what the call returns within `limit` seconds; what it raises is raised.

        Raises:
            StuckError: it has not returned, or an earlier one still has not.
        """
        if self._stuck is not None and not self._stuck.done():
            raise StuckError
        self._stuck = None
        future: Future[R] = Future()
        self._queue().put(lambda: _settle(future, work))
        try:
            return future.result(limit)
        except TimeoutError:
            self._stuck = future
            raise StuckError from None

    def finish(self, work: Callable[[], object], limit: float) -> None:
        """Make a call that tidies up, whatever comes of it; while an earlier one is stuck, it is made as soon as that returns."""
        stuck = self._stuck is not None and not self._stuck.done()
        future: Future[object] = Future()
        self._queue().put(lambda: _settle(future, work))
        if stuck:
            self._stuck = future  # whoever begins anew finds everything tidied up
            return
        try:
            future.exception(limit)
        except TimeoutError:
            self._stuck = future

    def end(self) -> None:
        """Let the thread end, as soon as the call that it is in returns; the next call begins a new one."""
        if self._tasks is not None:
            self._tasks.put(None)
            self._tasks = None

    def _queue(self) -> "SimpleQueue[Callable[[], None] | None]":
        if self._tasks is None:
            self._tasks = SimpleQueue()
            threading.Thread(target=_work_off, args=(self._tasks,), name=self._name, daemon=True).start()
        return self._tasks


def _work_off(tasks: "SimpleQueue[Callable[[], None] | None]") -> None:
    while (task := tasks.get()) is not None:
        task()


def _settle(future: "Future[R]", work: Callable[[], R]) -> None:
    try:
        result = work()
    except BaseException as error:  # noqa: BLE001  # it is raised again in the thread that asked
        future.set_exception(error)
    else:
        future.set_result(result)
