"""When codes are asked for: the scanner passes them on only on those pages. Some answers can be scanned instead of typed."""

import re
from typing import TYPE_CHECKING

from config.catalogue import FieldType
from kiosk.commands.scanning import CloseScanner, OpenScanner
from kiosk.events.world import DeviceClass
from kiosk.journeys.phases import Phase
from kiosk.journeys.phases.form import Asking
from kiosk.journeys.phases.holder_check import CodeEntry, CodeOffer, CodeStuck
from kiosk.journeys.phases.opening import PresentingCard, ReadingDocumentKey, TypingDocumentKey
from kiosk.journeys.phases.representing import ScanningOrganisation
from kiosk.journeys.state import State

if TYPE_CHECKING:
    from kiosk.journeys.form import Question

_USCC = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}")
_LONGEST = 60
_CODED = (FieldType.ACCOUNT_NO, FieldType.USCC)
_CODED_KEYS = ("case_no", "decision_no")
"""What stands as a code on bills, licences, receipts and decisions."""


def is_coded(question: "Question") -> bool:
    """Whether the answer to a question usually stands somewhere as a code."""
    return question.field.type in _CODED or question.field.key in _CODED_KEYS


def coded(question: "Question", text: str) -> str:
    """Return what a code says of an answer: a licence's code holds more than its number."""
    if question.field.type is FieldType.USCC:
        found = _USCC.search(text.upper())
        return found.group() if found else text[:_LONGEST]
    return text[:_LONGEST]


def followed(before: State, after: State) -> State:
    """Have codes passed on while a page asks for one, and only then."""
    was, now = _asks(before, before.phase), _asks(after, after.phase)
    if was == now:
        return after
    return after.commanding(OpenScanner if now else CloseScanner)


def _asks(state: State, phase: Phase) -> bool:
    if not state.outside.works(DeviceClass.SCANNER):
        return False
    match phase:
        case (
            PresentingCard()
            | TypingDocumentKey()
            | ReadingDocumentKey()
            | ScanningOrganisation()
            | CodeOffer()
            | CodeEntry()
            | CodeStuck()
        ):
            return True
        case Asking(question):
            return is_coded(question)
        case _:
            return False
