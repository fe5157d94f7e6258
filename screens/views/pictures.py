"""Pages of the camera and of the signature pad."""

from dataclasses import dataclass, field

from screens.views.choices import Option
from screens.views.frame import Action, View
from screens.views.inputs import Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(View):
    """The camera's live picture with a frame for the sheet; `primary` takes the picture.

    `sheet` is the shape of the guide frame as width / height (0.707 for upright A4, 0 for no frame). With
    `camera_ready` False the page says so in `error` and other ways are in `options`.
    """

    sheet: float = 0.707
    camera_ready: bool = True
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPicture(View):
    """A picture just taken (JPEG bytes): keep it (`primary`) or take it again (`back`); warnings about its quality."""

    picture: bytes = field(repr=False)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(View):
    """A pad to sign on with a finger. Each finished stroke posts `Drawn(all strokes)`; `clear` empties it."""

    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    summary: tuple[str, ...] = field(default=(), repr=False)
    clear: Action | None = None
