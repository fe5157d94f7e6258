"""The simulated camera itself: what it sends, what it is told, its command line."""

import io
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from PIL import Image as Drawn

from devices.simulators import camera
from devices.simulators.camera_faults import SPOILING, Kind, fault_of, spoil
from devices.simulators.camera_frames import TURNS, frame
from devices.simulators.camera_scenes import SCENES, SIZE
from devices.simulators.control import ControlError, await_announcement
from devices.simulators.process import simulated


def test_no_frame_is_like_the_one_before() -> None:
    assert len({frame("paper", None, turn) for turn in range(TURNS)}) == TURNS
    assert frame("paper", None, 0) == frame("paper", fault_of({"kind": "slow"}), TURNS)


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_fills_the_picture(scene: str) -> None:
    assert Drawn.open(io.BytesIO(frame(scene, None, 1))).size == SIZE


@pytest.mark.parametrize("kind", Kind)
def test_only_faults_of_the_lens_change_the_picture(kind: Kind) -> None:
    scene = SCENES["street-problem"]()
    assert (spoil(scene, fault_of({"kind": kind.value})) is not scene) == (kind in SPOILING)


def test_it_does_what_it_is_told_and_says_what_it_cannot(tmp_path: Path) -> None:
    with simulated("camera", "--control", str(tmp_path / "c"), "--scene", "empty-desk") as it:
        for do in ("unplug", "unplug", "plug", "plug", "clear", "look", "reset"):
            assert it.tell(do) == {"ok": True, "watching": 0, "sent": 0}
        for do, more in (("dance", {}), ("fault", {"kind": "earthquake"}), ("scene", {"name": "the moon"})):
            with pytest.raises(ControlError):
                it.tell(do, **more)
        with urllib.request.urlopen(it.where["url"], timeout=10) as answer:  # noqa: S310  # our own address
            assert answer.headers["Content-Type"].startswith("multipart/x-mixed-replace; boundary=")
            assert answer.read(2) == b"--"
            assert it.tell("look")["watching"] == 1
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(it.where["url"] + "/elsewhere", timeout=10)  # noqa: S310  # as above
        it.tell("stop")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_until_it_is_ended(number: int) -> None:
    command = [sys.executable, "-m", "kiosk", "simulate", "camera", "--fault", "freeze,times=3"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert await_announcement(process)["url"].startswith("http://127.0.0.1:")
        process.send_signal(number)
    assert process.returncode == 0


@pytest.mark.parametrize("fault", ["earthquake", "blur,value", "blur,value=much"])
def test_a_fault_that_is_none_is_wrong_use(fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        camera.main(["--fault", fault])
    assert "--fault" in capsys.readouterr().err


def test_a_fault_passes_after_its_frames() -> None:
    with camera.SimulatedCamera(fault=fault_of({"kind": "black", "times": 2})) as it:
        sizes = [len(it._next()[0]) for _ in range(4)]
    assert max(sizes[:2]) < min(sizes[2:])
