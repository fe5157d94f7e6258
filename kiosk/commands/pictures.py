"""The camera."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenCamera:
    """Start the live picture (and the camera light). Has no answer; trouble comes as `DeviceChanged`."""

    id: int


@dataclass(frozen=True, slots=True)
class CloseCamera:
    """Stop the live picture and forget its frames."""

    id: int


@dataclass(frozen=True, slots=True)
class TakePicture:
    """Take a picture of nothing but pixels (no EXIF). Answered by `PictureTaken` or `PictureFailed`."""

    id: int
