"""Eyes of a scripted resident: what is on the touchscreen, through its probe (`kiosk.probe`)."""

import base64
import json
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

PATIENCE = 20.0
LOOK_SECONDS = 0.01

T = TypeVar("T")
Box = tuple[float, float, float, float]


class LostError(AssertionError):
    """The touchscreen did not do what the scripted resident waited for."""


@dataclass(frozen=True)
class Page:
    """What was on the screen: `view` as `kiosk.probe` describes it, boxes in pixels, `page_at` in monotonic seconds; `focus` is what the keys are on."""

    page: str
    view: dict[str, Any]
    targets: dict[str, Box]
    number: int
    drawn: bool
    page_at: float
    size: tuple[int, int]
    focus: tuple[str, ...] = ()

    def is_one_of(self, names: tuple[str, ...]) -> bool:
        """Whether it has one of these names; "question" is that of every page called "question.…", too."""
        return any(self.page == name or self.page.startswith(f"{name}.") for name in names)


class Eyes:
    """What the probe at `path` shows; connects when it is first there."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._line = until(lambda: _connected(path, patience), patience, lambda: f"nobody listens at {path}")
        self._answers = self._line.makefile("rb")

    def look(self) -> Page:
        """Return what is on the screen at this moment."""
        seen = self._ask("page")
        boxes = {name: (box[0], box[1], box[2], box[3]) for name, box in seen["targets"].items()}
        width, height = seen["size"]
        number, drawn, page_at = seen["number"], seen["drawn"], seen["page_at"]
        focus = tuple(seen["focus"])
        return Page(seen["page"], seen["view"] or {}, boxes, number, drawn, page_at, (width, height), focus)

    def wait_for(self, *pages: str) -> Page:
        """Return the page as soon as one of these is on the screen."""
        return self.wait_until(lambda page: page.is_one_of(pages), f"one of {pages}")

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

    def wait_for_change(self, number: int) -> None:
        """Wait until another view than that of this number is drawn; to look on costs the touchscreen next to nothing."""

        def changed() -> bool | None:
            seen = self._ask("glance")
            return (seen["drawn"] and seen["number"] != number) or None

        until(
            changed, self.patience, lambda: f"a change was awaited, this is on the screen: {self._describe()}"
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


def _connected(path: Path, patience: float) -> socket.socket | None:
    line = socket.socket(socket.AF_UNIX)
    try:
        line.connect(str(path))
    except OSError:
        line.close()
        return None
    line.settimeout(patience)
    return line


def until(look: Callable[[], T | None], patience: float, complaint: Callable[[], str]) -> T:
    """Return what `look` finds as soon as it finds something."""
    limit = time.monotonic() + patience
    while (found := look()) is None:
        if time.monotonic() > limit:
            raise LostError(complaint())
        select.select([], [], [], LOOK_SECONDS)
    return found
