"""A camera in a process of its own: it ends with the camera, and whatever becomes of it ends in an error in time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from devices.camera.apart import CameraApart
from devices.errors import ConfigurationError, StaffError
from tests.devices.camera.pictures import PAPER

OPENCV = "devices.camera.opencv:OpencvCamera"


@pytest.fixture
def source(tmp_path: Path) -> str:
    PAPER.save(tmp_path / "picture", "JPEG")
    return str(tmp_path / "picture")


def children() -> list[int]:
    """The processes that we have started and that have not ended."""
    return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]


def test_opencv_is_never_in_the_process_that_uses_the_camera(source: str) -> None:
    program = (
        "import sys\n"
        "from devices.camera.apart import CameraApart\n"
        f"with CameraApart({OPENCV!r}, {source!r}) as camera:\n"
        "    camera.frame(), camera.still()\n"
        "sys.exit('cv2' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_process_is_gone_when_the_camera_is_closed(source: str) -> None:
    before = children()
    camera = CameraApart(OPENCV, source)
    camera.open()
    (child,) = set(children()) - set(before)
    camera.frame()
    camera.close()
    assert child not in children()


def test_a_process_that_was_killed_is_a_camera_that_is_gone_and_returns(source: str) -> None:
    before = children()
    with CameraApart(OPENCV, source) as camera:
        (child,) = set(children()) - set(before)
        os.kill(child, signal.SIGKILL)
        with pytest.raises(StaffError, match="DEVICE_GONE"):
            camera.frame()
        camera.close()
        camera.open()
        assert camera.frame().width
    assert children() == before


def test_a_process_that_hangs_is_not_waited_for(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = children()
    with CameraApart(OPENCV, source) as camera:
        (child,) = set(children()) - set(before)
        os.kill(child, signal.SIGSTOP)
        monkeypatch.setattr("devices.camera.apart.ANSWERING", 0.2)
        monkeypatch.setattr("devices.camera.apart._GOODBYE", 0.1)
        with pytest.raises(StaffError, match="CAMERA_SILENT"):
            camera.frame()
        assert child not in children()


def test_a_camera_that_fails_is_tried_again_in_the_same_process(tmp_path: Path) -> None:
    before = children()
    camera = CameraApart(OPENCV, str(tmp_path / "missing"))
    tried = set()
    for _ in range(3):
        with pytest.raises(ConfigurationError, match="CAMERA_SOURCE"):
            camera.open()
        camera.close()
        tried |= set(children()) - set(before)
    assert len(tried) == 1
    camera.end()
    assert children() == before


def test_a_driver_that_is_not_there(source: str) -> None:
    before = children()
    with (
        pytest.raises(ConfigurationError, match="DRIVER_MISSING"),
        CameraApart("devices.camera.nowhere:Camera", source),
    ):
        pytest.fail("there is no such driver")
    assert children() == before


def test_a_drivers_mistake_tells_its_place_and_not_its_text(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vendor.py").write_text(
        "from devices.camera.opencv import OpencvCamera\n"
        "class Broken(OpencvCamera):\n"
        "    def _frame(self):\n"
        "        raise ValueError('SECRET'.lower())\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with CameraApart("vendor:Broken", source) as camera, pytest.raises(StaffError, match="DRIVER_FAULT"):
        camera.frame()
    told = capfd.readouterr().err
    assert "ValueError in the driver" in told
    assert "secret" not in told
