"""Menus: tiles in sections."""

from screens.pages.content import Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.menus import Menu, Section
from screens.widgets.element import Element, Stack
from screens.widgets.text import Text
from screens.widgets.tiles import tiles

_LYING_COLUMNS = {1: 2, 2: 3, 3: 5}
_LATIN_COLUMNS = 4  # words of the alphabet are longer


class MenuContent(Flow):
    """The sections of a menu, each with its heading; a lying panel has twice the columns."""

    wide = True

    def __init__(self, view: Menu, stage: Stage) -> None:
        columns = view.columns
        if not stage.measures.portrait:
            columns = _LYING_COLUMNS.get(columns, 5)
            columns = columns if stage.language.startswith("zh") else min(columns, _LATIN_COLUMNS)
        leads = len(view.sections) > 1  # what most people come for is told apart from what they may look for
        super().__init__(
            stage, [_section(section, columns, stage, leads) for section in view.sections], gap_mm=9
        )


def _section(section: Section, columns: int, stage: Stage, leads: bool) -> Element:
    if not section.heading:
        return tiles(section.tiles, min(columns, max(1, len(section.tiles))), stage, lead=leads, put_off=True)
    grid = tiles(section.tiles, columns, stage, put_off=True)
    heading = Text(stage, section.heading, Type.LABEL, stage.palette.page.ink)
    return Stack(stage, [heading, grid], stage.measures.unit(3))
