"""Modules that are loaded when something of them is first used: the first page need not wait for all the others.

    with loaded_when_used():
        from kiosk.journeys import paying, sharing

The loader is the standard library's (`importlib.util.LazyLoader`). It must not be raced: until none waits,
only the thread that imported them may use them. What they stand in must be loaded already.
"""

import math
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType

_waiting: list[str] = []


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
            _waiting.append(fullname)
        return spec


@contextmanager
def loaded_when_used() -> Iterator[None]:
    """Have what is imported meanwhile loaded later, unless it is loaded already."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def load_for(seconds: float) -> bool:
    """Load modules that wait, at least one, for about so long; return whether some wait still."""
    until = time.perf_counter() + seconds
    while _waiting:
        vars(sys.modules[_waiting.pop()])  # asking for anything loads it
        if time.perf_counter() >= until:
            break
    return bool(_waiting)


def load_all() -> None:
    """Load every module that waits."""
    load_for(math.inf)
