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

import base64
import json
import math
import os
import select
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from Xlib import X, display
from Xlib.ext import xtest

from screens.touch import BOUNCE, DOUBLE_TAP

PATIENCE = 20.0
LOOK_SECONDS = 0.01
MOVES = 24  # of a finger while it draws a stroke
SCROLLS = 12

T = TypeVar("T")
Box = tuple[float, float, float, float]


class LostError(AssertionError):
    """The touchscreen did not do what the scripted resident waited for."""


@dataclass(frozen=True)
class Page:
    """What was on the screen: `view` as `kiosk.probe` describes it, boxes in pixels, `page_at` in monotonic seconds."""

    page: str
    view: dict[str, Any]
    targets: dict[str, Box]
    number: int
    drawn: bool
    page_at: float
    size: tuple[int, int]


class Eyes:
    """What the probe at `path` shows; connects when it is first there."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._line = until(lambda: _connected(path), patience, lambda: f"nobody listens at {path}")
        self._answers = self._line.makefile("rb")

    def look(self) -> Page:
        """Return what is on the screen at this moment."""
        seen = self._ask("page")
        boxes = {name: (box[0], box[1], box[2], box[3]) for name, box in seen["targets"].items()}
        width, height = seen["size"]
        number, drawn, page_at = seen["number"], seen["drawn"], seen["page_at"]
        return Page(seen["page"], seen["view"] or {}, boxes, number, drawn, page_at, (width, height))

    def wait_for(self, *pages: str) -> Page:
        """Return the page as soon as one of these is on the screen."""
        return self.wait_until(lambda page: _is(page, pages), f"one of {pages}")

    def wait_until(self, right: Callable[[Page], bool], what: str = "another page") -> Page:
        """Return the page as soon as it is drawn and `right`.

        Raises:
            LostError: it was not within `patience`.
        """
        return until(
            lambda: page if (page := self.look()).drawn and right(page) else None,
            self.patience,
            lambda: f"{what} was awaited, this is on the screen: {self._describe()}",
        )

    def photograph(self, path: Path) -> None:
        """Write what is on the screen as PNG."""
        path.write_bytes(self.picture())

    def picture(self) -> bytes:
        """Return what is on the screen as PNG."""
        return base64.b64decode(self._ask("picture")["png"])

    def wait_for_movement(self) -> None:
        """Wait until something moves on a page that stays the same: the camera's live picture has come."""
        before = self.picture()
        until(lambda: self.picture() != before or None, self.patience, lambda: "nothing moves on the screen")

    def timings(self) -> dict[str, float]:
        """Return `first_page` (seconds from the start of the process), `cpu` (seconds used), `rss` (bytes)."""
        return self._ask("timings")

    def close(self) -> None:
        """Look no longer."""
        self._answers.close()
        self._line.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, what: str) -> dict[str, Any]:
        try:
            self._line.sendall(json.dumps({"ask": what}).encode() + b"\n")
            answer: dict[str, Any] = json.loads(self._answers.readline())
        except (OSError, ValueError) as error:
            raise LostError("the touchscreen has ended or hangs: see its log") from error
        return answer

    def _describe(self) -> str:
        page = self.look()
        return f"{page.page} {page.view.get('title')!r} {page.view.get('error')!r}, targets {sorted(page.targets)}"


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
        lifted = self._tap(target)
        if not pages:
            page = self._eyes.wait_until(lambda page: page.number != before.number, f"a change by {target!r}")
        else:
            page = self._eyes.wait_until(
                lambda page: _is(page, pages) and page.page_at != before.page_at,
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

    def _tap(self, target: str) -> float:
        """Touch a target; return when the finger left it, in monotonic seconds."""
        left, top, width, height = self._find(target)
        x, y = left + width / 2, top + height / 2
        self._event(X.ButtonPress, 1, x, y)
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
            before = page
            self.touch_key("scroll_down")
            page = self._eyes.wait_until(
                lambda page, before=before: page.targets != before.targets,  # type: ignore[misc]  # a lambda's default
                f"the target {target!r}",
            )
        raise LostError(f"{target!r} is nowhere on this page")

    def _event(self, kind: int, detail: int, x: float, y: float) -> None:
        xtest.fake_input(self._display, X.MotionNotify, x=round(x), y=round(y))
        if kind != X.MotionNotify:
            xtest.fake_input(self._display, kind, detail)
        self._display.sync()


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[str]:
    """Run an X server without a panel for as long as the context lasts; gives its name, such as `:7`."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            if not select.select([reader], [], [], PATIENCE)[0]:
                raise LostError("Xvfb does not start")
            yield f":{int(os.read(reader, 16))}"
        finally:
            os.close(reader)
            server.terminate()


def _is(page: Page, names: tuple[str, ...]) -> bool:
    return any(page.page == name or page.page.startswith(f"{name}.") for name in names)


def _connected(path: Path) -> socket.socket | None:
    line = socket.socket(socket.AF_UNIX)
    try:
        line.connect(str(path))
    except OSError:
        line.close()
        return None
    line.settimeout(PATIENCE)
    return line


def until(look: Callable[[], T | None], patience: float, complaint: Callable[[], str]) -> T:
    """Return what `look` finds as soon as it finds something."""
    limit = time.monotonic() + patience
    while (found := look()) is None:
        if time.monotonic() > limit:
            raise LostError(complaint())
        select.select([], [], [], LOOK_SECONDS)
    return found
