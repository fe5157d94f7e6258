"""Pages of tiles: attract, menus, search."""

from dataclasses import dataclass

from screens.views.frame import View


@dataclass(frozen=True, slots=True)
class Tile:
    """A large choice with an icon name of `screens/icons`, a hint line and short badges. Pressing posts `Touched(id)`.

    A tile that is not enabled is shown greyed with its reason and can still be pressed: it then explains itself.
    """

    id: str
    label: str
    hint: str = ""
    icon: str = ""
    badges: tuple[str, ...] = ()
    enabled: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A group of tiles under a heading (may be empty)."""

    heading: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attract(View):
    """The resting page, read from four metres: what the machine can do, and where to touch (anywhere: `primary`)."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu(View):
    """Tiles in sections: home, a department, a life event. `columns` is a hint for portrait (3 for the departments)."""

    sections: tuple[Section, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(View):
    """Finding an item: the words typed so far (posts `Edited`), and the items found as tiles."""

    query: str = ""
    hint: str = ""
    tiles: tuple[Tile, ...] = ()
    nothing_found: str = ""
