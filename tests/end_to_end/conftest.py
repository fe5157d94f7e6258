"""A screen for all tests of a module, and a fresh terminal with a platform for each."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.demo.virtual_screen import virtual_screen
from tests.end_to_end.terminal import PANEL, Terminal
from tests.offline_queue.platform import Platform, serving


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_screen(int(PANEL["width"]), int(PANEL["height"])) as display:
        yield display


@pytest.fixture
def platform() -> Iterator[Platform]:
    with serving(Platform()) as platform:
        yield platform


@pytest.fixture
def blank(tmp_path: Path, display: str) -> Iterator[Terminal]:
    """A machine without an identity."""
    with tempfile.TemporaryDirectory(prefix="kiosk-") as sockets, ExitStack() as stack:
        yield Terminal(tmp_path / "home", display, Path(sockets), stack)


@pytest.fixture
def terminal(blank: Terminal, platform: Platform) -> Terminal:
    """A laboratory terminal without devices."""
    blank.enrol(platform.url)
    return blank
