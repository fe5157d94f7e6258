"""What a journey asks the world to do. Every command has an id that its completion echoes.

The runtime carries commands out on worker threads; a journey only ever sees the answering event.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from devices.printer import Receipt
from screens.views.inputs import Stroke

if TYPE_CHECKING:
    from devices.card_reader.mrz import DocumentKey


@dataclass(frozen=True, slots=True)
class SendCode:
    """Have the platform send a one-time code to a mobile; when that is empty, to the one it knows. Answered by `CodeSent` or `CodeNotSent`."""

    id: int
    mobile: str = field(repr=False)
    id_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckCode:
    """Ask the platform whether the code is right. Answered by `CodeChecked`."""

    id: int
    check: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindPerson:
    """Ask the platform who shows a phone's `code`, or whose the social security card `card_number` is.

    Answered by `PersonFound` or `PersonNotFound`.
    """

    id: int
    code: str = field(default="", repr=False)
    card_number: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ExpectDocument:
    """Have the readers open a travel document with its key, the one that lies there or will be laid. Has no answer."""

    id: int
    document: "DocumentKey" = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadDocumentKey:
    """Have the camera look for a travel document's machine-readable zone. Answered by `DocumentKeyRead` or `DocumentKeyUnread`."""

    id: int


@dataclass(frozen=True, slots=True)
class OpenScanner:
    """Pass on what is scanned from now on, as `CodeScanned` or `CodeUnusable`. Has no answer."""

    id: int


@dataclass(frozen=True, slots=True)
class CloseScanner:
    """Pass on nothing more."""

    id: int


@dataclass(frozen=True, slots=True)
class AskStanding:
    """Ask how the holder of a card stands in the roster of agents. Answered by `StandingTold` or `StandingUnknown`."""

    id: int
    id_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindOrganisation:
    """Ask the platform which organisation shows a `code`, and what the holder of a card may do for it.

    Answered by `OrganisationFound` or `OrganisationNotFound`.
    """

    id: int
    code: str = field(repr=False)
    id_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CountAgentTime:
    """Count the seconds of an agent's session; another count ends this one. Answered by `AgentTimeUp`."""

    id: int
    seconds: float


@dataclass(frozen=True, slots=True)
class RevokeMandate:
    """Have a mandate revoked by whoever gave it. Answered by `MandateRevoked` or `MandateStands`."""

    id: int
    mandate: str = field(repr=False)
    id_number: str = field(repr=False)
    holder_check: str


@dataclass(frozen=True, slots=True)
class LookUp:
    """Ask the platform what it holds for an item. Answered by `SheetFound` or `SheetNotFound`.

    `document` is the JSON body of `POST /v1/lookups/{item}`; a `public` answer may be kept for when there is no network.
    """

    id: int
    item: str
    document: str = field(repr=False)
    public: bool = False


