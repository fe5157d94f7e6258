"""Pinyin that is there when it is needed: loaded on a thread of its own, started fresh for each session."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Composition:
    """What is being composed: the letters as read ("guang zhou"), and what they may mean, the likeliest first."""

    letters: str = ""
    candidates: tuple[str, ...] = ()


class Composer(Protocol):
    """Turns letters into characters; keeps nothing of what it was told."""

    def feed(self, letter: str) -> Composition:
        """Add a letter."""

    def back(self) -> Composition:
        """Take the last letter away."""

    def choose(self, number: int) -> tuple[str, Composition]:
        """Take a candidate; returns the text that is now certain, and what still is not."""

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
    """Loads a composer once, when first asked to wake."""

    def __init__(self, load: Callable[[], Composer]) -> None:
        self._load = load
        self._composer: Composer | None = None
        self._missing = False
        self._thread: threading.Thread | None = None

    @property
    def readiness(self) -> Readiness:
        """How far it is now."""
        if self._composer is not None:
            return Readiness.READY
        if self._missing:
            return Readiness.MISSING
        return Readiness.ASLEEP if self._thread is None else Readiness.LOADING

    @property
    def composer(self) -> Composer | None:
        """The composer, once it is ready."""
        return self._composer

    def wake(self) -> None:
        """Begin to load it, if nobody did, and it is not closed."""
        if self._thread is None and not self._missing:
            self._thread = threading.Thread(target=self._wake, name="pinyin", daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> Readiness:
        """Wait until it is loaded, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self.readiness

    def forget(self) -> None:
        """Drop every trace of the session."""
        if self._composer is not None:
            self._composer.forget()

    def close(self) -> None:
        """Let the composer go, with whatever it holds."""
        self.wait(10)
        self._missing = True
        if self._composer is not None:
            self._composer.close()
            self._composer = None

    def _wake(self) -> None:
        try:
            self._composer = self._load()
        except PinyinMissingError:
            self._missing = True
