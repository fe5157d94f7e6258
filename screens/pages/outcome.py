"""How it ended: the sentence under its mark, the reference, the paper, what happens next."""

from screens.pages.content import Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.listing import RowGroup
from screens.views.outcome import SCANS, Outcome, OutcomeKind
from screens.widgets.card import Card, notice
from screens.widgets.element import Beside, Element, Stack
from screens.widgets.images import Icon
from screens.widgets.pictures import QrCode
from screens.widgets.rows import group
from screens.widgets.text import Text

_KINDS = {
    OutcomeKind.DONE: ("ok", "good"),
    OutcomeKind.SAVED: ("saved", "neutral"),
    OutcomeKind.DRAFT: ("saved", "neutral"),
    OutcomeKind.NOT_DONE: ("bad", "bad"),
    OutcomeKind.PAYMENT_UNKNOWN: ("warning", "warning"),
    OutcomeKind.PAPER_UNKNOWN: ("warning", "warning"),
}
_QR_MM = 50.0
_GAP_MM = 5.0
_LYING_SENTENCE_MM = 16.5


class OutcomeContent(Flow):
    """How it ended. On a lying panel what to do stands at the left, what to keep at the right."""

    wide = True

    def __init__(self, view: Outcome, stage: Stage) -> None:
        sentence = _sentence(view, stage)
        reference = [_reference(view, stage)] if view.reference else []
        paper = [notice(stage, view.paper, Type.STRONG, icon="receipt")] if view.paper else []
        rows = [group(stage, RowGroup("", view.rows), lambda _action: None)] if view.rows else []
        steps = [_next_steps(view.next_steps, stage)] if view.next_steps else []
        # What is known of the paper stands in the shorter column: beside a code there is no room for it.
        left, right = (paper, []) if view.qr or not reference else ([], paper)
        became, kept = [sentence, *left, *steps], [*reference, *right, *rows]
        if stage.measures.portrait or not kept:
            super().__init__(stage, [sentence, *reference, *paper, *rows, *steps], gap_mm=_GAP_MM)
            return
        gap = stage.measures.unit(_GAP_MM)
        columns: list[tuple[Element, float | None]] = [
            (Stack(stage, part, gap), None) for part in (became, kept)
        ]
        super().__init__(stage, [Beside(stage, columns, gap, top=True)])


def _sentence(view: Outcome, stage: Stage) -> Element:
    icon, name = _KINDS[view.kind]
    look = stage.palette.looks[name]
    portrait = stage.measures.portrait
    side = stage.measures.unit(42 if portrait else 30)
    size = 0 if portrait else stage.measures.unit(_LYING_SENTENCE_MM)
    words = Text(stage, view.sentence, Type.TITLE, look.ink, size=size)
    return Card(
        stage,
        Beside(stage, [(Icon(stage, icon, side, look.ink), side), (words, None)], stage.measures.unit(9)),
        look,
    )


def _reference(view: Outcome, stage: Stage) -> Element:
    unit = stage.measures.unit
    label = Text(stage, view.reference_label, Type.BODY, stage.palette.sheet.soft)
    words: list[Element] = [
        label,
        Text(
            stage,
            view.reference,
            Type.TITLE,
            stage.palette.sheet.ink,
            most=1,
            size=stage.measures.em(Type.HERO),
        ),
    ]
    if not view.qr:
        return Card(stage, Stack(stage, words, unit(1)))
    scan = SCANS.get(view.kind, "widget-scan")
    words.append(Text(stage, stage.words(scan), Type.SMALL, stage.palette.sheet.soft))
    side = float(unit(_QR_MM))
    return Card(
        stage,
        Beside(
            stage, [(Stack(stage, words, unit(1)), None), (QrCode(stage, view.qr, _QR_MM), side)], unit(8)
        ),
    )


def _next_steps(steps: tuple[str, ...], stage: Stage) -> Element:
    unit = stage.measures.unit
    lines: list[Element] = [
        Text(stage, stage.words("widget-next-steps"), Type.LABEL, stage.palette.sheet.ink)
    ]
    for number, step in enumerate(steps, 1):
        mark = Text(stage, f"{number}", Type.STRONG, stage.palette.strong)
        lines.append(
            Beside(
                stage,
                [
                    (mark, float(stage.measures.letters(11))),
                    (Text(stage, step, Type.BODY, stage.palette.sheet.ink), None),
                ],
                0,
                top=True,
            )
        )
    return Card(stage, Stack(stage, lines, unit(2)))
