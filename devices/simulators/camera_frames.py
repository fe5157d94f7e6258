"""The frames of a simulated camera: a scene through the lens, with noise and the hand of a clock, so that each differs.

They repeat after `TURNS` frames, are made when first asked for and kept: serving them costs next to nothing.
"""

import io
import math
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from devices.simulators.camera_codes import code_on_desk
from devices.simulators.camera_faults import SPOILING, Fault, spoil
from devices.simulators.camera_scenes import SCENES, SIZE
from devices.simulators.camera_zone import is_zone, zone_on_desk

TURNS = 7  # a prime: whoever looks at every second or fourth frame sees each of them
_NOISE = 2.0  # standard deviation, of 255 levels: a small sensor in a lit room
_QUALITY = 88
_CLOCK, _HAND = (84, 996), 46


def frame(scene: str, fault: Fault | None, turn: int) -> bytes:
    """Return a frame as JPEG."""
    spoilt = Fault(fault.kind, fault.value) if fault and fault.kind in SPOILING else None
    return _frame(scene, spoilt, turn % TURNS)


@lru_cache(maxsize=10 * TURNS)
def _frame(scene: str, fault: Fault | None, turn: int) -> bytes:
    seen = np.asarray(spoil(_with_clock(_scene(scene), turn), fault), np.int16)
    noisy = np.clip(seen + _noise(turn), 0, 255).astype(np.uint8)
    coded = io.BytesIO()
    Image.fromarray(noisy).save(coded, "JPEG", quality=_QUALITY)
    return coded.getvalue()


@cache
def _scene(name: str) -> Image.Image:
    if name in SCENES:
        return SCENES[name]()
    return zone_on_desk(name) if is_zone(name) else code_on_desk(name)


def _with_clock(scene: Image.Image, turn: int) -> Image.Image:
    seen, angle = scene.copy(), math.tau * turn / TURNS
    x, y = _CLOCK
    pen = ImageDraw.Draw(seen)
    pen.ellipse((x - 60, y - 60, x + 60, y + 60), fill=(30, 32, 34), outline=(150, 150, 148), width=4)
    pen.line((x, y, x + _HAND * math.sin(angle), y - _HAND * math.cos(angle)), fill=(200, 200, 196), width=5)
    return seen


def _noise(turn: int) -> npt.NDArray[np.int16]:
    """Return the noise of one frame: the same field, each time from another place on."""
    width, height = SIZE
    return _field()[turn : turn + height, turn : turn + width]


@cache
def _field() -> npt.NDArray[np.int16]:
    width, height = SIZE
    drawn = np.random.default_rng(1).standard_normal((height + TURNS, width + TURNS, 1), np.float32)
    return (_NOISE * drawn).round().astype(np.int16)
