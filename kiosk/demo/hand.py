"""A scripted resident: eyes that see the touchscreen through its probe, and a hand whose touches are real input events.

For the demo and for tests. Start a screen nobody sees, the touchscreen on it, and touch what is there::

    with virtual_screen(1080, 1920) as display:                     # an Xvfb; its name, such as ":7"
        ...  # start `kiosk run --probe SOCKET` with DISPLAY=display on a training terminal
        with Eyes(SOCKET) as eyes, Hand(display, eyes) as hand:
            eyes.wait_for("attract")                                # Page, once it is drawn
            page = hand.touch("start", "home")                      # a target by its id, and the page it leads to;
                                                                    # "question" is any page called "question.…", too
            page.view["title"], page.targets                        # what it says, what can be touched
            hand.write("guangzhou", candidate=0)                    # on the page's keyboard; takes a candidate
            hand.sign()                                             # a signature on the page's pad
            hand.touch("consent")                                   # without a page: until anything has changed
            eyes.photograph(Path("home.png"))
            eyes.timings()["first_page"], hand.latencies            # seconds from the lifted finger to the page

Everything waits for a condition, with a limit (`patience`, seconds), and says what is on the screen when it gives up.
"""

import math
import select
import time
from typing import Self

from Xlib import X, display
from Xlib.ext import xtest

from kiosk.demo.eyes import LOOK_SECONDS, Box, Eyes, LostError, Page
from screens.touch import BOUNCE, DOUBLE_TAP

MOVES = 24  # of a finger while it draws a stroke
SCROLLS = 40
CONTACT = (
    0.07  # seconds that the quickest finger rests on a button; those of old hands are three times slower
)


class Hand:
    """One finger on the X screen `name`. `latencies` are the seconds from each touch's end to the page that it led to.

    It touches as fast as somebody who is not in doubt: no faster than the touchscreen tells two touches from a trembling one.
    """

    def __init__(self, name: str, eyes: Eyes) -> None:
        self._display = display.Display(name)
        self._eyes = eyes
        self._last, self._taken_at = "", 0.0
        self.latencies: list[float] = []

    def touch(self, target: str, *pages: str) -> Page:
        """Touch a target, scrolled to when it is not in sight; return the page once it is one of `pages`.

        Without `pages` it is returned as soon as anything has changed, which may have been something else.

        Raises:
            LostError: the target never appeared, or it did not lead there.
        """
        self._find(target)
        self._rest(target)
        before = self._eyes.look()
        lifted = self._tap(target, CONTACT)
        self._eyes.wait_for_change(before.number)
        page = self._eyes.look()
        if pages:
            page = self._eyes.wait_until(
                lambda page: page.is_one_of(pages) and page.page_at != before.page_at,
                f"one of {pages} by touching {target!r}",
            )
        if page.page_at != before.page_at:
            self.latencies.append(page.page_at - lifted)
        self._taken(target)
        return page

    def touch_key(self, target: str) -> None:
        """Touch a key: unlike `touch` it waits for nothing but that the touchscreen has taken note."""
        self._find(target)
        self._rest(target)
        self._tap(target)
        self._taken(target)

    def draw(self, points: list[tuple[float, float]]) -> None:
        """Draw a line through these points, at the pace at which the touchscreen looks: a finger is no faster."""
        self._event(X.ButtonPress, 1, *points[0])
        for point in points[1:]:
            self._event(X.MotionNotify, 0, *point)
            self._eyes.look()
        self._event(X.ButtonRelease, 1, *points[-1])

    def write(self, text: str, candidate: int | None = None) -> None:
        """Press the page's keys; then take a candidate of the Pinyin line, by its number."""
        for character in text:
            self.touch_key(f"key:{character}")
        if candidate is not None:
            self.touch(f"candidate:{candidate}")

    def sign(self) -> Page:
        """Sign on the page's pad with two strokes; return the page as soon as it has both."""
        x, y, width, height = self._find("pad")
        before = self._eyes.look().number
        for stroke in (0, 1):
            points = [
                (
                    x + width * (0.15 + 0.4 * stroke + 0.3 * at / MOVES),
                    y + height * (0.5 + 0.3 * math.sin(at / 3)),
                )
                for at in range(MOVES + 1)
            ]
            self.draw(points)
        return self._eyes.wait_until(lambda page: page.number >= before + 2, "two strokes")

    def close(self) -> None:
        """Let the screen go."""
        self._display.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _tap(self, target: str, contact: float = 0.0) -> float:
        """Touch a target for so many seconds; return when the finger left it, in monotonic seconds."""
        left, top, width, height = self._find(target)
        x, y = left + width / 2, top + height / 2
        self._event(X.ButtonPress, 1, x, y)
        if contact:
            select.select([], [], [], contact)  # the button shows meanwhile that it is pressed
        lifted = time.monotonic()
        self._event(X.ButtonRelease, 1, x, y)
        return lifted

    def _rest(self, target: str) -> None:
        """Wait until a touch of that target cannot be taken for the last one, trembling."""
        if target.startswith("key:") and self._last.startswith("key:"):
            pause = BOUNCE if target == self._last else 0.0
        else:
            pause = DOUBLE_TAP
        while (left := self._taken_at + pause + LOOK_SECONDS - time.monotonic()) > 0:
            select.select([], [], [], left)

    def _taken(self, target: str) -> None:
        """Wait until the touchscreen has taken note: it hears of a touch one turn after it, and acts one turn later."""
        for _ in range(3):
            self._eyes.look()
        self._last, self._taken_at = target, time.monotonic()

    def _find(self, target: str) -> Box:
        """Return where it is, scrolling down as far as needed."""
        page = self._eyes.wait_until(
            lambda page: target in page.targets or "scroll_down" in page.targets, f"the target {target!r}"
        )
        for _ in range(SCROLLS):
            if target in page.targets:
                return page.targets[target]
            self.touch_key("scroll_down")  # a screen of words only looks the same as the one before
            page = self._eyes.look()
        raise LostError(f"{target!r} is nowhere on this page")

    def _event(self, kind: int, detail: int, x: float, y: float) -> None:
        xtest.fake_input(self._display, X.MotionNotify, x=round(x), y=round(y))
        if kind != X.MotionNotify:
            xtest.fake_input(self._display, kind, detail)
        self._display.sync()
