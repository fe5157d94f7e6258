"""Walking a journey by what its pages offer: every input a view allows, everything the world may answer.

Diagrams and tests walk `step` with it; a terminal never does.
"""

from collections.abc import Iterator
from dataclasses import replace

from devices.card_reader import Card, CardKind
from devices.card_reader.mrz import DocumentKey
from kiosk.case_file import Act, Appointment, CaseFile, Missing, Notice, Step
from kiosk.consultations import Matter, MatterQuestion, Option, Paper
from kiosk.decision import Decision
from kiosk.document import Printable
from kiosk.events import Event
from kiosk.events.agency import AgentTimeUp, MandateRevoked, MandateStands, StandingTold, StandingUnknown
from kiosk.events.cards import (
    CardFailed,
    CardLifted,
    CardPresented,
    CardReading,
    DocumentKeyRead,
    DocumentKeyUnread,
)
from kiosk.events.cases import CasesFound, CasesNotFound
from kiosk.events.decisions import DecisionHeard
from kiosk.events.documents import (
    DocumentFetched,
    DocumentNotFetched,
    DocumentsFound,
    DocumentsNotFound,
)
from kiosk.events.handover import DraftFetched, DraftKept, DraftNotFetched, DraftNotKept
from kiosk.events.holder_check import CodeChecked, CodeNotSent, CodeSent
from kiosk.events.lookups import SheetFound, SheetNotFound
from kiosk.events.money import BillsFound, BillsNotFound, OrderChanged, OrderMade, OrderNotMade, OrderSilent
from kiosk.events.organisations import OrganisationFound, OrganisationNotFound
from kiosk.events.participation import (
    AnswerIn,
    AnswerNotIn,
    AnswerSilent,
    MattersFound,
    MattersNotFound,
    PaperGiven,
    PaperRefused,
)
from kiosk.events.persons import PersonFound, PersonNotFound
from kiosk.events.pictures import PictureFailed, PictureTaken
from kiosk.events.printing import Paper as Printed
from kiosk.events.printing import PrintEnded
from kiosk.events.scanning import CodeScanned, CodeUnusable
from kiosk.events.sending import Delivered, NotRecorded, Recorded, Refused
from kiosk.events.sharing import ProfileFound, ProfileNotFound
from kiosk.events.slots import SlotGone, SlotHeld, SlotsFound, SlotsNotFound
from kiosk.events.staff import StaffAdmitted, StaffRefused
from kiosk.events.world import DeviceClass, TimedOut
from kiosk.handover import Draft
from kiosk.journeys.phases.agency import AskingStanding, NextMatter, Revoking
from kiosk.journeys.phases.browsing import Guide
from kiosk.journeys.phases.cases import FindingCases, NoticeOpen
from kiosk.journeys.phases.documents import (
    DocumentEnded,
    FetchingDocument,
    FindingDocuments,
    Printables,
    PrintingDocument,
)
from kiosk.journeys.phases.form import Capturing
from kiosk.journeys.phases.handover import FetchingDraft
from kiosk.journeys.phases.holder_check import AppChecking, CodeChecking, CodeEntry, CodeOffer, CodeSending
from kiosk.journeys.phases.lookups import Found, LookingUp
from kiosk.journeys.phases.money import Closing, Ordering, Paying, Payment, PaymentEnded, SearchingBills
from kiosk.journeys.phases.opening import FindingPerson, PresentingCard, ReadingDocumentKey
from kiosk.journeys.phases.overlays import HandingOver
from kiosk.journeys.phases.participation import (
    AskingFate,
    FindingMatters,
    GettingPaper,
    Participation,
    PuttingIn,
    TookPart,
)
from kiosk.journeys.phases.representing import FindingOrganisation, ScanningOrganisation
from kiosk.journeys.phases.sending import Deciding, Delivering, Finished, Recording, Reviewing
from kiosk.journeys.phases.sharing import FindingProfile
from kiosk.journeys.phases.slots import FindingSlots, HoldingSlot
from kiosk.journeys.phases.staff import AdmittingStaff
from kiosk.journeys.sign_in_ways import Way, ways
from kiosk.journeys.state import State
from kiosk.organisation import Organisation
from kiosk.payment import Bill, Order
from kiosk.profile import Profile, Shared
from kiosk.roster import Standing
from kiosk.sheet import Bilingual, Sheet, SheetGroup, SheetRow
from kiosk.slots import Slot
from kiosk.staff import ParkedItem, Report
from screens.views import AnyView
from screens.views.choices import OptionGroup
from screens.views.entry import Entry, Keyboard
from screens.views.frame import Action
from screens.views.inputs import Drawn, Edited, Touched
from screens.views.menus import Search
from screens.views.pictures import Sign

