"""Pinyin is loaded once, beside the thread that draws; a failure is said, not raised."""

import threading

import pytest

from screens.keyboards.pinyin import Composer, Composition, Pinyin, PinyinMissingError, Readiness


class Silent:
    """A composer that notes what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def feed(self, letter: str) -> Composition:
        return Composition(letter)

    def back(self) -> Composition:
        return Composition()

    def choose(self, number: int) -> tuple[str, Composition]:
        return str(number), Composition()

    def forget(self) -> None:
        self.told.append("forget")

    def close(self) -> None:
        self.told.append("close")


def test_it_sleeps_until_it_is_woken() -> None:
    pinyin = Pinyin(Silent)
    assert pinyin.readiness is Readiness.ASLEEP
    assert pinyin.composer is None
    assert pinyin.wait(1) is Readiness.ASLEEP


def test_it_loads_beside_and_once() -> None:
    go, loads = threading.Event(), []

    def load() -> Composer:
        loads.append(threading.current_thread().name)
        assert go.wait(10)
        return Silent()

    pinyin = Pinyin(load)
    pinyin.wake()
    pinyin.wake()
    assert pinyin.readiness is Readiness.LOADING
    go.set()
    assert pinyin.wait(10) is Readiness.READY
    assert loads == ["pinyin"]


def test_what_is_missing_is_said() -> None:
    def load() -> Composer:
        raise PinyinMissingError("no library")

    pinyin = Pinyin(load)
    pinyin.wake()
    assert pinyin.wait(10) is Readiness.MISSING
    assert pinyin.composer is None
    pinyin.forget()
    pinyin.close()


def test_forgetting_and_closing_reach_the_composer() -> None:
    silent = Silent()
    pinyin = Pinyin(lambda: silent)
    pinyin.forget()
    pinyin.wake()
    pinyin.wait(10)
    pinyin.forget()
    pinyin.close()
    assert silent.told == ["forget", "close"]
    assert pinyin.composer is None


@pytest.mark.parametrize("woken", [False, True])
def test_what_is_closed_is_not_woken_again(woken: bool) -> None:
    loads = []

    def load() -> Composer:
        loads.append(1)
        return Silent()

    pinyin = Pinyin(load)
    if woken:
        pinyin.wake()
    pinyin.close()
    pinyin.wake()
    assert pinyin.wait(10) is Readiness.MISSING
    assert len(loads) == woken
