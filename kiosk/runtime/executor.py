"""Carries out what a journey commands, on the threads that own the means; every answer comes back as an event."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.commands import Command
from kiosk.commands.agency import AskStanding, CountAgentTime, RevokeMandate
from kiosk.commands.cards import ExpectDocument, ReadDocumentKey
from kiosk.commands.cases import FindCases
from kiosk.commands.decisions import AwaitDecision
from kiosk.commands.documents import FetchDocument, FindDocuments, PrintDocument
from kiosk.commands.handover import FetchDraft, KeepDraft
from kiosk.commands.holder_check import CheckCode, SendCode
from kiosk.commands.lookups import LookUp
from kiosk.commands.money import CloseOrder, FindBills, FollowOrder, MakeOrder
from kiosk.commands.organisations import FindOrganisation
from kiosk.commands.participation import AskAnswer, FindMatters, GetPaper, PutAnswer
from kiosk.commands.persons import FindPerson
from kiosk.commands.pictures import CloseCamera, OpenCamera, TakePicture
from kiosk.commands.printing import PrintReceipt
from kiosk.commands.scanning import CloseScanner, OpenScanner
from kiosk.commands.sending import AwaitDelivery, Record
from kiosk.commands.sessions import Wipe
from kiosk.commands.sharing import FindProfile
from kiosk.commands.slots import FindSlots, HoldSlot
from kiosk.commands.staff import AdmitStaff
from kiosk.events import Event
from kiosk.events.cards import DocumentKeyUnread
from kiosk.events.pictures import PictureFailed
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.staff import StaffRefused
from kiosk.platform.client import PlatformClient
from kiosk.platform.documents import DocumentClient
from kiosk.runtime.agent_time import AgentTime
from kiosk.runtime.decision_watch import DecisionWatch
from kiosk.runtime.document_desk import DocumentDesk
from kiosk.runtime.hardware import CameraDesk, CardWatch, ReceiptDesk
from kiosk.runtime.recorder import Recorder
from kiosk.runtime.scanning import ScanDesk
from kiosk.runtime.staff_desk import StaffDesk
from kiosk.runtime.till import Till

NOT_CONFIGURED = "NOT_CONFIGURED"

Question = (
    SendCode
    | CheckCode
    | LookUp
    | FindCases
    | FindProfile
    | KeepDraft
    | FetchDraft
    | FindSlots
    | HoldSlot
    | FindMatters
    | GetPaper
    | PutAnswer
    | AskAnswer
    | FindPerson
    | FindOrganisation
    | AskStanding
    | RevokeMandate
)
"""What the platform is asked, each on a thread of its own."""


@dataclass(frozen=True)
class Means:
    """What commands are carried out with; a device the terminal does not have is None."""

    platform: PlatformClient
    recorder: Recorder
    till: Till
    printer: ReceiptDesk | None
    camera: CameraDesk | None
    documents: DocumentClient
    document_printer: DocumentDesk | None
    decisions: DecisionWatch
    scanner: ScanDesk | None = None
    cards: tuple[CardWatch, ...] = ()
    staff: StaffDesk | None = None


def answer(  # noqa: PLR0911, PLR0912  # one a question
    platform: PlatformClient, question: Question
) -> Event:
    """Return what the platform answers; takes as long as it does."""
    match question:
        case SendCode(number, mobile, id_number):
            return platform.send_code(number, mobile, id_number)
        case CheckCode(number, check, code):
            return platform.check_code(number, check, code)
        case FindPerson(number, code, card_number):
            return platform.find_person(number, code, card_number)
        case FindOrganisation(number, code, id_number):
            return platform.find_organisation(number, code, id_number)
        case AskStanding(number, id_number):
            return platform.ask_standing(number, id_number)
        case RevokeMandate():
            return platform.revoke_mandate(question)
        case LookUp(number, item, document, public):
            return platform.look_up(number, item, document, public=public)
        case FindProfile():
            return platform.find_profile(question)
        case KeepDraft(number, document):
            return platform.keep_draft(number, document)
        case FetchDraft():
            return platform.fetch_draft(question)
        case FindCases(number, id_number):
            return platform.find_cases(number, id_number)
        case FindSlots(number, item, site):
            return platform.find_slots(number, item, site)
        case HoldSlot(number, item, slot):
            return platform.hold_slot(number, item, slot)
        case matter:
            return platform.consultations.answer(matter)


class Executor:
    """Callable with a command; returns at once."""

    def __init__(self, means: Means, post: Callable[[Event], None]) -> None:
        self._means = means
        self._post = post
        self._agent_time = AgentTime(post)

    def __call__(self, command: Command) -> None:  # noqa: PLR0912  # one a kind of command
        """Begin `command`."""
        means = self._means
        match command:
            case CountAgentTime(number, seconds):
                self._agent_time.count(number, seconds)
            case FindBills() | MakeOrder() | FollowOrder() | CloseOrder():
                means.till.carry_out(command)
            case Record():
                means.recorder.record(command)
            case AwaitDecision():
                means.decisions.watch(command)
            case AwaitDelivery():
                means.recorder.watch(command)
            case FindDocuments() | FetchDocument():
                self._ask(lambda: means.documents.answer(command))
            case PrintReceipt() | PrintDocument():
                self._print(command)
            case OpenCamera() | CloseCamera() | TakePicture() | ReadDocumentKey():
                self._camera(command)
            case ExpectDocument(_, document):
                for cards in means.cards:
                    cards.expect(document)
            case OpenScanner() | CloseScanner():
                self._scanner(open_=isinstance(command, OpenScanner))
            case AdmitStaff():
                self._admit(command)
            case Wipe(_, trail):
                self._wipe(trail)
            case question:
                self._ask(lambda: answer(means.platform, question))

    def _admit(self, command: AdmitStaff) -> None:
        if self._means.staff:
            self._means.staff.admit(command)
        else:
            self._post(StaffRefused(command.id))

    def _wipe(self, trail: Mapping[str, object] | None) -> None:
        means = self._means
        means.recorder.forget()
        means.decisions.forget()
        if trail:
            means.recorder.note(trail)
        means.till.forget()
        self._scanner(open_=False)
        for cards in means.cards:
            cards.expect(None)
        if means.camera:
            means.camera.close()

    def _scanner(self, *, open_: bool) -> None:
        scanner = self._means.scanner
        if scanner and open_:
            scanner.open()
        elif scanner:
            scanner.close()

    def _ask(self, question: Callable[[], Event]) -> None:
        """Ask the platform on a thread of its own: a hanging answer holds up neither the next resident nor the end."""
        threading.Thread(target=lambda: self._post(question()), name="platform", daemon=True).start()

    def _print(self, command: PrintReceipt | PrintDocument) -> None:
        match command:
            case PrintReceipt() if self._means.printer:
                self._means.printer.print(command)
            case PrintDocument() if self._means.document_printer:
                self._means.document_printer.print(command)
            case _:
                self._post(PrintEnded(command.id, Paper.FAILED, NOT_CONFIGURED))

    def _camera(self, command: OpenCamera | CloseCamera | TakePicture | ReadDocumentKey) -> None:
        camera = self._means.camera
        match command:
            case TakePicture(number):
                if camera:
                    camera.take(command)
                else:
                    self._post(PictureFailed(number, NOT_CONFIGURED))
            case ReadDocumentKey(number):
                if camera:
                    camera.read_key(command)
                else:
                    self._post(DocumentKeyUnread(number, "unavailable"))
            case OpenCamera() if camera:
                camera.open()
            case CloseCamera() if camera:
                camera.close()
            case _:
                return  # there is no camera; the journey was told when the terminal started