SPECIMEN = Card(CardKind.RESIDENT, name="张三", id_number="440104198808080023")
"""A card of nobody: a specimen number with a valid check digit."""

RESIDENT = Card(CardKind.RESIDENT, name="李四", id_number="440102194501010011")
"""The card of another one, for whom somebody acts."""

DOCUMENT_HOLDER = Card(
    CardKind.TRAVEL_DOCUMENT,
    name="ERIKSSON, ANNA MARIA",
    id_number="L898902C3",
    extra={"authenticity": "verified"},
)
"""The specimen of Doc 9303-4."""

DOCUMENT_KEY = DocumentKey("L898902C3", "740812", "120415")
"""What opens it."""

UNREAD = ("no-lines", "unclear", "unavailable", "stopped")
"""Why the camera reads nothing."""

STANDING = Standing("active", "agent-01", Bilingual("示范代办点", "Model help point"))
"""A registered agent."""

ORGANISATION = Organisation(
    "91440101000000003U",
    Bilingual("示范商贸有限公司", "Model Trading Company"),
    "check-organisation",
    "authorised",
    scope=Bilingual("人社、残联事项", "Employment and disability matters"),
    owners=frozenset({"RS", "CL"}),
    until="2027-12-31",
    representative="示范丁",
    address=("", "样本路2号"),
    phone="020-12345678",
)
"""An organisation whose operator may bring the matters of two offices."""

TYPED = ("13800138000", "246810", "示范路2号", "s")
A_DAY = "2026-12-01"
SIGNATURE = (((0.1, 0.5), (0.9, 0.5)),)
_BECOMES = ("closed", "paid", "settled", "refunded")
BILL = Bill("b1", "水费", "Water", "供水企业", "Water utility", "2026-10", 6820)
ORDER = Order("o1", "20261125-000001", "pending", "https://example.org/pay/c", 300, "https://example.org/p/t")
_MOMENT = "2026-11-25T10:00:00+08:00"
SHEET = Sheet(
    _MOMENT,
    (
        SheetGroup(
            Bilingual("记录", "Records"), (SheetRow(Bilingual("编号", "Number"), Bilingual("1", "1"), "1"),)
        ),
    ),
)
"""What is found: one line, which leads on."""

DOCUMENT = Printable("d1", "参保证明", "Proof", "示范单位", "Model office", "2026-11-25", "2027-02-23", 2)
"""What can be printed: one document of two sheets."""

SLOTS = (Slot("CP-018.site-01.202611270900", "2026-11-27T09:00:00+08:00", "示范窗口", "Model window", 2),)
"""What is free: one time."""

_WORDS = Bilingual("内容", "Words")
MATTERS = (
    Matter("m1", _WORDS, _WORDS, _WORDS, _WORDS, "2027-01-01T18:00:00+08:00", True),
    Matter("m2", _WORDS, _WORDS, _WORDS, _WORDS, "2026-10-01T18:00:00+08:00", False, SHEET.groups, _WORDS),
)
"""What is open and what is over: one of each."""

PAPER = Paper(
    "secret",
    tuple(
        MatterQuestion(
            name, Bilingual(name, name), tuple(Option(mark, Bilingual(mark, mark)) for mark in ("yes", "no"))
        )
        for name in ("q1", "q2")
    ),
)
"""A paper with two questions."""
PROFILE = Profile(
    _MOMENT, (Shared("contact.mobile", "13800000000", "pop", "2026-03-02"),), frozenset({"hukou_book"})
)
"""What departments hold: a telephone number; and they prove a paper."""

