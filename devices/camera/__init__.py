"""Cameras: the newest frame at any time, and a still picture as JPEG."""

from abc import abstractmethod
from dataclasses import dataclass, field

from devices.card_reader.mrz import DocumentKey
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


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a frame shows of a travel document: its `key`, None when it is not certain; `lines` when there is a zone at all."""

    key: DocumentKey | None = None
    lines: bool = False


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

    def document_key(self) -> Sighting:
        """Return what the next frame shows of a travel document's machine-readable zone; takes about 0.1 s.

        Raises:
            StaffError: the camera is unplugged, silent or frozen.
            ConfigurationError: the font that the zone is written in is not installed (`OCR_B_MISSING`).
        """
        with self._translated("read a document"):
            return self._document_key()

    def _document_key(self) -> Sighting:
        """Read it in a still: a driver that has the frame itself does better."""
        from devices.camera.zone.reading import of_jpeg  # noqa: PLC0415  # OpenCV takes 0.2 s, and few ever need it

        return of_jpeg(self._still().jpeg)

    @abstractmethod
    def _frame(self) -> Frame: ...

    @abstractmethod
    def _still(self) -> Picture: ...
