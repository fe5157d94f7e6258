"""Group commit: callers on many threads share one commit, because the wait for the disk is most of its cost."""

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

One = TypeVar("One")
Result = TypeVar("Result")


class Together(Generic[One, Result]):
    """Whoever comes while a commit is under way waits for the next, which is everybody's who came meanwhile.

    `do_all` commits all that it is given, in its order, or nothing, and returns a result for each.
    """

    def __init__(self, do_all: Callable[[Sequence[One]], Sequence[Result]]) -> None:
        self._do_all = do_all
        self._turn, self._guard = threading.Lock(), threading.Lock()
        self._waiting: list[_Waiting[One, Result]] = []

    def do(self, one: One) -> Result:
        """Return the result for `one`, committed.

        Raises:
            Exception: what `do_all` raises for `one` alone; a companion's failure is not its own.
        """
        mine = _Waiting[One, Result](one)
        with self._guard:
            self._waiting.append(mine)
        with self._turn:
            if not mine.done:
                self._commit()
        return mine.results[0] if mine.results else self._do_all([one])[0]

    def _commit(self) -> None:
        with self._guard:
            come, self._waiting = self._waiting, []
        try:
            results = self._do_all([each.one for each in come])
        except Exception:
            if len(come) == 1:
                raise
            results = []
        finally:
            for each in come:
                each.done = True
        for each, result in zip(come, results, strict=False):
            each.results = [result]


class _Waiting(Generic[One, Result]):
    """One caller; `results` holds its result, or nothing when the commit it shared failed."""

    def __init__(self, one: One) -> None:
        self.one = one
        self.done = False
        self.results: list[Result] = []
