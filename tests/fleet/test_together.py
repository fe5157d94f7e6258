"""Callers that come together share a commit; each has its own result, and its own failure only."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from fleet.together import Together


class Store:
    """Commits of numbers; the first waits until it is told to go on, negative numbers cannot be kept."""

    def __init__(self) -> None:
        self.commits: list[list[int]] = []
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, numbers: Sequence[int]) -> list[str]:
        self.begun.set()
        assert self.go.wait(30)
        if min(numbers) < 0:
            raise ValueError(min(numbers))
        self.commits.append(list(numbers))
        return [str(number) for number in numbers]


def behind_one(store: Store, numbers: Sequence[int]) -> dict[int, "Future[str]"]:
    """Let the numbers come while the commit of 0 is under way."""
    together = Together[int, str](store)
    with ThreadPoolExecutor(len(numbers) + 1) as threads:
        first = threads.submit(together.do, 0)
        assert store.begun.wait(30)
        others = {number: threads.submit(together.do, number) for number in numbers}
        while len(together._waiting) < len(numbers):  # bounded by the test's time limit
            pass
        store.go.set()
    return {0: first, **others}


def test_those_who_wait_share_the_next_commit() -> None:
    store = Store()
    results = behind_one(store, range(1, 9))
    assert {number: result.result() for number, result in results.items()} == {n: str(n) for n in range(9)}
    assert [sorted(commit) for commit in store.commits] == [[0], list(range(1, 9))]


def test_who_cannot_be_kept_fails_alone() -> None:
    store = Store()
    results = behind_one(store, [1, -2, 3])
    assert [results[number].result() for number in (0, 1, 3)] == ["0", "1", "3"]
    with pytest.raises(ValueError, match="-2"):
        results[-2].result()
    assert sorted(number for commit in store.commits for number in commit) == [0, 1, 3]
