"""What the probe answers, from what the window shows."""

import base64
import io
import os
import time
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from kiosk.probe.server import Answer
from kiosk.stopwatch import Stopwatch
from screens.display import Display
from screens.views import AnyView


class Screen(Protocol):
    """What can be seen: the touchscreen's shell."""

    window: Any
    stopwatch: Stopwatch
    display: Display
    view: AnyView | None
    first_page: float | None

    @property
    def focus(self) -> tuple[str, ...]:
        """The ids of what the keys are on."""


class Answers:
    """Callable with what was asked."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def __call__(self, asked: str) -> Answer:
        """Return the answer; see `kiosk.probe`.

        Raises:
            ValueError: nothing of that name can be asked.
        """
        match asked:
            case "page":
                return self._page()
            case "glance":
                return {"number": self._screen.stopwatch.number, "drawn": self._screen.stopwatch.drawn}
            case "picture":
                return {"png": base64.b64encode(picture(self._screen.window)).decode("ascii")}
            case "timings":
                return {
                    "first_page": self._screen.first_page,
                    "cpu": time.process_time(),
                    "rss": _resident_bytes(),
                }
            case _:
                raise ValueError(asked)

    def _page(self) -> Answer:
        screen = self._screen
        return {
            "page": screen.display.page,
            "view": as_json(screen.view),
            "targets": screen.display.targets(),
            "focus": list(screen.focus),
            "size": list(screen.window.size),
            "number": screen.stopwatch.number,
            "drawn": screen.stopwatch.drawn,
            "shown_at": screen.stopwatch.shown_at,
            "page_at": screen.stopwatch.page_at,
        }


def as_json(value: Any) -> Any:
    """Return a view's value as JSON has it: enums by their values, the class by `type`, pictures by their size."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
        return {"type": type(value).__name__, **parts}
    if isinstance(value, tuple | list):
        return [as_json(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return len(value) if isinstance(value, bytes) else value


def picture(window: Any) -> bytes:
    """Return what the window shows as PNG."""
    from kivy.graphics import opengl  # noqa: PLC0415  # needs the window
    from PIL import Image  # noqa: PLC0415  # only pictures need it

    width, height = window.size
    window.dispatch("on_draw")
    pixels = opengl.glReadPixels(0, 0, width, height, opengl.GL_RGBA, opengl.GL_UNSIGNED_BYTE)
    image = Image.frombytes("RGBA", (width, height), pixels).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG", compress_level=1)  # the window stands still meanwhile
    return out.getvalue()


def _resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
