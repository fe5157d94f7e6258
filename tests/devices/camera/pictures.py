"""Pictures whose faults are known: scenes through a lens, a sensor with noise, a JPEG coder."""

from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image as Drawn

from devices.camera.library import Image, cv2
from devices.simulators.camera_faults import Fault, Kind, spoil
from devices.simulators.camera_scenes import SCENES

PAPER, DESK, STREET = (SCENES[name]() for name in ("paper", "empty-desk", "street-problem"))

#: Noise in levels, part of the light that is there, quality of the JPEG: from a studio to a cheap camera at dusk.
CONDITIONS = [(0, 1.0, 95), (2, 1.0, 88), (10, 1.0, 70), (2, 0.6, 88), (10, 0.3, 70)]


def taken(scene: Drawn.Image, noise: float = 2, light: float = 1.0, quality: int = 88) -> Image:
    """Return the scene as a camera under these conditions gives it."""
    seen = np.asarray(scene)[:, :, ::-1] * np.float32(light)
    seen += noise * _grain(seen.shape[:2])
    coded = cv2.imencode(".jpg", np.clip(seen, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
    return picture(coded[1].tobytes())


def picture(jpeg: bytes) -> Image:
    """Return what the JPEG shows."""
    shown = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert shown is not None
    return shown


@cache
def _grain(size: tuple[int, int]) -> npt.NDArray[np.float32]:
    return np.random.default_rng(11).standard_normal((*size, 3), np.float32)


def through(kind: Kind, value: int, scene: Drawn.Image = PAPER) -> Drawn.Image:
    """Return the scene through a spoilt lens."""
    return spoil(scene, Fault(kind, value))


def moved(scene: Drawn.Image, pixels: int, *, down: bool = False) -> Drawn.Image:
    """Return the scene as it is when it moves by so many pixels while the picture is taken."""
    smear = np.full((pixels, 1) if down else (1, pixels), 1 / pixels, np.float32)
    return Drawn.fromarray(cv2.filter2D(np.asarray(scene), -1, smear).astype(np.uint8))
