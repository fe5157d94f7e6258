"""Everything that a page can look like: panels, languages, sizes of text, colours, modes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from screens.appearance import Appearance, TextSize, Theme
from screens.texts import LANGUAGES, PARTLY
from screens.theme import ScreenSize

PANELS = {
    "upright": ScreenSize(1080, 1920, 336.0),  # 27 inches
    "lying": ScreenSize(1920, 1080, 597.0),
    "small": ScreenSize(1080, 1920, 268.0),  # 21.5 inches
}
MODES = {"usual": Appearance(), "reach": Appearance(reach=True), "elder": Appearance(elder=True)}


@dataclass(frozen=True, slots=True)
class Setup:
    """One way in which all pages are shown: a panel and a language by name, and the looks."""

    panel: str
    language: str
    appearance: Appearance

    @property
    def size(self) -> ScreenSize:
        """The panel."""
        return PANELS[self.panel]

    @property
    def mode(self) -> str:
        """The name of its mode."""
        looks = self.appearance
        return next(
            name for name, mode in MODES.items() if (mode.reach, mode.elder) == (looks.reach, looks.elder)
        )

    @property
    def path(self) -> str:
        """Its folder in the gallery."""
        looks = self.appearance
        return f"{self.panel}/{self.language}/{looks.size.number}/{looks.theme.value}/{self.mode}"


def setups(
    panels: Iterable[str] = PANELS,
    languages: Iterable[str] = (*LANGUAGES, *PARTLY),
    sizes: Iterable[TextSize] = TextSize,
    themes: Iterable[Theme] = Theme,
    modes: Iterable[str] = MODES,
) -> Iterator[Setup]:
    """Yield the full product, those that differ in their colours only one after the other."""
    for panel, language, mode, size, theme in product(panels, languages, modes, sizes, themes):
        yield Setup(panel, language, replace(MODES[mode], size=size, theme=theme))


def part(every: Iterable[Setup], number: int, of: int) -> Iterator[Setup]:
    """Yield one of so many parts, counted from 1: setups from all over, where the product does not repeat itself in `of`."""
    yield from islice(every, number - 1, None, of)
