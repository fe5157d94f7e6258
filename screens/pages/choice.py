"""One question with its options."""

from functools import partial

from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.choices import Choice, Option
from screens.views.inputs import Touched
from screens.widgets.choices import Marking, OptionButton
from screens.widgets.element import Beside, Element, Grid
from screens.widgets.images import Icon
from screens.widgets.text import Text

MOST_OPTIONS = 200
_ONE_COLUMN = 6
_SHORT = 9
_STRETCH = 1.3


def choice(view: Choice, stage: Stage) -> Content:
    """Return the options; many short ones stand in two columns."""
    marking = Marking.BOX if view.multiple else Marking.RING if view.primary else Marking.ARROW
    elements: list[Element] = [options(view.options, marking, stage)]
    if view.why:
        elements.insert(0, why(view.why, stage))
    return Flow(stage, elements)


def options(choices: tuple[Option, ...], marking: Marking, stage: Stage) -> Element:
    """Return buttons for options."""
    buttons = [
        OptionButton(stage, option, marking, partial(stage.post, Touched(option.id)))
        for option in choices[:MOST_OPTIONS]
    ]
    longest = max((_squares(option.label) for option in choices), default=0)
    columns = 2 if len(choices) > _ONE_COLUMN and longest <= _SHORT else 1
    return Grid(stage, buttons, columns, stage.measures.apart, stretch=_STRETCH)


def why(text: str, stage: Stage) -> Element:
    """Return the line that says why something is asked."""
    words = Text(stage, text, Type.SMALL, stage.palette.page.soft)
    side = words.em * 1.3
    return Beside(
        stage,
        [(Icon(stage, "info", side, stage.palette.page.soft), side), (words, None)],
        stage.measures.unit(3),
    )


def _squares(text: str) -> float:
    return sum(1.0 if character > "\u2e80" else 0.55 for character in text)
