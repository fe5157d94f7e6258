"""What every camera shows, over every driver and source: frames and stills, and what is wrong with them."""

import pytest

from devices.camera import Camera, Sighting
from devices.card_reader.mrz import parse
from devices.errors import DeviceError, ResidentError, StaffError
from devices.simulators.camera_scenes import SCENES
from devices.simulators.passport import ERIKSSON
from devices.simulators.process import Simulated
from tests.conformance.cameras.bench import (
    ASKS,
    Ask,
    Bench,
    HttpBench,
    apart,
    ask_on,
    in_time,
    light,
    looking,
    shows,
)

SPOILT = {"dark": "dark", "blur": "blurred", "glare": "glare"}


@pytest.mark.commands("frame")
def test_a_frame_fits_the_screen_and_is_opaque(any_camera: Camera) -> None:
    with any_camera, in_time():
        frame = any_camera.frame()
    assert 0 < frame.width <= 640
    assert 0 < frame.height <= 480
    assert len(frame.pixels) == 4 * frame.width * frame.height
    assert set(frame.pixels[3::4]) == {255}


@pytest.mark.commands("frame")
def test_frames_keep_coming(any_camera: Camera) -> None:
    with any_camera, in_time():
        assert len({(frame.width, frame.height) for frame in (any_camera.frame() for _ in range(15))}) == 1


@pytest.mark.commands("still")
def test_a_still_is_a_small_jpeg_without_metadata(any_camera: Camera) -> None:
    with any_camera, in_time():
        picture = any_camera.still()
    assert picture.jpeg.startswith(b"\xff\xd8\xff\xe0")
    assert picture.jpeg.endswith(b"\xff\xd9")
    assert b"Exif" not in picture.jpeg
    assert len(picture.jpeg) <= 300_000
    assert picture.width >= 600
    assert set(picture.warnings) <= {"blurred", "dark", "glare"}


@pytest.mark.commands("open", "close", "frame", "still", "document_key")
def test_opening_and_closing_twice_does_nothing(any_camera: Camera) -> None:
    with in_time():
        any_camera.open()
        any_camera.open()
        any_camera.frame()
        any_camera.close()
        any_camera.close()
        for ask in ASKS:
            with pytest.raises(StaffError, match="DEVICE_GONE"):
                ask(any_camera)


@pytest.mark.commands("open", "frame")
def test_it_can_be_opened_again_and_again(any_camera: Camera) -> None:
    for _ in range(3):
        with any_camera, in_time():
            assert any_camera.frame().width


@pytest.mark.commands("frame")
@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_seen_without_a_warning(bench: Bench, scene: str) -> None:
    with in_time(), looking(bench, scene) as camera:
        camera.frame()
        picture = camera.still()
    assert picture.warnings == ()
    assert (picture.width, picture.height) == (1920, 1080) or scene == "paper"


@pytest.mark.commands("still")
def test_a_sheet_is_shown_alone_and_upright(camera: Camera) -> None:
    with in_time():
        picture = camera.still()
    assert picture.width == pytest.approx(680, abs=40)
    assert picture.height == pytest.approx(941, abs=10)


@pytest.mark.commands("frame", "still")
@pytest.mark.parametrize(("kind", "warning"), SPOILT.items())
def test_a_spoilt_picture_is_taken_with_its_warning(bench: Bench, kind: str, warning: str) -> None:
    with in_time(), looking(bench, "paper", kind) as camera:
        camera.frame()
        assert camera.still().warnings == (warning,)


@pytest.mark.commands("frame", "still")
@pytest.mark.parametrize("scene", SCENES)
def test_a_covered_lens_is_for_the_resident_to_mend(bench: Bench, scene: str) -> None:
    with in_time(), looking(bench, scene, "black") as camera:
        assert light(camera.frame()) < 20
        with pytest.raises(ResidentError, match="CAMERA_BLACK"):
            camera.still()
        bench.show(scene, "dark", 100)
        assert shows(camera, lambda seen: light(seen) > 20)
        camera.still()


@pytest.mark.commands("document_key")
def test_a_travel_document_is_read_and_a_form_is_none(bench: Bench) -> None:
    with in_time(), looking(bench, f"zone:{ERIKSSON[:44]}|{ERIKSSON[44:]}") as camera:
        assert camera.document_key() == Sighting(parse(ERIKSSON).key, lines=True)
    with in_time(), looking(bench, "paper") as camera:
        assert camera.document_key() == Sighting()


@pytest.mark.commands("document_key")
def test_a_travel_document_is_read_in_a_process_apart(simulated: Simulated) -> None:
    HttpBench(simulated).show(f"zone:{ERIKSSON[:44]}|{ERIKSSON[44:]}")
    with in_time(), apart(str(simulated.where["url"])) as camera:
        assert camera.document_key() == Sighting(parse(ERIKSSON).key, lines=True)


@pytest.mark.commands("frame")
def test_a_change_is_seen_with_the_next_frames(bench: Bench, camera: Camera) -> None:
    bench.show("street-problem")
    assert shows(camera, lambda seen: light(seen) > 100)
    bench.show("empty-desk")
    assert shows(camera, lambda seen: light(seen) < 60)


@pytest.mark.commands("open", "close", "ask")
@pytest.mark.parametrize("ask", ASKS)
def test_a_camera_that_is_unplugged_says_so_and_comes_back(bench: Bench, camera: Camera, ask: Ask) -> None:
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
    ask(camera)
