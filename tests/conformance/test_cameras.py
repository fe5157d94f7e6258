"""What every camera owes, over every driver and source: a frame or an error with its action, in time, never a hang."""

import itertools
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from devices.camera import Camera, Frame, Picture
from devices.camera.apart import CameraApart
from devices.camera.opencv import OpencvCamera
from devices.damping import Condition
from devices.errors import ConfigurationError, DeviceError, ResidentError, StaffError
from devices.ports import cameras
from devices.simulators.camera_faults import fault_of
from devices.simulators.camera_frames import frame
from devices.simulators.camera_scenes import SCENES
from devices.simulators.control import Message
from devices.simulators.process import Simulated
from devices.thread import DeviceThread

WHOLE_LIMIT = 10.0
HURRY = 3  # the driver's clock runs faster than ours, where a test is not about time
PATIENT = 10.0
SPOILT = {"dark": "dark", "blur": "blurred", "glare": "glare"}
SURVIVED = ["garbage", "slow"]
NO_FRAMES = ["stall", "half", "empty", "trickle"]


class Bench(ABC):
    """A camera whose scene and lens are in our hands."""

    source: str

    @abstractmethod
    def show(self, scene: str, kind: str = "", value: int | None = None) -> None:
        """Have it look at a scene from the next frame on, through a spoilt lens if one is named."""

    @abstractmethod
    def unplug(self) -> None:
        """Take it away."""


class FileBench(Bench):
    def __init__(self, path: Path) -> None:
        self._path, self.source, self._turns = path, str(path), itertools.count()
        self.show("paper")

    def show(self, scene: str, kind: str = "", value: int | None = None) -> None:
        asked = {"kind": kind, **({} if value is None else {"value": value})}
        part = self._path.with_suffix(".part")
        part.write_bytes(frame(scene, fault_of(asked) if kind else None, next(self._turns)))
        part.replace(self._path)

    def unplug(self) -> None:
        self._path.unlink()


class HttpBench(Bench):
    def __init__(self, simulated: Simulated) -> None:
        self.simulated, self.source = simulated, str(simulated.where["url"])
        simulated.tell("reset")
        self.until(lambda state: not state["watching"])  # whoever watched before is gone

    def until(self, condition: Callable[[Message], bool]) -> None:
        deadline = time.monotonic() + PATIENT
        while not condition(self.simulated.tell("look")):
            assert time.monotonic() < deadline

    def show(self, scene: str, kind: str = "", value: int | None = None) -> None:
        self.simulated.tell("scene", name=scene)
        if kind:
            self.simulated.tell("fault", kind=kind, **({} if value is None else {"value": value}))

    def unplug(self) -> None:
        self.simulated.tell("unplug")


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
    with apart(bench.source) as device:
        yield device


def apart(source: str) -> Camera:
    """The camera as a terminal has it, in a process of its own."""
    return CameraApart("devices.camera.opencv:OpencvCamera", source)


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


def hurried() -> float:
    return time.monotonic() * HURRY


@contextmanager
def in_time(limit: float = WHOLE_LIMIT) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < limit


def light(frame: Frame) -> float:
    """The mean of all channels but alpha."""
    return (sum(frame.pixels) - 255 * frame.width * frame.height) / (3 * frame.width * frame.height)


def shows(camera: Camera, condition: Callable[[Frame], bool], frames: int) -> bool:
    """Whether one of the next frames fulfils the condition."""
    return any(condition(camera.frame()) for _ in range(frames))


def ask_on(camera: Camera, ask: Callable[[Camera], Frame | Picture]) -> None:
    """Ask again and again until it fails, which it must in time."""
    deadline = time.monotonic() + PATIENT
    while time.monotonic() < deadline:
        ask(camera)


def failure(source: str, ask: Callable[[Camera], Frame | Picture] = Camera.frame) -> DeviceError:
    """Open a camera, ask it, close it; it must fail, and in time."""
    with in_time(), pytest.raises(DeviceError) as raised, OpencvCamera(source, now=hurried) as device:
        ask(device)
    return raised.value


def test_a_frame_fits_the_screen_and_is_opaque(any_camera: Camera) -> None:
    with any_camera, in_time():
        frame = any_camera.frame()
    assert 0 < frame.width <= 640
    assert 0 < frame.height <= 480
    assert len(frame.pixels) == 4 * frame.width * frame.height
    assert set(frame.pixels[3::4]) == {255}


