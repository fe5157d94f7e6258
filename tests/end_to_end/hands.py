"""Other hands than a finger on the whole panel: keys that walk to what is heard, and a finger that reaches only the lower part."""

import time
from collections.abc import Callable

from devices.simulators.process import Simulated
from kiosk.demo.eyes import Box, Eyes, LostError, Page
from kiosk.demo.hand import Hand

KEYPAD, SWITCHES = ("up", "down", "confirm", "back"), ("down", "confirm")
MOST = 900
SILENT = 1.0
"""Seconds after which a key is taken to have changed nothing: where there is one thing, the focus stays on it."""


class Keys:
    """Presses keys of a keypad or switches, by what the focus is on; does what `Hand` does. `presses` counts them."""

    def __init__(self, eyes: Eyes, keypad: Simulated, keys: tuple[str, ...]) -> None:
        self._eyes, self._keypad, self._keys = eyes, keypad, keys
        self.latencies: list[float] = []
        self.presses = 0

    def touch(self, target: str, *pages: str) -> Page:
        """Walk to a target and confirm it; return the page once it is one of `pages`, else once anything has changed."""
        before = self._walk(target)
        self.press("confirm")
        self._eyes.wait_for_change(before.number)
        if pages:
            return self._eyes.wait_until(
                lambda page: page.is_one_of(pages) and page.page_at != before.page_at, f"one of {pages}"
            )
        return self._eyes.look()

    def touch_key(self, target: str) -> None:
        """Walk to a key and confirm it; a key on no page of this keyboard is looked for behind the others."""
        self._walk(target)
        self.press("confirm")
        if "back" in self._keys and len(self._eyes.look().focus) == 1:
            self.press("back")  # out of the row of keys

    def write(self, text: str, candidate: int | None = None) -> None:
        """Press keys one after the other; then take a candidate, by its number."""
        for character in text:
            self.touch_key(f"key:{character}")
        if candidate is not None:
            wanted = f"candidate:{candidate}"
            self._eyes.wait_until(lambda page: wanted in page.targets, wanted)
            self.touch(wanted)

    def press(self, key: str) -> None:
        """Press a key; return when the focus or the page has changed, or nothing did for a while."""
        before = self._eyes.look()
        self._keypad.tell("press", key=key)
        self.presses += 1
        limit = time.monotonic() + SILENT
        while time.monotonic() < limit:
            now = self._eyes.look()
            if (now.focus, now.number) != (before.focus, before.number):
                return

    def _walk(self, target: str) -> Page:
        ways = "up" if "up" in self._keys and not target.startswith(("key:", "candidate:")) else "down"
        for _ in range(MOST):
            page = self._eyes.look()
            if page.focus == (target,):
                return page
            self.press("confirm" if target in page.focus else ways)
        raise LostError(f"{target} is not walked to on {page.page}: the focus is on {page.focus}")


class LowHand(Hand):
    """A finger of somebody who sits: `highest` is how far up the panel it had to reach, 0 at the bottom, 1 at the top."""

    highest = 0.0
    watching: Callable[[], bool] = staticmethod(lambda: True)

    def write(self, text: str, candidate: int | None = None) -> None:
        """Write with Pinyin where the pad to write on comes first, as it does for the old."""
        there = self._eyes.look().targets
        if candidate is not None and f"key:{text[0]}" not in there and "key:chinese" in there:
            self.touch_key("key:chinese")
        super().write(text, candidate)

    def _find(self, target: str) -> Box:
        box = super()._find(target)
        if self.watching():
            height = self._eyes.look().size[1]
            self.highest = max(self.highest, (height - box[1]) / height)
        return box
