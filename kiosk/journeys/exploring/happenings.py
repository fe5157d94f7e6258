"""What the world can answer in a state."""

from dataclasses import replace

from kiosk.decision import Decision
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
from kiosk.journeys.exploring.specimens import (
    _MOMENT,
    BILL,
    CASES,
    DOCUMENT,
    DOCUMENT_HOLDER,
    DOCUMENT_KEY,
    DRAFT,
    DRAFTED,
    MATTERS,
    ORDER,
    ORGANISATION,
    PAPER,
    PROFILE,
    REPORT,
    RESIDENT,
    SHEET,
    SLOTS,
    SPECIMEN,
    STANDING,
    UNREAD,
)
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
from kiosk.roster import Standing
from kiosk.sheet import Bilingual

_BECOMES = ("closed", "paid", "settled", "refunded")


def happenings(state: State) -> tuple[Event, ...]:
    """Return everything the world can answer in a state: time, cards, completions of what was commanded."""
    return (TimedOut(state.entered), *_answers(state))


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
