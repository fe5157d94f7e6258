"""Menus: tiles in sections."""

from screens import theme
from screens.pages.content import Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views import Menu, Section
from screens.widgets.element import Element, Stack
from screens.widgets.text import Text
from screens.widgets.tiles import tiles

_LYING_COLUMNS = {1: 2, 2: 3, 3: 6}
_LATIN_COLUMNS = 5  # words of the alphabet are longer


class MenuContent(Flow):
    """The sections of a menu, each with its heading; a lying panel has twice the columns."""

    wide = True

    def __init__(self, view: Menu, stage: Stage) -> None:
        columns = view.columns
        if not stage.measures.portrait:
            columns = _LYING_COLUMNS.get(columns, 6)
            columns = columns if stage.language.startswith("zh") else min(columns, _LATIN_COLUMNS)
        super().__init__(stage, [_section(section, columns, stage) for section in view.sections], gap_mm=9)


def _section(section: Section, columns: int, stage: Stage) -> Element:
    grid = tiles(section.tiles, columns, stage)
    if not section.heading:
        return grid
    heading = Text(stage, section.heading, Type.HEADING, theme.PAGE.ink)
    return Stack(stage, [heading, grid], stage.measures.unit(3))
