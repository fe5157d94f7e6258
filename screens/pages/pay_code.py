"""A code to be paid by phone: the amount large, the code large, and where cash is taken."""

from screens.pages.content import Content, Flow
from screens.stage import Stage
from screens.theme import Type
from screens.views.waiting import PayCode
from screens.widgets.card import Card
from screens.widgets.element import Beside, Element, Stack
from screens.widgets.pictures import QrCode
from screens.widgets.text import Text

_QR_MM = 95.0
_QR_LYING_MM = 85.0  # not below 35 mm: it is scanned from half a metre


def pay_code(view: PayCode, stage: Stage) -> Content:
    """Return the amount and the code."""
    unit, portrait = stage.measures.unit, stage.measures.portrait
    side = _QR_MM if portrait else _QR_LYING_MM
    words: list[Element] = [
        Text(
            stage, view.amount, Type.TITLE, stage.palette.sheet.ink, most=1, size=stage.measures.em(Type.HERO)
        ),
        Text(stage, view.payee, Type.BODY, stage.palette.sheet.ink),
        *(Text(stage, note, Type.SMALL, stage.palette.sheet.soft) for note in view.notes),
    ]
    code = QrCode(stage, view.qr, side)
    inside: Element = (
        Stack(stage, [*words, code], unit(5))
        if portrait
        else Beside(stage, [(code, float(unit(side))), (Stack(stage, words, unit(5)), None)], unit(8))
    )
    return Flow(stage, [Card(stage, inside)])
