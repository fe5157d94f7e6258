"""What has threads, put together on a thread of its own while the first page can already be touched."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from devices.camera import Frame
from kiosk.commands import Command

if TYPE_CHECKING:
    from kiosk.runtime.senses import Senses


class Parts(Protocol):
    """Everything of a terminal that has a thread."""

    def start(self) -> None:
        """Begin to work."""

    def carry_out(self, command: Command) -> None:
        """Begin a command; returns at once."""

    def newest_frame(self) -> Frame | None:
        """Return what the camera sees, or None while it is closed."""

    @property
    def senses(self) -> "Senses":
        """What is heard and felt."""

    def trouble(self) -> Exception | None:
        """Return why nothing can be handed in, as far as is known; looks again meanwhile."""

    def stop(self) -> None:
        """End every thread."""


class Backstage:
    """Makes the parts by `assemble`. Commands that come before they are there wait for them, in order.

    Drivers and the platform's libraries take half a second to load, the parts before (`after`) must have ended first.
    """

    def __init__(self, assemble: Callable[[], Parts], after: "Backstage | None" = None) -> None:
        self._assemble, self._after = assemble, after
        self._door = threading.Lock()
        self._early: list[Command] = []
        self._parts: Parts | None = None
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._begin, name="backstage", daemon=True)

    def begin(self) -> None:
        """Begin to put the parts together; may be called once."""
        self._thread.start()

    def carry_out(self, command: Command) -> None:
        """Have a command carried out now, or as soon as the parts are there."""
        with self._door:
            if self._parts is None:
                self._early.append(command)
                return
        self._parts.carry_out(command)

    def newest_frame(self) -> Frame | None:
        """Return what the camera sees, or None while it is closed."""
        return self._parts.newest_frame() if self._parts else None

    @property
    def senses(self) -> "Senses | None":
        """What is heard and felt, once the parts are there."""
        return self._parts.senses if self._parts else None

    def trouble(self) -> Exception | None:
        """Return why nothing can be handed in, as far as is known; looks again meanwhile."""
        return self._parts.trouble() if self._parts else None

    def check(self) -> None:
        """Raise what went wrong when the parts were put together: the touchscreen must not go on without them."""
        if self._failure is not None:
            raise self._failure

    def stop(self) -> None:
        """End every thread; what was recorded stays, what was not is forgotten."""
        if self._thread.ident is not None:
            self._thread.join()
        if self._parts is not None:
            self._parts.stop()

    def _begin(self) -> None:
        try:
            if self._after is not None:
                self._after.stop()
            parts = self._assemble()
            parts.start()
        except Exception as error:  # noqa: BLE001  # raised again on the thread that draws, by `check`
            self._failure = error
            return
        with self._door:
            for command in self._early:
                parts.carry_out(command)
            self._early.clear()
            self._parts = parts
