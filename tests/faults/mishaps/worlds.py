"""How the world answers commands while something is broken: as the real means do, everything else works."""

from collections.abc import Callable

from kiosk.commands import Command
from kiosk.commands.agency import AskStanding, RevokeMandate
from kiosk.commands.cases import FindCases
from kiosk.commands.decisions import AwaitDecision
from kiosk.commands.documents import FetchDocument, FindDocuments, PrintDocument
from kiosk.commands.handover import FetchDraft, KeepDraft
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.lookups import LookUp
from kiosk.commands.money import CloseOrder, FindBills, FollowOrder, MakeOrder
from kiosk.commands.participation import AskAnswer, FindMatters, GetPaper, PutAnswer
from kiosk.commands.persons import FindPerson
from kiosk.commands.pictures import TakePicture
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sending import AwaitDelivery
from kiosk.commands.sharing import FindProfile
from kiosk.commands.slots import FindSlots, HoldSlot
from kiosk.events import Event
from kiosk.events.agency import MandateStands, StandingUnknown
from kiosk.events.cases import CasesNotFound
from kiosk.events.documents import DocumentNotFetched, DocumentsNotFound
from kiosk.events.handover import DraftNotFetched, DraftNotKept
from kiosk.events.holder_check import CodeChecked, CodeNotSent
from kiosk.events.lookups import SheetNotFound
from kiosk.events.money import BillsNotFound, OrderNotMade, OrderSilent
from kiosk.events.participation import AnswerSilent, MattersNotFound, PaperRefused
from kiosk.events.persons import PersonNotFound
from kiosk.events.pictures import PictureFailed
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sharing import ProfileNotFound
from kiosk.events.slots import SlotsNotFound
from tests.kiosk.journeys.terminal import Answer, willing

_ANSWERS: dict[type, Callable[[int, str], Event]] = {
    AskStanding: StandingUnknown,
    FetchDocument: DocumentNotFetched,
    FetchDraft: DraftNotFetched,
    FindBills: BillsNotFound,
    FindCases: CasesNotFound,
    FindDocuments: DocumentsNotFound,
    FindMatters: MattersNotFound,
    FindPerson: PersonNotFound,
    FindProfile: ProfileNotFound,
    FindSlots: SlotsNotFound,
    GetPaper: PaperRefused,
    HoldSlot: SlotsNotFound,
    KeepDraft: DraftNotKept,
    LookUp: SheetNotFound,
    MakeOrder: OrderNotMade,
    RevokeMandate: MandateStands,
    SendCode: CodeNotSent,
}


def without_platform(reason: str) -> Answer:
    """Nobody is there (`offline`), or the platform is there and fails (`refused`); what was put in stays without an answer."""

    def answer(command: Command) -> Event | None:
        if type(command) in _ANSWERS:
            return _ANSWERS[type(command)](command.id, reason)
        match command:
            case CheckCode(number):
                return CodeChecked(number, "offline")
            case CloseOrder(number):
                return OrderSilent(number)
            case PutAnswer(number) | AskAnswer(number):
                return AnswerSilent(number)
            case FollowOrder() | AwaitDelivery() | AwaitDecision():
                return None
            case _:
                return willing(command)

    return answer


def without_paper(command: Command) -> Event | None:
    """Both printers have no paper, or jam."""
    if isinstance(command, PrintReceipt | PrintDocument):
        return PrintEnded(command.id, Paper.FAILED, "PAPER_OUT")
    return willing(command)


def without_camera(command: Command) -> Event | None:
    """The camera takes no picture."""
    return (
        PictureFailed(command.id, "CAMERA_SILENT") if isinstance(command, TakePicture) else willing(command)
    )