DRAFT = Draft("https://example.org/w/x", "12345678", "2026-12-02T10:00:00+08:00")
DRAFTED = {"contact.mobile": "13800000000"}
"""What is kept for a phone, and what was answered in it."""

_SAID = Bilingual("请补正", "Please correct")
CASES = (
    CaseFile(
        "440100-20261125-000001-Z",
        "MZ-004",
        "S20",
        Bilingual("待补正", "Papers to be corrected"),
        "stopped",
        Bilingual("■ 已停表，等待补正", "■ Clock stopped until the papers are corrected"),
        _MOMENT,
        "2026-12-09",
        "",
        (Step(Bilingual("已提交（尚未受理）", "Submitted (not yet accepted)"), _MOMENT),),
        (
            Notice(
                "R_CORRECT",
                "演示补正字〔2026〕第000001号",
                _MOMENT,
                _SAID,
                Bilingual("样章", "Seal"),
                "https://example.org/n/x",
            ),
            Notice("R_ACCEPT", "演示受字〔2026〕第000001号", _MOMENT, _SAID, Bilingual(), ""),
        ),
        (Missing("bank_book", Bilingual("看不清", "not legible")),),
        (Act.SUPPLEMENT, Act.WITHDRAW, Act.RATE, Act.COMPLAIN),
    ),
    CaseFile(
        "440100-20261125-000002-X",
        "CP-018",
        "S30",
        Bilingual("已受理", "Accepted"),
        "green",
        Bilingual("● 正常", "● In time"),
        _MOMENT,
        "",
        "2026-12-20",
        acts=(Act.REBOOK, Act.CANCEL),
        appointment=Appointment(
            "2026-12-01T09:00:00+08:00", "site-01", Bilingual("示范窗口", "Model window")
        ),
    ),
)
"""A resident's cases: one to be corrected, and one with an appointment; between them everything can be asked."""

REPORT = Report(
    3, 1, 1800, 30, 1, (ParkedItem("P-GZ000-20261125-0001-A", "MZ-004", "HTTP 422"),), "", "1.0", 7, 2**33
)
"""How a terminal is: something waits, and something was refused."""

_ACTIONS = ("primary", "secondary", "back", "leave", "add", "clear")


def touches(view: AnyView) -> tuple[str, ...]:
    """Return the ids of everything on a page that can be pressed; what is greyed explains itself and is not among them."""
    return tuple(dict.fromkeys(_ids(view)))


def inputs(view: AnyView) -> tuple[Event, ...]:
    """Return everything a resident can do on a page: touch, type, draw."""
    pressed = [Touched(one) for one in touches(view)]
    typed = [Edited(text) for text in _typed(view)]
    drawn = [Drawn(SIGNATURE)] if isinstance(view, Sign) else []
    return (*pressed, *typed, *drawn)


def _typed(view: AnyView) -> tuple[str, ...]:
    """What is typed: a day where a day is asked, else something of everything."""
    if isinstance(view, Entry) and view.keyboard is Keyboard.DATE:
        return (A_DAY,)
    return TYPED if isinstance(view, Entry | Search) else ()


def happenings(state: State) -> tuple[Event, ...]:
    """Return everything the world can answer in a state: time, cards, completions of what was commanded."""
    return (TimedOut(state.entered), *_answers(state))


def _ids(view: AnyView) -> Iterator[str]:
    actions = (getattr(view, name, None) for name in _ACTIONS)
    yield from (one.id for one in (*actions, *view.tools) if isinstance(one, Action) and one.enabled)
    for section in getattr(view, "sections", ()):
        yield from (tile.id for tile in section.tiles)
    for name in ("tiles", "options", "checks"):
        yield from (one.id for one in getattr(view, name, ()))
    for group in getattr(view, "groups", ()):
        if isinstance(group, OptionGroup):
            yield from (option.id for option in group.options)
        else:
            yield from (row.action.id for row in group.rows if row.action and row.action.enabled)


