"""What every camera behind a line owes: a frame or an error with its action, in time, never a hang."""

from queue import SimpleQueue

import pytest

from devices.camera import Camera
from devices.camera.opencv import OpencvCamera
from devices.damping import Condition
from devices.errors import ConfigurationError, DeviceError, StaffError
from devices.thread import DeviceThread
from tests.conformance.cameras.bench import (
    ASKS,
    PATIENT,
    UNDER_WAY,
    Ask,
    Clock,
    HttpBench,
    ask_on,
    in_time,
    light,
    shows,
)

HURRY = 10  # times as fast runs the driver's clock where nothing is to come any more
SURVIVED = ["garbage", "slow"]
NO_FRAMES = ["stall", "half", "empty", "trickle"]


def failure(source: str, ask: Ask = Camera.frame) -> DeviceError:
    """Open a camera, ask it, close it; it must fail, and in time."""
    with in_time(), pytest.raises(DeviceError) as raised, OpencvCamera(source, now=Clock(HURRY)) as device:
        ask(device)
    return raised.value


@pytest.mark.commands("frame")
def test_frames_do_not_queue_up(http: HttpBench) -> None:
    with OpencvCamera(http.source) as camera, OpencvCamera(http.source) as other:
        camera.frame()
        for _ in range(2 * UNDER_WAY):  # while nobody asks the camera for a frame
            other.frame()
        http.show("street-problem")
        assert shows(camera, lambda seen: light(seen) > 100)


@pytest.mark.commands("ask")
@pytest.mark.parametrize("kind", SURVIVED)
@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_what_comes_between_the_frames_is_survived(http: HttpBench, kind: str, ask: Ask) -> None:
    http.show("paper", kind)
    with in_time(), OpencvCamera(http.source) as camera:
        for _ in range(2):
            ask(camera)


@pytest.mark.commands("frame", "still")
@pytest.mark.parametrize("kind", ["half", "empty", "garbage", "trickle"])
def test_a_few_bad_frames_are_survived(http: HttpBench, kind: str) -> None:
    with in_time(), OpencvCamera(http.source) as camera:
        camera.frame()
        http.simulated.tell("fault", kind=kind, times=3, seconds=0.002)
        for _ in range(5):
            assert light(camera.frame()) > 20
        assert camera.still().warnings == ()


@pytest.mark.commands("open")
@pytest.mark.parametrize("kind", NO_FRAMES)
def test_a_camera_that_sends_no_pictures_is_silent(http: HttpBench, kind: str) -> None:
    http.show("paper", kind)
    error = failure(http.source)
    assert isinstance(error, StaffError)
    assert error.code == "CAMERA_SILENT"


@pytest.mark.commands("open", "ask")
@pytest.mark.parametrize("kind", NO_FRAMES)
@pytest.mark.parametrize("ask", ASKS)
def test_a_camera_that_falls_silent_says_so(http: HttpBench, kind: str, ask: Ask) -> None:
    clock = Clock()
    with OpencvCamera(http.source, now=clock) as camera:
        camera.frame()
        http.simulated.tell("fault", kind=kind)
        clock.run(HURRY)
        with in_time(4), pytest.raises(StaffError, match="CAMERA_SILENT"):
            ask_on(camera, ask)


@pytest.mark.commands("open", "ask")
@pytest.mark.parametrize("ask", [Camera.frame, Camera.still])
def test_a_camera_that_hangs_at_one_picture_is_found_out(http: HttpBench, ask: Ask) -> None:
    clock = Clock()
    with OpencvCamera(http.source, now=clock) as camera:
        began = clock()
        http.simulated.tell("fault", kind="freeze")
        clock.run(3)  # the frames go on: they must come in time
        with in_time(), pytest.raises(StaffError, match="CAMERA_FROZEN"):
            ask_on(camera, ask)
        assert clock() - began > 4
        camera.close()
        for _ in range(3):
            with in_time(), pytest.raises(StaffError, match="CAMERA_FROZEN"):
                camera.open()
        http.show("empty-desk")  # simulated frames repeat: the one at which it hung may come again
        http.simulated.tell("clear")
        camera.open()
        ask(camera)


@pytest.mark.commands("open", "ask")
@pytest.mark.parametrize("ask", ASKS)
def test_a_connection_cut_in_the_middle_of_a_frame(http: HttpBench, ask: Ask) -> None:
    with OpencvCamera(http.source) as camera:
        http.simulated.tell("fault", kind="cut", times=1)
        with in_time(), pytest.raises(StaffError, match="DEVICE_GONE"):
            ask_on(camera, ask)
        camera.close()
        camera.open()
        ask(camera)


@pytest.mark.commands("open")
@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_camera_that_wants_something_else_is_for_the_settings(http: HttpBench, status: int) -> None:
    http.simulated.tell("fault", kind="refuse", value=status)
    error = failure(http.source)
    assert isinstance(error, ConfigurationError)
    assert str(status) in error.message


@pytest.mark.commands("open")
@pytest.mark.parametrize("status", [500, 503])
def test_a_camera_that_is_broken_is_for_staff(http: HttpBench, status: int) -> None:
    http.simulated.tell("fault", kind="refuse", value=status)
    error = failure(http.source)
    assert isinstance(error, StaffError)
    assert error.code == "CAMERA_REFUSES"


@pytest.mark.commands("open")
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
def test_a_source_that_is_none_ends_in_an_error(source: str, ask: Ask) -> None:
    assert failure(source, ask).code in {"CAMERA_SOURCE", "CAMERA_BUSY", "DEVICE_GONE"}


@pytest.mark.commands("open", "close", "frame")
def test_the_light_goes_out_when_it_is_closed(http: HttpBench) -> None:
    with OpencvCamera(http.source) as camera:
        camera.frame()
        assert http.simulated.tell("look")["watching"] == 1
    with in_time(3):
        http.until(lambda state: not state["watching"])


@pytest.mark.commands("open", "frame")
def test_its_thread_finds_it_again(http: HttpBench) -> None:
    shown: SimpleQueue[Condition] = SimpleQueue()

    def look(camera: OpencvCamera) -> None:
        camera.frame()

    with DeviceThread(OpencvCamera(http.source), look, shown.put, pause=1 / 15):
        assert shown.get(timeout=PATIENT).working
        http.unplug()
        assert shown.get(timeout=PATIENT) == Condition(working=False, code="DEVICE_GONE")
        http.simulated.tell("plug")
        while not shown.get(timeout=PATIENT).working:
            continue  # on a slow machine one trouble may follow another
