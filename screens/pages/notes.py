"""Pages of a few lines, each large with its picture: what to take along, where else to go."""

from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.outcome import Goodbye
from screens.views.waiting import OutOfService
from screens.widgets.card import Card
from screens.widgets.element import Beside, Element
from screens.widgets.images import Disc
from screens.widgets.text import Text


def goodbye(view: Goodbye, stage: Stage) -> Content:
    """Return what to take along, each with its picture."""
    return _list(view.lines, view.icons, stage)


def out_of_service(view: OutOfService, stage: Stage) -> Content:
    """Return what does not work, where else to go, and the number to call."""
    return _list(view.lines, ("info", "place", "call"), stage)


def _list(lines: tuple[str, ...], icons: tuple[str, ...], stage: Stage) -> Content:
    unit = stage.measures.unit
    side = unit(30)
    elements: list[Element] = []
    for at, line in enumerate(lines):
        icon = icons[at] if at < len(icons) else "info"
        words = Text(stage, line, Type.TITLE, stage.palette.sheet.ink)
        elements.append(Card(stage, Beside(stage, [(Disc(stage, icon, side), side), (words, None)], unit(8))))
    return Flow(stage, elements, gap_mm=5)