def _answers(state: State) -> tuple[Event, ...]:  # noqa: PLR0911, PLR0912  # one a kind of phase
    if isinstance(state.phase, Payment):
        return _of_payment(state.phase)
    if isinstance(state.phase, Participation):
        return _of_participation(state.phase)
    if isinstance(state.phase, Printables):
        return _of_documents(state.phase)
    match state.phase:
        case Reviewing(asked=command) if command:
            return (SheetFound(command, SHEET),)
        case PresentingCard():
            return (
                CardReading(),
                CardPresented(SPECIMEN),
                *((CardPresented(RESIDENT),) if state.session.agent else ()),
                CardFailed("CARD_READ_FAILED", "ask_resident"),
                *_documents(state),
                CardLifted(),
                *_scanned(state),
            )
        case ReadingDocumentKey(reading=int(command)):
            return DocumentKeyRead(command, DOCUMENT_KEY), *(
                DocumentKeyUnread(command, why) for why in UNREAD
            )
        case FindingPerson(command) | AppChecking(command):
            persons = (PersonFound(command, SPECIMEN, "check"), PersonFound(command, RESIDENT))
            return *persons, PersonNotFound(command, "over")
        case AskingStanding(command):
            told = (StandingTold(command, one) for one in (STANDING, Standing("suspended")))
            return *told, StandingUnknown(command, "refused")
        case FindingOrganisation(command):
            return _organisations(command)
        case Revoking(command):
            return MandateRevoked(command, SHEET), MandateStands(command, "unknown")
        case NextMatter() if state.session.agent:
            return (AgentTimeUp(state.session.agent.counted),)
        case CodeOffer() | CodeEntry() | ScanningOrganisation():
            return _scanned(state)
        case CodeSending(command):
            return CodeSent(command, "check"), *(
                CodeNotSent(command, why) for why in ("offline", "too_many", "refused")
            )
        case CodeChecking(command):
            outcomes = ("verified", "wrong", "expired", "too_many", "offline")
            return tuple(CodeChecked(command, outcome) for outcome in outcomes)
        case Capturing(taking=int(command)):
            return PictureTaken(command, b"a picture"), PictureFailed(command, "CAMERA_SILENT")
        case Recording(command):
            kept = Recorded(command, "transaction", "P-GZ000-20261125-0001-A", _MOMENT)
            return kept, NotRecorded(command, "disk_full")
        case Delivering():
            return Delivered("transaction", "case", "https://example.org/f/x", _MOMENT), Refused(
                "transaction", "unknown"
            )
        case Deciding(command):
            ends = ("", "granted", "refused", "staff")
            return tuple(DecisionHeard(command, Decision(Bilingual("已受理"), end)) for end in ends)
        case FindingSlots(command):
            return SlotsFound(command, SLOTS), SlotsFound(command, ()), SlotsNotFound(command, "offline")
        case HoldingSlot(command):
            return SlotHeld(command, "hold"), SlotGone(command), SlotsNotFound(command, "refused")
        case FindingProfile(command):
            said = ProfileFound(command, PROFILE), ProfileFound(command, replace(PROFILE, values=()))
            return *said, *(ProfileNotFound(command, why) for why in ("offline", "refused"))
        case HandingOver(command):
            return DraftKept(command, DRAFT), *(DraftNotKept(command, why) for why in ("offline", "refused"))
        case FetchingDraft(command):
            whys = ("offline", "unknown", "too_many", "refused")
            return DraftFetched(command, DRAFTED), *(DraftNotFetched(command, why) for why in whys)
        case FindingCases(command):
            reasons = ("offline", "refused")
            mine = CasesFound(command, CASES), CasesFound(command, ())
            return *mine, *(CasesNotFound(command, why) for why in reasons)
        case AdmittingStaff(command):
            return StaffAdmitted(command, REPORT), StaffRefused(command), StaffRefused(command, 30)
        case LookingUp(command):
            found = (SHEET, replace(SHEET, revoke="m")) if state.item.kind == "agency" else (SHEET,)
            return *(SheetFound(command, one) for one in found), *(
                SheetNotFound(command, why) for why in ("offline", "unknown", "refused")
            )
        case (
            Finished(printing=printing)
            | Guide(printing=printing)
            | Found(printing=printing)
            | NoticeOpen(printing=printing)
        ) if printing and printing.paper is None:
            return tuple(PrintEnded(printing.command, paper) for paper in Printed)
        case _:
            return ()


