"""F20: the touch panel's node disappears. It is told within the damping, shown with a number to call, and gone when it is back.

The node is a real one, made and taken away; that SDL or the X server opens a panel again by itself (`devices.touch_panel`) cannot
be tried on a machine without one.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from devices.touch_panel import TouchPanel
from kiosk.conditions import kept
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.journeys import deadline, start
from kiosk.runtime.device_board import DeviceBoard
from kiosk.runtime.panel_watch import PanelWatch
from tests.kiosk.conftest import Heard
from tests.kiosk.journeys.terminal import CATALOGUE, SETTINGS, TODAY, Terminal


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def node(tmp_path: Path) -> Path:
    """Where the panel's node comes and goes."""
    path = tmp_path / "usb-panel-event-if00"
    plug(path)
    return path


def plug(path: Path) -> None:
    """Make the node: of a character device where we may, else a pipe, which opens alike."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 3))
    except PermissionError:
        os.mkfifo(path)


@pytest.fixture
def watched(node: Path, heard: Heard, tmp_path: Path) -> Iterator[Path]:
    """A panel that is watched, found by a pattern, on its way to the journey and to the operator."""
    watch = PanelWatch(TouchPanel(f"{node.parent}/usb-*-if00"), DeviceBoard(tmp_path, heard.post).post)
    watch.thread.start()
    assert heard.wait_for(DeviceChanged) == DeviceChanged(DeviceClass.TOUCH_PANEL, working=True, code="OK")
    yield node
    watch.thread.stop()


def test_it_is_told_shown_with_a_number_and_gone_when_the_panel_is_back(
    watched: Path, heard: Heard, tmp_path: Path
) -> None:
    terminal = at_a_guide()
    before = terminal.view
    watched.unlink()
    gone = heard.wait_for(DeviceChanged)
    assert gone == DeviceChanged(DeviceClass.TOUCH_PANEL, working=False, code="DEVICE_GONE")
    terminal.post(gone)
    said = "\n".join((terminal.view.title, *getattr(terminal.view, "lines", ())))
    for words in ("触摸屏没有反应", "does not answer", "12345"):
        assert words in said
    assert kept(tmp_path) == {"touch_panel": "DEVICE_GONE"}
    plug(watched)
    terminal.post(heard.wait_for(DeviceChanged))
    assert terminal.view == before
    assert kept(tmp_path) == {}


def at_a_guide() -> Terminal:
    terminal = Terminal(start(SETTINGS, CATALOGUE, TODAY, "GZ044"))
    return terminal.open("MZ-004")


def told(terminal: Terminal, code: str) -> Terminal:
    return terminal.post(DeviceChanged(DeviceClass.TOUCH_PANEL, working=code == "OK", code=code))


def test_the_session_beneath_ends_by_itself() -> None:
    terminal = told(at_a_guide(), "DEVICE_GONE")
    assert terminal.page == "untouchable"
    while deadline(terminal.state) is not None:
        terminal.wait()
    assert told(terminal, "OK").page == "attract"


def test_who_has_keys_to_feel_goes_on() -> None:
    terminal = told(at_a_guide(), "DEVICE_GONE")
    assert terminal.post(DeviceChanged(DeviceClass.KEYPAD, working=True, code="OK")).page != "untouchable"


@pytest.mark.parametrize("code", ["NO_SUCH_PORT", "NOT_CONFIGURED"])
def test_a_panel_that_was_never_there_closes_no_terminal(code: str) -> None:
    """It may be the settings of a release that are wrong: then the operator is told, and the pages stay."""
    assert told(at_a_guide(), code).page != "untouchable"


def test_one_that_flaps_is_not_trusted() -> None:
    assert told(at_a_guide(), "UNSTEADY").page == "untouchable"
