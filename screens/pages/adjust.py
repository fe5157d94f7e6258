"""How pages are to look: what can be chosen, in groups."""

from functools import partial

from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.choices import Adjust, OptionGroup
from screens.views.inputs import Touched
from screens.widgets.choices import CheckButton, Marking, OptionButton
from screens.widgets.element import Element, Grid, Stack
from screens.widgets.text import Text

_COLUMNS = 2


def adjust(view: Adjust, stage: Stage) -> Content:
    """Return the boxes, then the groups, each under its heading."""
    groups = [_group(group, stage) for group in view.groups]
    checks = [CheckButton(stage, check, partial(stage.post, Touched(check.id))) for check in view.checks]
    return Flow(stage, [*checks, *groups])


def _group(group: OptionGroup, stage: Stage) -> Element:
    buttons = [
        OptionButton(stage, option, Marking.RING, partial(stage.post, Touched(option.id)))
        for option in group.options
    ]
    gap = stage.measures.apart
    heading = Text(stage, group.heading, Type.LABEL, stage.palette.page.ink)
    return Stack(stage, [heading, Grid(stage, buttons, _COLUMNS, gap)], gap)
