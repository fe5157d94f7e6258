"""Pinyin is loaded once a session, beside the thread that draws; a failure is said, not raised."""

import threading

import pytest

from screens.keyboards.pinyin import Composer, Composition, Pinyin, PinyinMissingError, Readiness, Strokes


class Silent:
    """A composer that notes what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.gone = self.traditional = False
        self.closed = threading.Event()

    def turn(self, traditional: bool) -> None:
        self.traditional = traditional
        self.told.append(f"turn {traditional}")

    def feed(self, letter: str) -> Composition:
        return Composition(letter)

    def back(self) -> Composition:
        return Composition()

    def choose(self, number: int) -> tuple[str, Composition]:
        return str(number), Composition()

    def read(self, strokes: Strokes) -> tuple[str, ...]:
        return tuple(str(at) for at, _ in enumerate(strokes))

    def forget(self) -> None:
        self.told.append("forget")

    def close(self) -> None:
        self.told.append("close")
        self.closed.set()


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


def test_each_session_has_a_composer_of_its_own() -> None:
    made: list[Silent] = []

    def load() -> Composer:
        made.append(Silent())
        return made[-1]

    pinyin = Pinyin(load)
    pinyin.forget()
    for _ in range(2):
        pinyin.wake()
        pinyin.wait(10)
        pinyin.forget()
        assert pinyin.readiness is Readiness.ASLEEP
        assert pinyin.composer is None
    assert [silent.closed.wait(10) for silent in made] == [True, True]
    assert [silent.told for silent in made] == [["close"], ["close"]]


def test_what_is_loaded_after_the_session_is_not_kept() -> None:
    go, silent = threading.Event(), Silent()

    def load() -> Composer:
        assert go.wait(10)
        return silent

    pinyin = Pinyin(load)
    pinyin.wake()
    pinyin.forget()
    go.set()
    assert silent.closed.wait(10)
    assert pinyin.readiness is Readiness.ASLEEP


def test_what_was_missing_is_looked_for_again_in_the_next_session() -> None:
    found: list[Composer] = []

    def load() -> Composer:
        if not found:
            raise PinyinMissingError("no library")
        return found[0]

    pinyin = Pinyin(load)
    pinyin.wake()
    assert pinyin.wait(10) is Readiness.MISSING
    found.append(Silent())
    pinyin.forget()
    pinyin.wake()
    assert pinyin.wait(10) is Readiness.READY


def test_one_that_is_gone_makes_room_for_another() -> None:
    silent = Silent()
    pinyin = Pinyin(lambda: silent)
    pinyin.wake()
    assert pinyin.wait(10) is Readiness.READY
    silent.gone = True
    assert pinyin.composer is None
    assert pinyin.readiness is Readiness.ASLEEP
    assert silent.closed.wait(10)


def test_closing_ends_the_composer_at_once() -> None:
    silent = Silent()
    pinyin = Pinyin(lambda: silent)
    pinyin.wake()
    pinyin.close()
    assert silent.told == ["close"]
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


def test_it_is_turned_to_another_script_once() -> None:
    pinyin = Pinyin(Silent)
    assert pinyin.composing(traditional=True) is None
    pinyin.wake()
    pinyin.wait(10)
    composer = pinyin.composing(traditional=False)
    assert isinstance(composer, Silent)
    assert composer.told == []
    for _ in range(2):
        assert pinyin.composing(traditional=True) is composer
    assert pinyin.composing(traditional=False) is composer
    assert composer.told == ["turn True", "turn False"]
