"""The terminal is busy: what is behind us, ticked, and what happens now."""

from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.waiting import Working
from screens.widgets.card import Card
from screens.widgets.element import Beside, Element, Stack
from screens.widgets.images import Icon
from screens.widgets.text import Text


def working(view: Working, stage: Stage) -> Content:
    """Return what is behind us, ticked, and what happens now."""
    unit = stage.measures.unit
    side = unit(20)
    elements: list[Element] = []
    for icon, ink, lines, role in (
        ("ok", stage.palette.good.ink, view.done, Type.BODY),
        ("clock", stage.palette.strong, view.lines, Type.LABEL),
    ):
        for line in lines:
            words = Text(stage, line, role, stage.palette.sheet.ink)
            elements.append(Beside(stage, [(Icon(stage, icon, side, ink), side), (words, None)], unit(6)))
    return Flow(stage, [Card(stage, Stack(stage, elements, unit(9)))] if elements else [])
