"""Answers of the camera."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PictureTaken:
    """Answer to `TakePicture`: a JPEG, with warnings about its quality (`blurred`, `dark`, `glare`, `cut-off`)."""

    command: int
    jpeg: bytes = field(repr=False)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureFailed:
    """Answer to `TakePicture`: there is none; `code` is the device error's code."""

    command: int
    code: str
