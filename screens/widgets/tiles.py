"""Tiles in columns; pressing one posts that it was touched."""

from functools import partial

from screens.stage import Stage
from screens.views import Tile, Touched
from screens.widgets.choices import TileButton
from screens.widgets.element import Grid

MOST_TILES = 120
_UPRIGHT_COLUMNS = 3


def tiles(shown: tuple[Tile, ...], columns: int, stage: Stage) -> Grid:
    """Return tiles in columns; on an upright panel three columns are so narrow that the icon stands above the words."""
    upright = stage.measures.portrait and columns >= _UPRIGHT_COLUMNS
    buttons = [
        TileButton(stage, tile, upright, partial(stage.post, Touched(tile.id))) for tile in shown[:MOST_TILES]
    ]
    return Grid(stage, buttons, columns, stage.measures.unit(6))
