"""What can go wrong at a simulated camera, as values: a fault of the picture, or of its way to the terminal."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter


class Kind(Enum):
    """The faults. `value` and `seconds` mean what is said here; each has a default that hurts."""

    BLACK = "black"  # the lens is covered
    DARK = "dark"  # the light is off: `value` per cent of it are left
    BLUR = "blur"  # out of focus by `value` pixels
    GLARE = "glare"  # a lamp is mirrored in what lies there, `value` pixels wide
    FREEZE = "freeze"  # the same frame again and again
    STALL = "stall"  # nothing comes any more, the connection stays
    CUT = "cut"  # the connection is cut in the middle of a frame
    SLOW = "slow"  # a frame every `seconds`
    TRICKLE = "trickle"  # a frame in pieces of `value` bytes, `seconds` apart
    GARBAGE = "garbage"  # noise between the frames, and inside every other frame
    HALF = "half"  # only half of the frame, announced as if it were whole
    EMPTY = "empty"  # a part without a picture
    REFUSE = "refuse"  # the next connection is answered with the HTTP status `value`


#: The faults of the picture; the others happen to it on its way.
SPOILING = frozenset({Kind.BLACK, Kind.DARK, Kind.BLUR, Kind.GLARE})

_DEFAULT_VALUE = {Kind.DARK: 12, Kind.BLUR: 5, Kind.GLARE: 420, Kind.TRICKLE: 2000, Kind.REFUSE: 503}
_DEFAULT_SECONDS = {Kind.SLOW: 0.7, Kind.TRICKLE: 0.2}
_SOFTNESS = 0.22  # how far the edge of a glare reaches, in parts of its width


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the next `times` frames (None: of all that follow)."""

    kind: Kind
    value: int = 0
    seconds: float = 0.0
    times: int | None = None


def fault_of(message: Mapping[str, Any]) -> Fault:
    """Return the fault that a message asks for: `kind`, and optionally `value`, `seconds`, `times` (0: always).

    Raises:
        ValueError, KeyError: there is no such kind, or a number is none.
    """
    kind = Kind(message["kind"])
    return Fault(
        kind=kind,
        value=int(message.get("value", _DEFAULT_VALUE.get(kind, 0))),
        seconds=float(message.get("seconds", _DEFAULT_SECONDS.get(kind, 0.0))),
        times=int(message.get("times", 0)) or None,
    )


def spoil(scene: Image.Image, fault: Fault | None) -> Image.Image:
    """Return what the lens makes of the scene under a fault of the picture; other faults leave it."""
    match fault:
        case Fault(kind=Kind.BLACK):
            return Image.new("RGB", scene.size, (5, 4, 5))
        case Fault(kind=Kind.DARK, value=per_cent):
            return ImageEnhance.Brightness(scene).enhance(per_cent / 100)
        case Fault(kind=Kind.BLUR, value=pixels):
            return scene.filter(ImageFilter.GaussianBlur(pixels))
        case Fault(kind=Kind.GLARE, value=width):
            return ImageChops.add(scene, _lamp(scene.size, width))
        case _:
            return scene


def _lamp(size: tuple[int, int], width: int) -> Image.Image:
    middle, down = size[0] / 2, size[1] * 0.45
    light = Image.new("L", size, 0)
    ImageDraw.Draw(light).ellipse(
        (middle - width / 2, down - width / 3, middle + width / 2, down + width / 3), fill=255
    )
    soft = light.filter(ImageFilter.GaussianBlur(width * _SOFTNESS / 2))
    return Image.merge("RGB", (soft, soft, soft))
