"""Sealing ahead: while some are written to the disk, another thread seals the next ones."""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue

from offline_queue.intake import Order
from offline_queue.seal import Sealed
from offline_queue.transaction import Draft

AHEAD = 8  # share a commit at most, and as many are sealed meanwhile, each up to `intake.MAX_BYTES`


@dataclass(frozen=True, slots=True)
class Ready:
    """Sealed and not yet kept; `size` is that of the payload."""

    sealed: Sealed
    order: Order
    size: int = field(repr=False)


Seal = Callable[[Draft], Ready]


class _End(Exception):  # noqa: N818  # not an error
    """There are no more drafts."""


class SealedAhead:
    """What `seal` makes of `drafts`, in their order; made by its own thread, taken by another."""

    def __init__(self, drafts: Iterable[Draft], seal: Seal) -> None:
        self._source, self._seal = iter(drafts), seal
        self._made: SimpleQueue[Ready | BaseException] = SimpleQueue()
        self._room = threading.Semaphore(AHEAD - 1)
        self._last: BaseException | None = None  # there is nothing more: at the end, or what went wrong
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="sealing", daemon=True)
        self._thread.start()

    def gather(self, ready: deque[Ready]) -> bool:
        """Move over what is sealed by now, waiting for one when there is none yet; whether there is any.

        Raises:
            Exception: what `drafts` or `seal` raised after the last one.
        """
        while self._last is None and len(ready) < AHEAD and not (ready and self._made.empty()):
            one = self._made.get()
            if isinstance(one, BaseException):
                self._last = one
            else:
                ready.append(one)
                self._room.release()
        if self._last and not ready and not isinstance(self._last, _End):
            raise self._last
        return bool(ready)

    def close(self) -> None:
        """Seal no more."""
        self._stopped = True
        self._room.release()
        self._thread.join()

    def _work(self) -> None:
        try:
            for draft in self._source:
                self._made.put(self._seal(draft))
                self._room.acquire()
                if self._stopped:
                    return
            self._made.put(_End())
        except BaseException as error:  # noqa: BLE001  # raised where it is waited for
            self._made.put(error)


@contextmanager
def sealed_ahead(drafts: Iterable[Draft], seal: Seal) -> Iterator[SealedAhead]:
    """What is sealed ahead, for as long as the block lasts."""
    ahead = SealedAhead(drafts, seal)
    try:
        yield ahead
    finally:
        ahead.close()
