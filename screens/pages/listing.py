"""Rows in groups: checklists, reviews, people of a household."""

from screens.pages.content import Content, Flow, touch
from screens.stage import Stage
from screens.views.listing import Listing
from screens.widgets.button import Button, Rank
from screens.widgets.element import Element
from screens.widgets.rows import group


def listing(view: Listing, stage: Stage) -> Content:
    """Return the groups of rows, and the button that adds one."""
    elements: list[Element] = [
        group(stage, rows, lambda action: touch(stage, action)) for rows in view.groups
    ]
    if add := view.add:
        elements.append(Button(stage, add, Rank.SECONDARY, lambda: touch(stage, add), icon="add"))
    return Flow(stage, elements, gap_mm=8)