def test_frames_keep_coming(any_camera: Camera) -> None:
    with any_camera, in_time():
        assert len({(frame.width, frame.height) for frame in (any_camera.frame() for _ in range(15))}) == 1


def test_a_still_is_a_small_jpeg_without_metadata(any_camera: Camera) -> None:
    with any_camera, in_time():
        picture = any_camera.still()
    assert picture.jpeg.startswith(b"\xff\xd8\xff\xe0")
    assert picture.jpeg.endswith(b"\xff\xd9")
    assert b"Exif" not in picture.jpeg
    assert len(picture.jpeg) <= 300_000
    assert picture.width >= 600
    assert set(picture.warnings) <= {"blurred", "dark", "glare"}


def test_opening_and_closing_twice_does_nothing(any_camera: Camera) -> None:
    with in_time():
        any_camera.open()
        any_camera.open()
        any_camera.frame()
        any_camera.close()
        any_camera.close()
        for ask in (Camera.frame, Camera.still):
            with pytest.raises(StaffError, match="DEVICE_GONE"):
                ask(any_camera)


def test_it_can_be_opened_again_and_again(any_camera: Camera) -> None:
    for _ in range(3):
        with any_camera, in_time():
            assert any_camera.frame().width


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_seen_without_a_warning(bench: Bench, camera: Camera, scene: str) -> None:
    bench.show(scene)
    camera.frame()  # may have been under way
    with in_time():
        picture = camera.still()
    assert picture.warnings == ()
    assert (picture.width, picture.height) == (1920, 1080) or scene == "paper"


def test_a_sheet_is_shown_alone_and_upright(camera: Camera) -> None:
    with in_time():
        picture = camera.still()
    assert picture.width == pytest.approx(680, abs=40)
    assert picture.height == pytest.approx(941, abs=10)


@pytest.mark.parametrize(("kind", "warning"), SPOILT.items())
def test_a_spoilt_picture_is_taken_with_its_warning(
    bench: Bench, camera: Camera, kind: str, warning: str
) -> None:
    bench.show("paper", kind)
    camera.frame()
    with in_time():
        assert camera.still().warnings == (warning,)


@pytest.mark.parametrize("scene", SCENES)
def test_a_covered_lens_is_for_the_resident_to_mend(bench: Bench, camera: Camera, scene: str) -> None:
    bench.show(scene, "black")
    camera.frame()
    with in_time():
        assert light(camera.frame()) < 20
        with pytest.raises(ResidentError, match="CAMERA_BLACK"):
            camera.still()
    bench.show(scene, "dark", 100)
    assert shows(camera, lambda seen: light(seen) > 20, frames=3)
    camera.still()


def test_a_change_is_seen_with_the_next_frames(bench: Bench, camera: Camera) -> None:
    bench.show("street-problem")
    assert shows(camera, lambda seen: light(seen) > 100, frames=3)
    bench.show("empty-desk")
    assert shows(camera, lambda seen: light(seen) < 60, frames=3)


@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_a_camera_that_is_unplugged_says_so_and_comes_back(
    bench: Bench, camera: Camera, ask: Callable[[Camera], Frame | Picture]
) -> None:
    bench.unplug()
    with in_time(), pytest.raises(StaffError, match="DEVICE_GONE"):
        ask_on(camera, ask)
    with in_time(), pytest.raises(StaffError, match="DEVICE_GONE"):
        ask(camera)
    camera.close()
    with in_time(), pytest.raises(DeviceError):
        camera.open()
    if isinstance(bench, HttpBench):
        bench.simulated.tell("plug")
    else:
        bench.show("paper")
    camera.open()
    assert ask(camera).width


def test_frames_do_not_queue_up(http: HttpBench) -> None:
    with OpencvCamera(http.source) as camera:
        camera.frame()
        sent = http.simulated.tell("look")["sent"]
        http.until(lambda state: state["sent"] >= sent + 30)
        http.show("street-problem")
        assert shows(camera, lambda seen: light(seen) > 100, frames=3)


@pytest.mark.parametrize("kind", SURVIVED)
@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_what_comes_between_the_frames_is_survived(
    http: HttpBench, kind: str, ask: Callable[[Camera], Frame | Picture]
) -> None:
    http.show("paper", kind)
    with in_time(), OpencvCamera(http.source) as camera:
        for _ in range(2):
            assert ask(camera).width


