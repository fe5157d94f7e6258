"""The two kinds of phase in a session: who waits for whom."""

from kiosk.journeys.phases.agency import (
    AskingStanding,
    ConfirmingRevocation,
    ForWhom,
    NextMatter,
    NotAgent,
    ReadingMandate,
    Revoking,
)
from kiosk.journeys.phases.browsing import Guide, Home, Searching, Shelf
from kiosk.journeys.phases.cases import (
    CaseOpen,
    ConfirmingAct,
    FindingCases,
    MyCases,
    NoCases,
    NoticeOpen,
    Rating,
)
from kiosk.journeys.phases.documents import (
    AboutDocument,
    DocumentEnded,
    DocumentRefused,
    Documents,
    FetchingDocument,
    FindingDocuments,
    NoDocuments,
    PrintingDocument,
)
from kiosk.journeys.phases.ending import Satisfaction
from kiosk.journeys.phases.form import Asking, Capturing, CheckingPicture, Papers
from kiosk.journeys.phases.handover import DraftCode, FetchingDraft, HandedOver
from kiosk.journeys.phases.holder_check import (
    AppChecking,
    CodeChecking,
    CodeEntry,
    CodeOffer,
    CodeSending,
    CodeStuck,
)
from kiosk.journeys.phases.lookups import Found, LookingUp, NotFound
from kiosk.journeys.phases.money import (
    Bills,
    Closing,
    NoBills,
    NotCharged,
    Ordering,
    PayChoice,
    Paying,
    PaymentEnded,
    SearchingBills,
)
from kiosk.journeys.phases.opening import (
    Confirming,
    Consent,
    FindingPerson,
    NoCard,
    OfflineNotice,
    PresentingCard,
    ReadingDocumentKey,
    TooManyWait,
    TypingDocumentKey,
)
from kiosk.journeys.phases.participation import (
    AskingFate,
    ChoosingMatter,
    ConfirmingMarks,
    FateUnknown,
    FindingMatters,
    GettingPaper,
    Marking,
    NotTaken,
    PuttingIn,
    ReadingMatter,
    TookPart,
)
from kiosk.journeys.phases.representing import (
    FindingOrganisation,
    NotOperator,
    OrganisationShown,
    ScanningOrganisation,
)
from kiosk.journeys.phases.sending import (
    Deciding,
    Delivering,
    Finished,
    NotKept,
    Recording,
    Reviewing,
    Signing,
)
from kiosk.journeys.phases.sharing import FindingProfile, NoProfile, ProfileShown, SharingConsent, ValueOpen
from kiosk.journeys.phases.slots import (
    ChoosingDay,
    ChoosingTime,
    ConfirmingSlot,
    FindingSlots,
    HoldingSlot,
    NoSlots,
)
from kiosk.journeys.phases.staff import AdmittingStaff, StaffInside, StaffPin

Page = (
    Documents
    | NoDocuments
    | AboutDocument
    | DocumentRefused
    | DocumentEnded
    | Home
    | Shelf
    | Searching
    | Guide
    | OfflineNotice
    | Consent
    | PresentingCard
    | TypingDocumentKey
    | ReadingDocumentKey
    | NoCard
    | TooManyWait
    | Confirming
    | ForWhom
    | NotAgent
    | NextMatter
    | ScanningOrganisation
    | OrganisationShown
    | NotOperator
    | ReadingMandate
    | ConfirmingRevocation
    | Asking
    | Papers
    | Capturing
    | CheckingPicture
    | CodeOffer
    | CodeEntry
    | CodeStuck
    | Reviewing
    | Signing
    | NotKept
    | Satisfaction
    | Finished
    | Found
    | NotFound
    | SharingConsent
    | ProfileShown
    | ValueOpen
    | NoProfile
    | MyCases
    | CaseOpen
    | NoticeOpen
    | ConfirmingAct
    | Rating
    | NoCases
    | ChoosingDay
    | ChoosingTime
    | ConfirmingSlot
    | NoSlots
    | NoBills
    | Bills
    | PayChoice
    | NotCharged
    | PaymentEnded
    | ChoosingMatter
    | ReadingMatter
    | Marking
    | ConfirmingMarks
    | FateUnknown
    | TookPart
    | NotTaken
    | StaffPin
    | StaffInside
    | HandedOver
    | DraftCode
)
"""Phases in which the terminal waits for the resident, as long as somebody is there."""


Waiting = (
    CodeSending
    | AskingStanding
    | FindingPerson
    | FindingOrganisation
    | AppChecking
    | Revoking
    | CodeChecking
    | Recording
    | Delivering
    | Deciding
    | LookingUp
    | FindingCases
    | FindingDocuments
    | FetchingDocument
    | PrintingDocument
    | FindingProfile
    | FindingSlots
    | HoldingSlot
    | SearchingBills
    | Ordering
    | Paying
    | Closing
    | FindingMatters
    | GettingPaper
    | PuttingIn
    | AskingFate
    | AdmittingStaff
    | FetchingDraft
)
"""Phases in which the resident waits for the terminal."""
