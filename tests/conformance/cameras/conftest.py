"""Cameras of each kind: a file, a stream, a node of V4L2, and one in a process of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from devices.camera import Camera
from devices.camera.opencv import OpencvCamera
from devices.ports import cameras
from devices.simulators.process import Simulated
from tests.conformance.cameras.bench import Bench, FileBench, HttpBench, apart


@pytest.fixture(scope="module")
def simulated(start: Callable[..., Simulated]) -> Simulated:
    return start("camera", "--rate", "20")


@pytest.fixture
def http(simulated: Simulated) -> HttpBench:
    return HttpBench(simulated)


@pytest.fixture(params=["file", "http"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    if request.param == "file":
        return FileBench(tmp_path / "scene.jpg")
    return HttpBench(request.getfixturevalue("simulated"))


@pytest.fixture
def camera(bench: Bench) -> Iterator[Camera]:
    with OpencvCamera(bench.source) as device:
        yield device


@pytest.fixture(params=["file", "http", "v4l2", "apart"])
def any_camera(request: pytest.FixtureRequest, tmp_path: Path) -> Camera:
    """A camera of each kind, closed; a real one where this machine has one."""
    if request.param == "apart":
        return apart(HttpBench(request.getfixturevalue("simulated")).source)
    if request.param != "v4l2":
        return OpencvCamera(
            FileBench(tmp_path / "scene.jpg").source
            if request.param == "file"
            else HttpBench(request.getfixturevalue("simulated")).source
        )
    if not cameras():
        pytest.skip("this machine has no V4L2 camera")
    return OpencvCamera(cameras()[0])
