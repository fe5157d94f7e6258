"""When each view was on the screen, measured behind the exchange of the buffers."""

import time
from collections.abc import Callable
from typing import Any


class Stopwatch:
    """Told of each view that is `shown`; times are seconds of CLOCK_MONOTONIC, which all processes share.

    `number` counts the views, `shown_at` is when the newest was there, `page_at` when its page was, in whichever state.
    `began` is called once, when the first page is on the screen.
    """

    def __init__(self, window: Any, began: Callable[[], None]) -> None:
        self._window, self._began = window, began
        self._pending = self._turning = False
        self._page = ""
        self.number = 0
        self.shown_at = self.page_at = 0.0
        window.bind(on_flip=self._flip)

    def shown(self, page: str) -> None:
        """Another view, of that page, was handed to the display; it is on the screen with the next frame."""
        self.number += 1
        self._pending = True
        self._turning = self._turning or page != self._page
        self._page = page

    @property
    def drawn(self) -> bool:
        """Whether the newest view is on the screen."""
        if self._pending and self.shown_at and not self._window.canvas.needs_redraw:
            self._arrived()  # nothing that is seen has changed, so that there was no frame
        return not self._pending

    def _flip(self, window: Any) -> bool:
        """Exchange the buffers in Kivy's stead, to know when it has happened."""
        window.flip()
        if self._pending:
            self._arrived()
        return True

    def _arrived(self) -> None:
        first = not self.shown_at
        self._pending, self.shown_at = False, time.monotonic()
        if self._turning:
            self._turning, self.page_at = False, self.shown_at
        if first:
            self._began()
