"""Characters written by hand, read by dinkit, which is loaded with the first of them (30 ms) and keeps nothing."""

from importlib.util import find_spec
from typing import Any

from screens.keyboards.pinyin import Strokes

MOST = 10
_UNITS = 1000.0
_LARGEST = 65_000
"""The engine counts in 16 bits, and the largest number parts its strokes."""


def available() -> bool:
    """Whether the engine is installed: there is none for every processor. It is not loaded for that."""
    return find_spec("dinkit") is not None


class Reader:
    """Reads one character at a time."""

    def __init__(self) -> None:
        self._engine: Any = None

    def read(self, strokes: Strokes) -> tuple[str, ...]:
        """Return the ten likeliest characters; none without strokes or without the engine."""
        if not strokes or not available():
            return ()
        if self._engine is None:
            from dinkit import Recognizer  # noqa: PLC0415  # most residents do not write by hand

            self._engine = Recognizer()
        return tuple(self._engine.recognize([_whole(stroke) for stroke in strokes], MOST))


def _whole(stroke: tuple[tuple[float, float], ...]) -> list[tuple[int, int]]:
    return [(_bounded(x), _bounded(y)) for x, y in stroke]


def _bounded(value: float) -> int:
    return min(_LARGEST, max(0, round(value * _UNITS)))