@pytest.mark.parametrize("kind", ["half", "empty", "garbage", "trickle"])
def test_a_few_bad_frames_are_survived(http: HttpBench, kind: str) -> None:
    with in_time(), OpencvCamera(http.source) as camera:
        camera.frame()
        http.simulated.tell("fault", kind=kind, times=3, seconds=0.002)
        for _ in range(5):
            assert light(camera.frame()) > 20
        assert camera.still().warnings == ()


@pytest.mark.parametrize("kind", NO_FRAMES)
def test_a_camera_that_sends_no_pictures_is_silent(http: HttpBench, kind: str) -> None:
    http.show("paper", kind)
    error = failure(http.source)
    assert isinstance(error, StaffError)
    assert error.code == "CAMERA_SILENT"


@pytest.mark.parametrize("kind", NO_FRAMES)
@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_a_camera_that_falls_silent_says_so(
    http: HttpBench, kind: str, ask: Callable[[Camera], Frame | Picture]
) -> None:
    with OpencvCamera(http.source, now=hurried) as camera:
        camera.frame()
        http.simulated.tell("fault", kind=kind)
        with in_time(4), pytest.raises(StaffError, match="CAMERA_SILENT"):
            ask_on(camera, ask)


@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_a_camera_that_hangs_at_one_picture_is_found_out(
    http: HttpBench, ask: Callable[[Camera], Frame | Picture]
) -> None:
    with OpencvCamera(http.source, now=hurried) as camera:
        began = hurried()
        http.simulated.tell("fault", kind="freeze")
        with in_time(), pytest.raises(StaffError, match="CAMERA_FROZEN"):
            ask_on(camera, ask)
        assert hurried() - began > 4
        camera.close()
        for _ in range(3):
            with in_time(), pytest.raises(StaffError, match="CAMERA_FROZEN"):
                camera.open()
        http.simulated.tell("clear")
        camera.open()
        assert ask(camera).width


@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_a_connection_cut_in_the_middle_of_a_frame(
    http: HttpBench, ask: Callable[[Camera], Frame | Picture]
) -> None:
    with OpencvCamera(http.source) as camera:
        http.simulated.tell("fault", kind="cut", times=1)
        with in_time(), pytest.raises(StaffError, match="DEVICE_GONE"):
            ask_on(camera, ask)
        camera.close()
        camera.open()
        assert ask(camera).width


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_camera_that_wants_something_else_is_for_the_settings(http: HttpBench, status: int) -> None:
    http.simulated.tell("fault", kind="refuse", value=status)
    error = failure(http.source)
    assert isinstance(error, ConfigurationError)
    assert str(status) in error.message


@pytest.mark.parametrize("status", [500, 503])
def test_a_camera_that_is_broken_is_for_staff(http: HttpBench, status: int) -> None:
    http.simulated.tell("fault", kind="refuse", value=status)
    error = failure(http.source)
    assert isinstance(error, StaffError)
    assert error.code == "CAMERA_REFUSES"


@pytest.mark.parametrize(
    "source",
    [
        "no-such-file.jpg",
        "/dev/null",
        "/dev",
        "99",
        "/dev/video99",
        "http://127.0.0.1:1/",
        "http:///stream",
        "http://a b/",
        "http://127.0.0.1:99999/",
        "http://[",
        "",
    ],
)
@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_a_source_that_is_none_ends_in_an_error(
    source: str, ask: Callable[[Camera], Frame | Picture]
) -> None:
    assert failure(source, ask).code in {"CAMERA_SOURCE", "CAMERA_BUSY", "DEVICE_GONE"}


def test_the_light_goes_out_when_it_is_closed(http: HttpBench) -> None:
    with OpencvCamera(http.source) as camera:
        camera.frame()
        assert http.simulated.tell("look")["watching"] == 1
    with in_time(3):
        http.until(lambda state: not state["watching"])


def test_its_thread_finds_it_again(http: HttpBench) -> None:
    seen: list[Frame] = []
    shown: list[Condition] = []

    def until(condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENT
        while not condition():
            assert time.monotonic() < deadline

    with DeviceThread(
        OpencvCamera(http.source),
        lambda camera: seen.append(camera.frame()),
        shown.append,
        pause=1 / 15,
    ):
        until(lambda: len(seen) > 3)
        http.unplug()
        until(lambda: shown[-1] == Condition(working=False, code="DEVICE_GONE"))
        http.simulated.tell("plug")
        until(lambda: shown[-1].working)
