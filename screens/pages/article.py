"""Something to read, on sheets, with boxes to tick below."""

from functools import partial

from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.frame import Tone
from screens.views.inputs import Touched
from screens.views.reading import Article, Paragraph
from screens.widgets.card import Card
from screens.widgets.choices import CheckButton
from screens.widgets.element import Beside, Element, Stack
from screens.widgets.images import Icon
from screens.widgets.text import Text

_TONE_ICONS = {Tone.NEUTRAL: "", Tone.GOOD: "ok", Tone.WARNING: "warning", Tone.BAD: "bad"}


def article(view: Article, stage: Stage) -> Content:
    """Return the paragraphs on sheets, then the boxes to tick."""
    elements: list[Element] = [paragraph_sheet(paragraph, stage) for paragraph in view.paragraphs]
    elements += [CheckButton(stage, check, partial(stage.post, Touched(check.id))) for check in view.checks]
    return Flow(stage, elements, gap_mm=5)


def paragraph_sheet(paragraph: Paragraph, stage: Stage) -> Element:
    """Return a paragraph on its sheet, with its picture beside it."""
    look = (
        stage.palette.sheet if paragraph.tone is Tone.NEUTRAL else stage.palette.looks[paragraph.tone.value]
    )
    unit = stage.measures.unit
    lines: list[Element] = [Text(stage, line, Type.BODY, look.ink) for line in paragraph.lines]
    if paragraph.heading:
        lines.insert(0, Text(stage, paragraph.heading, Type.LABEL, look.ink))
    words = Stack(stage, lines, unit(1.5))
    icon = paragraph.icon or _TONE_ICONS[paragraph.tone]
    if not icon:
        return Card(stage, words, look)
    ink = stage.palette.strong if paragraph.tone is Tone.NEUTRAL else look.ink
    side = unit(15)
    return Card(
        stage, Beside(stage, [(Icon(stage, icon, side, ink), side), (words, None)], unit(6), top=True), look
    )
