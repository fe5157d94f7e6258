"""Pinyin that is there when it is needed: loaded on a thread of its own, and let go with each session."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Composition:
    """What is being composed: the letters as read ("guang zhou"), and what they may mean, the likeliest first."""

    letters: str = ""
    candidates: tuple[str, ...] = ()


Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""What was written by hand: strokes of points (x, y) in one unit both ways, origin at the upper left."""


class Composer(Protocol):
    """Turns letters and what was written by hand into characters; keeps nothing of what it was told."""

    #: Whether it composes nothing any more, though nobody closed it.
    gone: bool
    #: Whether it offers traditional characters, those of Hong Kong; simplified ones else.
    traditional: bool

    def turn(self, traditional: bool) -> None:
        """Offer characters of the other script from now on; what is being composed is dropped."""

    def feed(self, letter: str) -> Composition:
        """Add a letter."""

    def back(self) -> Composition:
        """Take the last letter away."""

    def choose(self, number: int) -> tuple[str, Composition]:
        """Take a candidate; returns the text that is now certain, and what still is not."""

    def read(self, strokes: Strokes) -> tuple[str, ...]:
        """Return the characters that strokes may mean, the likeliest first; none without an engine that reads."""

    def forget(self) -> None:
        """Drop what is being composed and every trace of the session."""

    def close(self) -> None:
        """Let everything go."""


class Readiness(Enum):
    """How far Pinyin is."""

    ASLEEP = "asleep"
    LOADING = "loading"
    READY = "ready"
    MISSING = "missing"


class PinyinMissingError(RuntimeError):
    """Pinyin cannot be loaded: `apt-get install librime1 rime-data-luna-pinyin`."""


class Pinyin:
    """Loads a composer when asked to wake, and lets it go when the session ends."""

    def __init__(self, load: Callable[[], Composer]) -> None:
        self._load = load
        self._door = threading.Lock()  # so that what is loaded too late is not kept for the next resident
        self._composer: Composer | None = None
        self._missing = self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def readiness(self) -> Readiness:
        """How far it is now."""
        if self.composer is not None:
            return Readiness.READY
        if self._missing or self._closed:
            return Readiness.MISSING
        return Readiness.ASLEEP if self._thread is None else Readiness.LOADING

    @property
    def composer(self) -> Composer | None:
        """The composer, once it is ready; one that is gone makes room for another."""
        if self._composer is not None and self._composer.gone:
            self.forget()
        return self._composer

    def composing(self, *, traditional: bool) -> Composer | None:
        """Return the composer, once it is ready, turned to the characters that who types reads."""
        composer = self.composer
        if composer is not None and composer.traditional is not traditional:
            composer.turn(traditional)
        return composer

    def wake(self) -> None:
        """Begin to load it, if nobody did, and it is not closed."""
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._wake, name="pinyin", daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> Readiness:
        """Wait until it is loaded, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self.readiness

    def forget(self) -> None:
        """Let the composer go, with whatever it holds; whoever needs it next wakes another."""
        gone = self._let_go()
        if gone is not None:  # beside, because a process takes its time to end
            threading.Thread(target=gone.close, name="pinyin-ends", daemon=True).start()

    def close(self) -> None:
        """Let the composer go for good."""
        self._closed = True
        self.wait(10)
        composer = self._let_go()
        if composer is not None:
            composer.close()

    def _let_go(self) -> Composer | None:
        with self._door:
            composer, self._composer, self._thread = self._composer, None, None
            self._missing = False
        return composer

    def _wake(self) -> None:
        composer = None
        with suppress(PinyinMissingError):
            composer = self._load()
        with self._door:
            if self._thread is threading.current_thread():
                self._composer, self._missing = composer, composer is None
                return
        if composer is not None:
            composer.close()
