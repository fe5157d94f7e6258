"""A terminal without hardware: carries out what a journey commands, at once, as real means would answer."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from config.catalogue import Catalogue
from config.catalogue.load import demonstration
from config.settings import Settings
from config.working_days import shipped
from devices.card_reader import Card, CardKind, Sex
from kiosk.catalogue.home import group_of
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
from kiosk.decision import Decision
from kiosk.events import Event
from kiosk.events.agency import MandateRevoked, StandingTold
from kiosk.events.cards import DocumentKeyRead
from kiosk.events.cases import CasesFound
from kiosk.events.decisions import DecisionHeard
from kiosk.events.documents import DocumentFetched, DocumentsFound
from kiosk.events.handover import DraftFetched, DraftKept
from kiosk.events.holder_check import CodeChecked, CodeSent
from kiosk.events.lookups import SheetFound
from kiosk.events.money import BillsFound, OrderChanged, OrderMade
from kiosk.events.organisations import OrganisationFound
from kiosk.events.participation import AnswerIn, MattersFound, PaperGiven
from kiosk.events.persons import PersonFound
from kiosk.events.pictures import PictureTaken
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Delivered, Recorded
from kiosk.events.sharing import ProfileFound
from kiosk.events.slots import SlotHeld, SlotsFound
from kiosk.events.staff import StaffAdmitted, StaffRefused
from kiosk.events.world import DeviceChanged, DeviceClass, NetworkChanged, TimedOut
from kiosk.journeys import State, deadline, start, step, view
from kiosk.journeys.exploring.inputs import touches
from kiosk.journeys.exploring.specimens import (
    BILL,
    CASES,
    DOCUMENT,
    DOCUMENT_KEY,
    DRAFT,
    DRAFTED,
    MATTERS,
    ORDER,
    ORGANISATION,
    PAPER,
    PROFILE,
    REPORT,
    SHEET,
    SLOTS,
    STANDING,
)
from kiosk.sheet import Bilingual
from screens.views import AnyView
from screens.views.inputs import Touched

CATALOGUE: Catalogue = demonstration()
TODAY = date(2026, 11, 25)
CODE = "246810"
PIN = "24681012"
PDF = b"%PDF-1.4 a document"
JPEG = b"\xff\xd8 a picture"
CARD = Card(
    CardKind.RESIDENT,
    name="张三丰",
    id_number="440104198808080023",
    sex=Sex.FEMALE,
    ethnicity="汉",
    birth_date=date(1988, 8, 8),
    address="广东省广州市越秀区示范路1号101房",
    issuing_authority="广州市公安局越秀分局",
    valid_from=date(2016, 1, 1),
    valid_until=date(2036, 1, 1),
)
AGENT = Card(CardKind.RESIDENT, name="李四海", id_number="44010519620312123X")
SETTINGS = Settings.model_validate(
    {
        "staff": {"pin": f"$scrypt$ln=15,r=8,p=1${'0' * 22}${'0' * 43}"},
        "site": {"window_zh": "北京街道公共服务办", "window_en": "the Beijing Street office"},
    }
)


def still_to_come(code: str) -> Catalogue:
    """The catalogue with an item whose flow no terminal knows yet."""
    items = (
        item.model_copy(update={"flow": "still_to_come"}) if item.code == code else item
        for item in CATALOGUE.items
    )
    return Catalogue.model_construct(**{**dict(CATALOGUE), "items": tuple(items)})


C = TypeVar("C", bound=Command)
Answer = Callable[[Command], Event | None]


def willing(command: Command) -> Event | None:  # noqa: PLR0912  # one a command
    """Answer as means that all work."""
    match command:
        case SendCode(number):
            return CodeSent(number, f"check-{number}")
        case CheckCode(number, _, code):
            return CodeChecked(number, "verified" if code == CODE else "wrong")
        case FindPerson(number):
            return PersonFound(number, CARD, "check-app")
        case FindOrganisation(number):
            return OrganisationFound(number, replace(ORGANISATION, owners=frozenset()))
        case AskStanding(number):
            return StandingTold(number, STANDING)
        case RevokeMandate(number):
            return MandateRevoked(number, SHEET)
        case FindSlots(number):
            return SlotsFound(number, SLOTS)
        case HoldSlot(number):
            return SlotHeld(number, "hold")
        case FindMatters(number):
            return MattersFound(number, MATTERS)
        case GetPaper(number):
            return PaperGiven(number, PAPER)
        case PutAnswer(number) | AskAnswer(number):
            return AnswerIn(number, "CODE1-CODE2")
        case FindProfile(number):
            return ProfileFound(number, PROFILE)
        case KeepDraft(number):
            return DraftKept(number, DRAFT)
        case FetchDraft(number):
            return DraftFetched(number, DRAFTED)
        case FindCases(number):
            return CasesFound(number, CASES)
        case LookUp(number):
            return SheetFound(number, SHEET)
        case FindBills(number):
            return BillsFound(number, (BILL,))
        case MakeOrder(number):
            return OrderMade(number, ORDER)
        case FollowOrder(number):
            return OrderChanged(number, "settled")
        case CloseOrder(number):
            return OrderChanged(number, "closed")
        case ReadDocumentKey(number):
            return DocumentKeyRead(number, DOCUMENT_KEY)
        case TakePicture(number):
            return PictureTaken(number, JPEG)
        case Record(number):
            return Recorded(
                number, f"0190-{number}", f"P-GZ044-20261125-{number:04d}-K", "2026-11-25T10:00:00+08:00"
            )
        case AwaitDelivery(number, transaction):
            return Delivered(
                transaction,
                f"440104-20261125-{number:06d}-Z",
                "https://example.org/f/token",
                "2026-11-25T02:00:01+00:00",
            )
        case AwaitDecision(number):
            return DecisionHeard(number, Decision(Bilingual("已办结", "Completed"), "granted"))
        case PrintReceipt(number):
            return PrintEnded(number, Paper.PRINTED)
        case FindDocuments(number):
            return DocumentsFound(number, (DOCUMENT,))
        case FetchDocument(number):
            return DocumentFetched(number, PDF)
        case PrintDocument(number):
            return PrintEnded(number, Paper.PRINTED)
        case AdmitStaff(number, pin):
            return StaffAdmitted(number, REPORT) if pin == PIN else StaffRefused(number)
        case OpenCamera() | CloseCamera() | OpenScanner() | CloseScanner() | ExpectDocument():
            return None
        case CountAgentTime() | Wipe():
            return None


@dataclass
class Terminal:
    """The state of a journey, and everything that was commanded; `answer` says how the means behave."""

    state: State = field(default_factory=lambda: start(SETTINGS, CATALOGUE, TODAY, "GZ044", shipped()))
    answer: Answer = willing
    commands: list[Command] = field(default_factory=list)

    @property
    def view(self) -> AnyView:
        """The page."""
        return view(self.state)

    @property
    def page(self) -> str:
        """The name of the page."""
        return self.view.page

    def post(self, *events: Event) -> "Terminal":
        """Let events happen, and what answers them."""
        waiting = list(events)
        while waiting:
            self.state, commands = step(self.state, waiting.pop(0))
            self.commands += commands
            waiting += [event for event in map(self.answer, commands) if event is not None]
        return self

    def touch(self, *ids: str) -> "Terminal":
        """Touch one thing after the other; each must be on the page."""
        for one in ids:
            assert one in touches(self.view), f"{one} is not on {self.page}: {sorted(touches(self.view))}"
            self.post(Touched(one))
        return self

    def finish(self) -> "Terminal":
        """Touch what says that it is done, and say nothing of what one thinks of it; the goodbye comes."""
        self.touch("done")
        return self.touch("skip") if self.page == "rate" else self

    def wait(self) -> "Terminal":
        """Let the time of the phase pass."""
        assert deadline(self.state) is not None
        return self.post(TimedOut(self.state.entered))

    def commanded(self, kind: type[C]) -> list[C]:
        """Return the commands of a kind."""
        return [command for command in self.commands if isinstance(command, kind)]

    def open(self, code: str, *, online: bool = True) -> "Terminal":
        """Go from attract to the guide of an item; for an organisation's there is a scanner."""
        item = CATALOGUE.by_code[code]
        if item.sign_in == "L3":
            self.post(DeviceChanged(DeviceClass.SCANNER, working=True))
        self.post(NetworkChanged(online), Touched("start"))
        group = group_of(CATALOGUE, item)
        return self.touch(f"group.{group.value}", f"item.{code}")
