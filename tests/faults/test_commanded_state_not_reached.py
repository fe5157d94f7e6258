"""F32: what was commanded is not what is: the state that is told is the one that was measured, and the command has failed."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from devices.camera.apart import CameraApart
from devices.simulators.process import simulated
from tests.faults.conftest import Counter

PATIENCE = 20.0


def test_a_knife_that_was_told_to_cut_and_has_not(counter: Counter) -> None:
    counter.printer.tell("fault", kind="cutter_jam")
    counter.hand_in()
    counter.until(lambda: counter.print_job() == "failed")
    counter.until(lambda: counter.works("CUTTER_JAM"))
    assert counter.outcome.paper is not None
    assert "已打印" not in counter.outcome.paper.text
    counter.printer.tell("mend")
    counter.until(counter.works)


def test_a_printer_that_was_told_to_print_and_said_yes_and_has_not(counter: Counter) -> None:
    counter.printer.tell("fault", kind="ahead")  # it answers before its mechanism has done anything
    counter.printer.tell("fault", kind="offline", after=3)
    counter.hand_in()
    counter.until(lambda: counter.print_job() in {"unknown", "failed"})
    assert counter.papers() == 0
    counter.until(lambda: not counter.works())


@pytest.mark.parametrize("stuck", [False, True])
def test_a_camera_that_was_told_to_close_has_its_light_out(tmp_path: Path, stuck: bool) -> None:
    with simulated("camera", "--control", str(tmp_path / "c"), "--rate", "20") as it:
        camera = CameraApart("devices.camera.opencv:OpencvCamera", str(it.where["url"]))
        camera.open()
        camera.frame()
        assert it.tell("look")["watching"] == 1
        if stuck:
            for child in children():
                os.kill(child, signal.SIGSTOP)
        camera.close()
        until = time.monotonic() + PATIENCE
        while it.tell("look")["watching"]:  # measured at the camera, not believed
            assert time.monotonic() < until


def children() -> list[int]:
    """The processes that a camera of ours runs in."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=True
    )
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "devices.camera.child" in line]
