"""How it ended: the sentence under its mark, the reference, the paper, what happens next."""

from screens import theme
from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views import Outcome, OutcomeKind, RowGroup
from screens.widgets.card import Card, notice
from screens.widgets.element import Beside, Element, Stack
from screens.widgets.images import Icon
from screens.widgets.pictures import QrCode
from screens.widgets.rows import group
from screens.widgets.text import Text

_KINDS = {
    OutcomeKind.DONE: ("ok", theme.GOOD),
    OutcomeKind.SAVED: ("saved", theme.NEUTRAL),
    OutcomeKind.NOT_DONE: ("bad", theme.BAD),
    OutcomeKind.PAYMENT_UNKNOWN: ("warning", theme.WARNING),
}
_QR_MM = 50.0


def outcome(view: Outcome, stage: Stage) -> Content:
    """Return the sentence under its mark, the reference, the paper, and what happens next."""
    elements: list[Element] = [_sentence(view, stage)]
    if view.reference:
        elements.append(_reference(view, stage))
    if view.paper:
        elements.append(notice(stage, view.paper, Type.STRONG, icon="receipt"))
    if view.rows:
        elements.append(group(stage, RowGroup("", view.rows), lambda _action: None))
    if view.next_steps:
        elements.append(_next_steps(view.next_steps, stage))
    return Flow(stage, elements, gap_mm=5)


def _sentence(view: Outcome, stage: Stage) -> Element:
    icon, look = _KINDS[view.kind]
    side = stage.measures.unit(42)
    words = Text(stage, view.sentence, Type.TITLE, look.ink)
    return Card(
        stage,
        Beside(stage, [(Icon(stage, icon, side, look.ink), side), (words, None)], stage.measures.unit(9)),
        look,
    )


def _reference(view: Outcome, stage: Stage) -> Element:
    unit = stage.measures.unit
    label = Text(stage, view.reference_label, Type.BODY, theme.SHEET.soft)
    words: list[Element] = [
        label,
        Text(stage, view.reference, Type.TITLE, theme.SHEET.ink, most=1, size=stage.measures.em(Type.HERO)),
    ]
    if not view.qr:
        return Card(stage, Stack(stage, words, unit(1)))
    words.append(Text(stage, stage.words("widget-scan"), Type.SMALL, theme.SHEET.soft))
    side = float(unit(_QR_MM))
    return Card(
        stage,
        Beside(
            stage, [(Stack(stage, words, unit(1)), None), (QrCode(stage, view.qr, _QR_MM), side)], unit(8)
        ),
    )


def _next_steps(steps: tuple[str, ...], stage: Stage) -> Element:
    unit = stage.measures.unit
    lines: list[Element] = [Text(stage, stage.words("widget-next-steps"), Type.HEADING, theme.SHEET.ink)]
    for number, step in enumerate(steps, 1):
        mark = Text(stage, f"{number}", Type.STRONG, theme.NAVY)
        lines.append(
            Beside(
                stage,
                [(mark, float(unit(11))), (Text(stage, step, Type.BODY, theme.SHEET.ink), None)],
                0,
                top=True,
            )
        )
    return Card(stage, Stack(stage, lines, unit(2)))
