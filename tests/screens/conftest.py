"""A real window without a screen: one for each test process, opened when the first test asks for it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from screens import environment

_CACHE = tempfile.TemporaryDirectory(prefix="screens-")
environment.prepare(Path(_CACHE.name))  # before a test module imports Kivy

from screens.theme import ScreenSize  # noqa: E402  # after prepare
from tests.screens.shown import UPRIGHT, Shown  # noqa: E402  # after prepare

Show = Callable[..., Shown]


@pytest.fixture(scope="session", autouse=True)
def cache() -> Iterator[Path]:
    """The folder of the fonts, gone at the end."""
    yield Path(_CACHE.name)
    _CACHE.cleanup()


@pytest.fixture(scope="session")
def window() -> Any:
    """The window, fullscreen as on a terminal."""
    before = os.environ.get("SDL_VIDEODRIVER")
    os.environ["SDL_VIDEODRIVER"] = "offscreen"
    try:
        opened = environment.open_window(UPRIGHT, fullscreen=False)
    finally:
        os.environ.pop("SDL_VIDEODRIVER")
        if before is not None:
            os.environ["SDL_VIDEODRIVER"] = before
    from kivy.base import runTouchApp  # noqa: PLC0415  # only after prepare

    runTouchApp(embedded=True)
    return opened


@pytest.fixture
def show(window: Any) -> Iterator[Show]:
    """`show(view, size)` puts a display with a view into the window; all are closed at the end."""
    opened: list[Shown] = []

    def _show(view: Any = None, size: ScreenSize = UPRIGHT) -> Shown:
        shown = Shown(window, size)
        opened.append(shown)
        if view is not None:
            shown.show(view)
        return shown

    yield _show
    for shown in opened:
        shown.close()
