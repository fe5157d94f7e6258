"""One queue for everything that happens, filled by any thread and emptied by one."""

from collections.abc import Iterator
from queue import SimpleQueue

from kiosk.events import Event


class Inbox:
    """Events in the order they were posted. Posting never blocks and is safe from any thread."""

    def __init__(self) -> None:
        self._events: SimpleQueue[Event] = SimpleQueue()

    def post(self, event: Event) -> None:
        """Put an event at the end."""
        self._events.put(event)

    def drain(self) -> Iterator[Event]:
        """Take out what is there now; events posted meanwhile wait for the next call, so a flood starves nobody.

        Only one thread may drain.
        """
        for _ in range(self._events.qsize()):
            yield self._events.get_nowait()
