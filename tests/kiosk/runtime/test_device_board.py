"""What does not work is kept for the agent, which tells the operator."""

from pathlib import Path

import pytest

from kiosk.conditions import FILE, kept
from kiosk.events.world import DeviceChanged, DeviceClass
from kiosk.runtime.device_board import DeviceBoard
from tests.kiosk.conftest import Heard

PANEL = DeviceChanged(DeviceClass.TOUCH_PANEL, working=False, code="DEVICE_GONE")
CAMERA = DeviceChanged(DeviceClass.CAMERA, working=False, code="LENS_BLOCKED")


def test_what_does_not_work_is_kept_until_it_works(tmp_path: Path, heard: Heard) -> None:
    board = DeviceBoard(tmp_path, heard.post)
    for event in (PANEL, CAMERA, DeviceChanged(DeviceClass.CAMERA, working=True)):
        board.post(event)
    assert kept(tmp_path) == {"touch_panel": "DEVICE_GONE"}
    assert heard.events[:2] == [PANEL, CAMERA]


def test_what_is_not_there_does_not_fail(tmp_path: Path, heard: Heard) -> None:
    DeviceBoard(tmp_path, heard.post).post(
        DeviceChanged(DeviceClass.SCANNER, working=False, code="NOT_CONFIGURED")
    )
    assert kept(tmp_path) == {}
    assert not (tmp_path / FILE).exists()


def test_what_an_earlier_run_saw_is_to_be_seen_again(tmp_path: Path, heard: Heard) -> None:
    DeviceBoard(tmp_path, heard.post).post(PANEL)
    DeviceBoard(tmp_path, heard.post)
    assert kept(tmp_path) == {}


@pytest.mark.parametrize("content", ["", "[1]", "{"])
def test_a_file_that_is_none_says_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    assert kept(tmp_path) == {}


def test_a_disk_that_takes_nothing_keeps_no_event_from_the_journey(tmp_path: Path, heard: Heard) -> None:
    DeviceBoard(tmp_path / "none", heard.post).post(PANEL)
    assert heard.events == [PANEL]
