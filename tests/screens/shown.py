"""A display in a real window, with fingers and a clock that only the test moves."""

import time
from collections.abc import Callable
from typing import Any

from screens.gallery.product import PANELS
from screens.samples.paper import SheetFrame
from screens.stage import Picture
from screens.theme import ScreenSize
from screens.views import AnyView
from screens.views.inputs import Input

UPRIGHT, LYING, SMALL = (PANELS[name] for name in ("upright", "lying", "small"))
LIMIT = 10.0
"""Seconds after which waiting for something is given up."""


class Shown:
    """A display, what it posted, and the hand in front of it."""

    def __init__(self, window: Any, size: ScreenSize) -> None:
        from screens.display import Display  # noqa: PLC0415  # only after the window

        self.window = window
        self.posted: list[Input] = []
        self.now = 1000.0
        self.frame: Picture | None = SheetFrame()
        self.asked = 0
        self.display = Display(size, self.posted.append, self._newest, now=lambda: self.now)
        window.add_widget(self.display)

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.display._page

    @property
    def texts(self) -> list[str]:
        """What is written on the page."""
        from screens.widgets.text import Text  # noqa: PLC0415  # after the window

        return [element.text for element in self.display.walk(restrict=True) if isinstance(element, Text)]

    def show(self, view: AnyView) -> None:
        """Show a view."""
        self.display.show(view)

    def close(self) -> None:
        """Take it out of the window."""
        self.window.remove_widget(self.display)
        self.display.close()

    def middle(self, name: str) -> tuple[float, float]:
        """The middle of a target: pixels, origin at the upper left."""
        x, y, width, height = self.display.targets()[name]
        return x + width / 2, y + height / 2

    def finger(self, action: str, at: tuple[float, float], which: int = 1) -> None:
        """A finger goes "down", moves ("motion") or goes "up": through Kivy's own provider of touches, and one frame."""
        from kivy.core.window.window_sdl2 import SDL2MotionEventProvider  # noqa: PLC0415  # only after prepare

        x, y = at
        width, height = self.window.size
        down = y + height - self.display.height  # a lying display stands at the bottom of the upright window
        SDL2MotionEventProvider.q.appendleft((f"finger{action}", which, x / width, down / height, 1.0))
        self.frames(1)

    def tap(self, name: str) -> None:
        """Tap on a target, a second after everything before."""
        self.now += 1.0
        at = self.middle(name)
        self.finger("down", at)
        self.finger("up", at)

    def type(self, keys: str) -> None:
        """Tap on keys by what stands on them."""
        for key in keys:
            self.tap(f"key:{key}")

    def frames(self, count: int) -> None:
        """Let the window draw."""
        from kivy.base import EventLoop  # noqa: PLC0415  # only after prepare

        for _ in range(count):
            EventLoop.idle()

    def until(self, condition: Callable[[], bool]) -> None:
        """Draw frames until something is so, for ten seconds at most."""
        end = time.monotonic() + LIMIT
        while not condition():
            assert time.monotonic() < end, "it did not become so in time"
            self.frames(1)

    def _newest(self) -> Picture | None:
        self.asked += 1
        return self.frame

    def drain(self) -> list[Input]:
        """What was posted since the last call."""
        posted, self.posted[:] = list(self.posted), []
        return posted
