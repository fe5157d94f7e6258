"""Cameras: the newest frame at any time, and a still picture as JPEG."""

from abc import abstractmethod
from dataclasses import dataclass, field

from devices.device import Device

#: Pixels of a picture's shorter side from which on print of 8 points is legible on an A4 sheet that fills the picture: three
#: megapixels at 4:3. Measured with an OCR program (`tests/devices/camera/test_legible.py`).
LEGIBLE = 1536


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: `pixels` are rows of RGBA from the top, 8 bits a channel; never written anywhere.

    `seen` is the size in which the camera sees, and in which it takes stills.
    """

    width: int
    height: int
    pixels: bytes = field(repr=False)
    seen: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A still: JPEG without metadata, at most 300 kB, with warnings among `blurred`, `dark`, `glare`, `cut-off`."""

    jpeg: bytes = field(repr=False)
    width: int
    height: int
    warnings: tuple[str, ...] = ()


class Camera(Device):
    """Keeps only the newest frame; frames live in memory only."""

    def frame(self) -> Frame:
        """Return the next frame, at most 640×480.

        Raises:
            StaffError: the camera is unplugged, silent or frozen.
        """
        with self._translated("get a picture"):
            return self._frame()

    def still(self) -> Picture:
        """Return a picture at full resolution.

        Raises:
            StaffError: the camera is unplugged, silent or frozen.
            ResidentError: the lens is covered (`CAMERA_BLACK`).
        """
        with self._translated("take a picture"):
            return self._still()

    @abstractmethod
    def _frame(self) -> Frame: ...

    @abstractmethod
    def _still(self) -> Picture: ...
