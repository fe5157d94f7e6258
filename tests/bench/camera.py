"""How long a frame for the screen and a picture for the platform take, against one decoding and one coding of its JPEG."""

import statistics
import time
from collections.abc import Callable

from devices.camera.library import cv2
from devices.camera.opencv import OpencvCamera
from devices.camera.source import decoded
from devices.simulators.camera_frames import frame
from devices.simulators.process import simulated

FRAMES, STILLS = 60, 15
RATE = 30.0
HEALTHY = 1000 / RATE


def measure() -> dict[str, float]:
    """Return milliseconds; frames come 30 a second over HTTP at 1920×1080, so that up to 33 of them are waiting."""
    with simulated("camera", "--rate", str(RATE)) as it, OpencvCamera(str(it.where["url"])) as camera:
        for _ in range(FRAMES):
            camera.frame()  # until the simulator has drawn all there is
        frames = _median(camera.frame, FRAMES)
        stills = _median(camera.still, STILLS)
    jpeg = frame("paper", None, 0)
    image = decoded(jpeg)
    if image is None:
        raise RuntimeError("the simulated frame is none")
    raw = _median(lambda: decoded(jpeg), STILLS) + _median(lambda: cv2.imencode(".jpg", image), STILLS)
    return {
        "camera.frame_ms": frames,
        "camera.frame_to_interval": frames / HEALTHY,
        "camera.still_ms": stills,
        "camera.raw_decode_encode_ms": raw,
        "camera.still_to_raw": stills / raw,
    }


def _median(operation: Callable[[], object], count: int) -> float:
    times = []
    for _ in range(count):
        began = time.perf_counter()
        operation()
        times.append(time.perf_counter() - began)
    return 1000 * statistics.median(times)
