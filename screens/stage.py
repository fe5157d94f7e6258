"""What every widget is handed: the panel's measures, the words, and where a resident's input goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from screens.keyboards.pinyin import Composer, Pinyin
from screens.palettes import Palette
from screens.texts import RIGHT_TO_LEFT, TRADITIONAL, Words
from screens.theme import Measures
from screens.views.inputs import Input


class Picture(Protocol):
    """A frame of the camera: `pixels` are rows of RGBA from the top, 8 bits a channel."""

    @property
    def width(self) -> int:
        """Pixels a row."""

    @property
    def height(self) -> int:
        """Rows."""

    @property
    def pixels(self) -> bytes:
        """The rows."""


FrameSource = Callable[[], Picture | None]
"""Gives the newest frame of the camera, or None while it is closed."""


@dataclass(frozen=True)
class Stage:
    """Where widgets stand. With `low`, what is touched stands no higher than `measures.reach`. `words` are those of the view that is shown; `now` tells seconds that never go back; with `still` nothing moves by itself."""

    measures: Measures
    palette: Palette
    low: bool
    words: Words
    language: str
    post: Callable[[Input], None]
    frames: FrameSource
    pinyin: Pinyin
    now: Callable[[], float]
    still: bool = False

    @property
    def composer(self) -> Composer | None:
        """What composes Chinese for who reads this language, once it is ready."""
        return self.pinyin.composing(traditional=self.language == TRADITIONAL)

    @property
    def mirrored(self) -> bool:
        """Whether its language is read from right to left: then everything that is placed stands mirrored."""
        return self.language in RIGHT_TO_LEFT
