"""Pages of a few lines, each large with its picture: what to take along, where else to go."""

from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.outcome import Goodbye
from screens.views.waiting import OutOfService
from screens.widgets.card import Card
from screens.widgets.element import Beside, Element, Stack
from screens.widgets.images import Disc
from screens.widgets.text import Text


def goodbye(view: Goodbye, stage: Stage) -> Content:
    """Return what to take along, each with its picture."""
    return _list(view.lines, view.icons, stage)


def out_of_service(view: OutOfService, stage: Stage) -> Content:
    """Return what does not work, where else to go, and the number to call, as large as it can be seen at once."""
    return Whole(stage, [_cards(view.lines, view.icons, stage, size) for size in _SIZES])


class Whole(Content):
    """The first of some contents that can be seen at once: there may be nothing to touch, and so no way to scroll."""

    fills = True

    def __init__(self, stage: Stage, choices: list[Element]) -> None:
        super().__init__(stage)
        self._choices = choices

    def fit(self, width: float) -> float:
        """Return the height of the largest."""
        return self._choices[0].fit(width)

    def least(self, width: float) -> float:
        """Return the height of the smallest."""
        return self._choices[-1].fit(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the largest that has room from the top down."""
        super().place(x, y, width, height)
        chosen = next((one for one in self._choices if one.fit(width) <= height), self._choices[-1])
        self.clear_widgets()
        self.add_widget(chosen)
        high = chosen.fit(width)
        chosen.place(x, y + height - high, width, high)


_SIZES = ((Type.TITLE, 8.0), (Type.LABEL, 8.0), (Type.LABEL, 4.0), (Type.SMALL, 3.0))
"""The type of a line, and the millimetres around it."""


def _list(lines: tuple[str, ...], icons: tuple[str, ...], stage: Stage) -> Content:
    return Flow(stage, [_cards(lines, icons, stage, _SIZES[0])])


def _cards(lines: tuple[str, ...], icons: tuple[str, ...], stage: Stage, size: tuple[Type, float]) -> Stack:
    unit, (type_, padding) = stage.measures.unit, size
    side = unit(1.5 * type_.value[0])
    elements: list[Element] = []
    for at, line in enumerate(lines):
        icon = icons[at] if at < len(icons) else "info"
        words = Text(stage, line, type_, stage.palette.sheet.ink)
        inside = Beside(stage, [(Disc(stage, icon, side), side), (words, None)], unit(8))
        elements.append(Card(stage, inside, padding_mm=padding))
    return Stack(stage, elements, unit(5))