@dataclass(frozen=True, slots=True)
class FindProfile:
    """Ask what departments hold about the checked holder, for an item. Answered by `ProfileFound` or `ProfileNotFound`.

    `hints` when they have agreed to hear what else they may be entitled to.
    """

    id: int
    item: str
    id_number: str = field(repr=False)
    holder_check: str = field(repr=False)
    hints: bool = False


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Have the platform keep what was entered for the resident's phone. Answered by `DraftKept` or `DraftNotKept`.

    `document` is the JSON body of `POST /v1/drafts`.
    """

    id: int
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FetchDraft:
    """Ask for the draft of the holder of a document, by its `code`. Answered by `DraftFetched` or `DraftNotFetched`."""

    id: int
    item: str
    id_number: str = field(repr=False)
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindCases:
    """Ask the platform for the cases of the holder of a document. Answered by `CasesFound` or `CasesNotFound`."""

    id: int
    id_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindBills:
    """Ask what is owed. `document` is the JSON body of `POST /v1/bills`. Answered by `BillsFound` or `BillsNotFound`."""

    id: int
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MakeOrder:
    """Have the platform make an order for a bill. Answered by `OrderMade` (it is in the journal then) or `OrderNotMade`.

    `id_number` is that of whoever signed in to pay, so that they find the payment again; empty where nobody signs in.
    """

    id: int
    bill: str
    id_number: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class FollowOrder:
    """Ask for an order again and again. Answered by `OrderChanged` whenever its state is another one, until `Wipe`."""

    id: int
    order: str


@dataclass(frozen=True, slots=True)
class CloseOrder:
    """Have an order closed unless it is paid. Answered by `OrderChanged`, or by `OrderSilent` when nothing is known."""

    id: int
    order: str


@dataclass(frozen=True, slots=True)
class FindSlots:
    """Ask the platform for the free times of an item at a site. Answered by `SlotsFound` or `SlotsNotFound`."""

    id: int
    item: str
    site: str


@dataclass(frozen=True, slots=True)
class HoldSlot:
    """Have the platform hold a time for some minutes. Answered by `SlotHeld`, `SlotGone` or `SlotsNotFound`."""

    id: int
    item: str
    slot: str


@dataclass(frozen=True, slots=True)
class FindDocuments:
    """Ask what a resident may print. `document` is the JSON body of `POST /v1/documents`.

    Answered by `DocumentsFound` or `DocumentsNotFound`.
    """

    id: int
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FindMatters:
    """Ask the platform what can be decided or commented on. Answered by `MattersFound` or `MattersNotFound`."""

    id: int
    item: str


@dataclass(frozen=True, slots=True)
class GetPaper:
    """Ask for a paper to answer a matter with. `document` is the JSON body. Answered by `PaperGiven` or `PaperRefused`."""

    id: int
    matter: str
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FetchDocument:
    """Fetch the file called `name` and check its seal. `document` is the JSON body of `POST /v1/documents/{id}/content`.

    Answered by `DocumentFetched` or `DocumentNotFetched`.
    """

    id: int
    name: str = field(repr=False)
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PutAnswer:
    """Put the answer in, without a name. `document` is the JSON body. Answered by `AnswerIn`, `AnswerNotIn` or `AnswerSilent`."""

    id: int
    matter: str
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskAnswer:
    """Ask whether the answer under a paper is in; if not, it never will be. Answered as `PutAnswer`."""

    id: int
    matter: str
    paper: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """Print a file once on the A4 printer; the journal calls it `document`. Answered by `PrintEnded`. `copy` as for `PrintReceipt`."""

    id: int
    document: str = field(repr=False)
    pdf: bytes = field(repr=False)
    copy: bool = False


@dataclass(frozen=True, slots=True)
class OpenCamera:
    """Start the live picture (and the camera light). Has no answer; trouble comes as `DeviceChanged`."""

    id: int


@dataclass(frozen=True, slots=True)
class CloseCamera:
    """Stop the live picture and forget its frames."""

    id: int


@dataclass(frozen=True, slots=True)
class TakePicture:
    """Take a picture of nothing but pixels (no EXIF). Answered by `PictureTaken` or `PictureFailed`."""

    id: int


@dataclass(frozen=True, slots=True)
class Attached:
    """Something that goes with a transaction: a page photographed (JPEG), or a signature's strokes."""

    name: str
    jpeg: bytes = field(default=b"", repr=False)
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """Seal and durably keep a transaction together with its print job. Answered by `Recorded` or `NotRecorded`.

    `payload` is the JSON document of the application; `type` is the item's code; `resident` the number by which the day's
    residents are told apart, "" without one: only its salted digest is kept, for the day. The runtime adds `times`: what
    supervision hears of it, by the kind of event (ISO 8601).
    """

    id: int
    type: str
    payload: str = field(repr=False)
    attachments: tuple[Attached, ...] = field(default=(), repr=False)
    resident: str = field(default="", repr=False)
    times: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AwaitDelivery:
    """Watch the queue for the fate of a transaction. Answered by `Delivered` or `Refused`, or never."""

    id: int
    transaction: str


@dataclass(frozen=True, slots=True)
class AwaitDecision:
    """Ask how a case stands until it is decided. Answered by `DecisionHeard` for every news, until `Wipe`."""

    id: int
    case_number: str


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Print once. `transaction` ties the print job to its journal entry. Answered by `PrintEnded`.

    `copy`: somebody asked for another paper, the receipt says that it is one; without it, none is printed that may be out.
    """

    id: int
    receipt: Receipt = field(repr=False)
    transaction: str = ""
    copy: bool = False


@dataclass(frozen=True, slots=True)
class AdmitStaff:
    """Look at the service PIN that was typed. Answered by `StaffAdmitted` or `StaffRefused`."""

    id: int
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Wipe:
    """The session is over: forget frames, drafts of the keyboard, anything a worker still holds.

    The runtime adds `trail`: how long the session's steps took, for supervision.
    """

    id: int
    trail: Mapping[str, object] | None = None


Command = (
    SendCode
    | CheckCode
    | FindPerson
    | ExpectDocument
    | ReadDocumentKey
    | OpenScanner
    | CloseScanner
    | FindOrganisation
    | AskStanding
    | CountAgentTime
    | RevokeMandate
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
    | FindBills
    | MakeOrder
    | FollowOrder
    | CloseOrder
    | FindDocuments
    | FetchDocument
    | PrintDocument
    | OpenCamera
    | CloseCamera
    | TakePicture
    | Record
    | AwaitDelivery
    | AwaitDecision
    | PrintReceipt
    | AdmitStaff
    | Wipe
)
