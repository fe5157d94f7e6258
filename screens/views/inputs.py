"""Whatever a resident does."""

from dataclasses import dataclass, field

Stroke = tuple[tuple[float, float], ...]
"""One stroke of a signature: points (x, y), each 0..1 of the pad's width and height, origin at the top left."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The resident pressed the action, tile, option or check with this id."""

    id: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The text of the entry (or of the search) is now `text`."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The signature pad now holds these strokes."""

    strokes: tuple[Stroke, ...] = field(repr=False)


Input = Touched | Edited | Drawn
