"""What stands before a content: where we are, the question, what it says about itself, what went wrong."""

from screens.pages.content import Content
from screens.stage import Stage
from screens.theme import Type
from screens.views import AnyView
from screens.views.frame import Banner, Tone
from screens.widgets.bars import Progress
from screens.widgets.card import Card, notice
from screens.widgets.element import Element, Stack
from screens.widgets.text import Text

_TITLE_SIZES = ((20.0, 2), (16.5, 3), (12.5, 12))
"""Millimetres of a title, and the most lines that it fills in that size: a sentence to agree to is no headline."""

_FILLED = 0.9
_LEAD_LINES = 4
_MOST_LINES = 12


def heading(view: AnyView, stage: Stage, width: float, *, lead: bool) -> Stack:
    """Return progress, title, lead (unless it stands in the content) and error, for a width."""
    head: list[Element] = [Progress(stage, view.step)] if view.step else []
    head.append(_title(view.title, stage, width))
    if lead and view.lead:
        head.append(Text(stage, view.lead, Type.BODY, stage.palette.page.soft, most=_MOST_LINES))
    if view.error:
        head.append(notice(stage, Banner(Tone.BAD, view.error)))
    return Stack(stage, head, stage.measures.unit(4))


def is_long(lead: str, stage: Stage, width: float) -> bool:
    """Whether a lead is something to read rather than a hint, so that it must be able to scroll."""
    return (
        Text(stage, lead, Type.BODY, stage.palette.page.soft).natural_width() > width * _LEAD_LINES * _FILLED
    )


class Preface(Content):
    """A long lead on a sheet above the content that it belongs to; both scroll."""

    def __init__(self, stage: Stage, lead: str, content: Content) -> None:
        super().__init__(stage)
        self.wide = content.wide
        self._lead = lead
        self._content = content
        self._stack = Stack(
            stage,
            [Card(stage, Text(stage, lead, Type.BODY, stage.palette.sheet.ink)), content],
            stage.measures.unit(6),
        )
        self.add_widget(self._stack)

    def fit(self, width: float) -> float:
        """Return the height of both."""
        return self._stack.fit(width)

    def most(self, width: float) -> float:
        """Return the height that both make good use of."""
        return self._stack.most(width)

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Put the lead above the content."""
        super().place(x, y, width, height)
        self._stack.place(x, y, width, height)

    def renew(self, view: AnyView) -> bool:
        """Take over a new view with the same lead."""
        return view.lead == self._lead and self._content.renew(view)

    def forget(self) -> None:
        """Drop everything personal now."""
        self._content.forget()


def _title(text: str, stage: Stage, width: float) -> Text:
    for size_mm, lines in _TITLE_SIZES:
        size = stage.measures.letters(size_mm)
        title = Text(stage, text, Type.TITLE, stage.palette.page.ink, most=_MOST_LINES, size=size)
        if title.natural_width() <= width * lines * _FILLED:
            break
    return title
