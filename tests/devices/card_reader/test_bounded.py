"""Calls that have no time limit of their own."""

import contextlib
import threading
import time
from typing import NoReturn

import pytest

from devices.card_reader.bounded import BoundedThread, StuckError


def fail() -> NoReturn:
    raise KeyError("no such thing")


def test_what_a_call_returns_or_raises_comes_back() -> None:
    thread = BoundedThread("bounded")
    assert thread.call(lambda: 7, 1) == 7
    with pytest.raises(KeyError):
        thread.call(fail, 1)
    assert thread.call(threading.get_ident, 1) != threading.get_ident()
    thread.finish(fail, 1)
    thread.end()
    thread.end()
    assert thread.call(lambda: 8, 1) == 8
    thread.end()


def test_a_call_that_does_not_return_is_given_up_and_tidied_up_after() -> None:
    thread, door = BoundedThread("bounded"), threading.Event()
    tidied: list[str] = []
    with pytest.raises(StuckError):
        thread.call(door.wait, 0.01)
    for _ in range(2):
        with pytest.raises(StuckError):
            thread.call(fail, 1)
    thread.finish(lambda: tidied.append("disconnected"), 1)
    thread.finish(lambda: tidied.append("released"), 1)
    thread.end()
    with pytest.raises(StuckError):
        thread.call(fail, 1)
    assert tidied == []
    assert sum(each.name == "bounded" for each in threading.enumerate()) <= 1
    door.set()
    answer: list[str] | None = None
    until = time.monotonic() + 5
    while answer is None and time.monotonic() < until:
        with contextlib.suppress(StuckError):  # it has not come back quite yet
            answer = thread.call(lambda: list(tidied), 1)
    assert answer == ["disconnected", "released"]
    thread.end()


def test_tidying_up_that_does_not_return_is_given_up() -> None:
    thread, door = BoundedThread("bounded"), threading.Event()
    thread.finish(door.wait, 0.01)
    with pytest.raises(StuckError):
        thread.call(fail, 1)
    door.set()
    thread.end()
