"""Pages with options to choose from."""

from dataclasses import dataclass, field

from screens.views.frame import View
from screens.views.reading import Check


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice; pressing posts `Touched(id)`. `picture` may hold an icon name."""

    id: str
    label: str
    hint: str = ""
    selected: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(View):
    """One question with its options; with `multiple`, options toggle and `primary` goes on."""

    options: tuple[Option, ...] = field(repr=False)
    multiple: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Options under a heading, of which one is chosen."""

    heading: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjust(View):
    """How pages are to look: groups of options, and boxes; pressing posts `Touched(id)`, and pages change at once."""

    groups: tuple[OptionGroup, ...]
    checks: tuple[Check, ...] = ()