def _of_documents(phase: Printables) -> tuple[Event, ...]:
    match phase:
        case FindingDocuments(command):
            found = (DOCUMENT,), (), (replace(DOCUMENT, sealed=False), replace(DOCUMENT, fee=500))
            return DocumentsNotFound(command, "refused"), *(DocumentsFound(command, some) for some in found)
        case FetchingDocument(command):
            reasons = ("offline", "refused", "unsealed", "uncoded", "altered")
            return DocumentFetched(command, b"%PDF-"), *(DocumentNotFetched(command, why) for why in reasons)
        case PrintingDocument(printing=printing) | DocumentEnded(printing=printing):
            ends = (
                (Printed.PRINTED, ""),
                (Printed.FAILED, "PRINT_INCOMPLETE"),
                (Printed.FAILED, "PRINTED_BEFORE"),
                (Printed.UNKNOWN, ""),
            )
            return tuple(PrintEnded(printing.command, paper, code) for paper, code in ends)
        case _:
            return ()


def _documents(state: State) -> tuple[Event, ...]:
    """What a reader of travel documents can say, where they sign in."""
    if Way.TRAVEL_DOCUMENT not in ways(state.outside, state.item):
        return ()
    refused = (CardFailed(code, "ask_resident") for code in ("MRZ_NEEDED", "MRZ_MISMATCH"))
    return CardPresented(DOCUMENT_HOLDER), *refused


def _organisations(command: int) -> tuple[Event, ...]:
    """What the platform can say of an organisation that shows its code."""
    everything = replace(ORGANISATION, owners=frozenset())
    nobody = replace(ORGANISATION, authority="none", scope=Bilingual(), owners=frozenset(), until="")
    found = (everything, ORGANISATION, nobody, replace(nobody, struck_off=True))
    return *(OrganisationFound(command, one) for one in found), OrganisationNotFound(command, "over")


def _scanned(state: State) -> tuple[Event, ...]:
    """What a scanner can say, where there is one."""
    if not state.outside.works(DeviceClass.SCANNER):
        return ()
    return CodeScanned("a code"), CodeUnusable("payment")


def _of_payment(phase: Payment) -> tuple[Event, ...]:
    match phase:
        case SearchingBills(command):
            bills = (BILL,), (), (replace(BILL, locked=True),)
            return BillsNotFound(command, "refused"), *(BillsFound(command, found) for found in bills)
        case Ordering(command):
            return OrderMade(command, ORDER), OrderNotMade(command, "locked")
        case Paying(command):
            return tuple(OrderChanged(command, said) for said in ("userpaying", *_BECOMES))
        case Closing(command):
            return OrderSilent(command), *(OrderChanged(command, said) for said in _BECOMES)
        case PaymentEnded(command, printing=printing):
            papers = (
                PrintEnded(printing.command, Printed.PRINTED) if printing and not printing.paper else None
            )
            return tuple(OrderChanged(command, said) for said in _BECOMES) + ((papers,) if papers else ())
        case _:
            return ()


def _of_participation(phase: Participation) -> tuple[Event, ...]:
    match phase:
        case FindingMatters(command):
            return (
                MattersFound(command, MATTERS),
                MattersFound(command, ()),
                MattersNotFound(command, "offline"),
            )
        case GettingPaper(command):
            reasons = ("took-part", "not-eligible", "closed", "offline", "refused")
            return PaperGiven(command, PAPER), *(PaperRefused(command, reason) for reason in reasons)
        case PuttingIn(command):
            return AnswerIn(command, "CODE"), AnswerNotIn(command, "void"), AnswerSilent(command)
        case AskingFate(command):
            return AnswerIn(command, "CODE"), AnswerNotIn(command, "not-in"), AnswerSilent(command)
        case TookPart(printing=printing) if printing and printing.paper is None:
            return tuple(PrintEnded(printing.command, paper) for paper in Printed)
        case _:
            return ()
