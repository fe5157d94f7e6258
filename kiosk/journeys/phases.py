"""Where a journey can be: one frozen value for each page or moment of waiting.

A phase holds only what its page needs and what would be lost with it; what is to stay is in the session. Whatever is
personal stays out of `repr`.
"""

from dataclasses import dataclass, field
from enum import Enum

from devices.card_reader import Card
from kiosk.events import Delivered, Paper, Refused
from kiosk.journeys.form import Draft, Question
from kiosk.payment import Bill, Order
from kiosk.sheet import Sheet
from kiosk.slots import Slot
from screens.views import CardStage, Stroke

# From attract to an item.


@dataclass(frozen=True, slots=True)
class Attract:
    """Idle: nobody is in session."""


@dataclass(frozen=True, slots=True)
class Home:
    """The home page."""


class ShelfKind(Enum):
    """What a shelf of items stands for."""

    DEPARTMENT = "department"
    GROUP = "group"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The items of a department, a group or a life event."""

    kind: ShelfKind
    code: str


@dataclass(frozen=True, slots=True)
class Searching:
    """Looking for an item by words."""

    query: str = field(default="", repr=False)


Place = Home | Shelf | Searching
"""Where a guide was opened, and where going back from it leads."""


@dataclass(frozen=True, slots=True)
class Printing:
    """A print job: `paper` is None until it has ended, or until it has taken too long to be waited for.

    `copy`: a paper may have come out before, this one says that it is a copy.
    """

    command: int
    paper: Paper | None = None
    code: str = ""
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """The one-time notice of an item, and the state of its print."""

    printing: Printing | None = None


# An application begins.


@dataclass(frozen=True, slots=True)
class OfflineNotice:
    """There is no network: it will be kept here and sent later."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The privacy notice with its boxes."""


@dataclass(frozen=True, slots=True)
class PresentingCard:
    """At the reader. `trouble` is the text of what went wrong last, `failures` counts; `card` is there once it was read."""

    stage: CardStage = CardStage.WAITING
    trouble: str = ""
    failures: int = 0
    card: Card | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class NoCard:
    """What to do without a card."""


@dataclass(frozen=True, slots=True)
class Confirming:
    """The card was read: the resident is asked whether it is theirs."""

    card: Card


# What is asked and what is shown.


@dataclass(frozen=True, slots=True)
class Asking:
    """One question, and what stands on its page."""

    question: Question
    draft: Draft = field(repr=False)


@dataclass(frozen=True, slots=True)
class Papers:
    """The checklist of materials."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is photographed: a material of the item, or a question of the form that asks for photos."""

    material: str = ""
    question: str = ""

    @property
    def key(self) -> str:
        """The name of its pictures in the session; attachments are named after it."""
        return self.material or self.question


@dataclass(frozen=True, slots=True)
class Capturing:
    """At the camera. `pages` were kept so far, `taking` is the command that is awaited."""

    target: Target
    pages: tuple[bytes, ...] = field(default=(), repr=False)
    taking: int | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class CheckingPicture:
    """A picture just taken: keep it, or take it again."""

    target: Target
    jpeg: bytes = field(repr=False)
    warnings: tuple[str, ...] = ()
    pages: tuple[bytes, ...] = field(default=(), repr=False)


# Is it really the holder of the card?


@dataclass(frozen=True, slots=True)
class CodeOffer:
    """A code will be sent to the mobile that was entered."""


@dataclass(frozen=True, slots=True)
class CodeSending:
    """The platform is asked to send it."""

    command: int


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """The code is typed; `trouble` is the text of what was wrong with the last one."""

    check: str
    text: str = field(default="", repr=False)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class CodeChecking:
    """The platform is asked whether it is right."""

    command: int
    check: str


@dataclass(frozen=True, slots=True)
class CodeStuck:
    """No code, or no more tries: `reason` is `offline`, `too_many` or `refused`."""

    reason: str


# Sending, and what became of it.


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Everything once more, with ways to change it."""


@dataclass(frozen=True, slots=True)
class Signing:
    """The signature pad. `name` is the attachment's; `signer` another adult's name, empty for whoever applies."""

    name: str
    signer: str = field(default="", repr=False)
    strokes: tuple[Stroke, ...] = field(default=(), repr=False)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """The queue is asked to keep it; `slow` once that took longer than it should."""

    command: int
    slow: bool = False


@dataclass(frozen=True, slots=True)
class NotKept:
    """Nothing was kept; the form is still there. `reason` is the event's."""

    reason: str


@dataclass(frozen=True, slots=True)
class Delivering:
    """It is kept; the platform is given some seconds to take it."""

    command: int


@dataclass(frozen=True, slots=True)
class Finished:
    """How it ended. `fate` is None while only the terminal has it; `printing` None when nothing was sent to the printer."""

    fate: Delivered | Refused | None = None
    printing: Printing | None = None


# What the platform holds or publishes.


@dataclass(frozen=True, slots=True)
class LookingUp:
    """The platform is asked for a sheet; `link` and `list_` when it is that of one line of another sheet."""

    command: int
    link: str = field(default="", repr=False)
    list_: Sheet | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A sheet, the list it was opened from, and the state of its print."""

    sheet: Sheet = field(repr=False)
    list_: Sheet | None = field(default=None, repr=False)
    printing: Printing | None = None


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nothing can be shown; `reason` is the event's."""

    reason: str
    link: str = field(default="", repr=False)
    list_: Sheet | None = field(default=None, repr=False)


# Money: from what is owed to what became of it.


@dataclass(frozen=True, slots=True)
class SearchingBills:
    """The platform is asked what is owed."""

    command: int


@dataclass(frozen=True, slots=True)
class NoBills:
    """There is nothing to pay: `reason` is `none` (nothing owed), `offline` or `refused`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Bills:
    """What is owed, to choose one; `trouble` is the text of why one cannot be chosen."""

    bills: tuple[Bill, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PayChoice:
    """How much, to whom, and every way to pay it, cash too."""

    bill: Bill


@dataclass(frozen=True, slots=True)
class Ordering:
    """The platform is asked to make an order; nothing can be paid yet."""

    command: int
    bill: Bill


@dataclass(frozen=True, slots=True)
class Paying:
    """The code is shown and the order followed; `confirming` once the phone has scanned it. Time runs whoever touches."""

    command: int
    bill: Bill
    order: Order
    confirming: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The platform is asked to take no more money; only its answer says whether it was paid. `leaving`: then goodbye."""

    command: int
    bill: Bill
    order: Order
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class NotCharged:
    """Nothing was charged, surely. `reason` is `closed`, or that of `OrderNotMade`."""

    reason: str


@dataclass(frozen=True, slots=True)
class PaymentEnded:
    """Paid, or not known yet (`UNKNOWN`); `command` goes on to be answered with what becomes of it."""

    command: int
    bill: Bill
    order: Order
    state: str
    printing: Printing | None = None


# Choosing a time.


@dataclass(frozen=True, slots=True)
class FindingSlots:
    """The platform is asked what is free; `gone` once a chosen time was taken by others."""

    command: int
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ChoosingDay:
    """The days with free times."""

    slots: tuple[Slot, ...]
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ChoosingTime:
    """The free times of a day."""

    slots: tuple[Slot, ...]
    day: str


@dataclass(frozen=True, slots=True)
class ConfirmingSlot:
    """What is about to be booked."""

    slots: tuple[Slot, ...]
    slot: Slot


@dataclass(frozen=True, slots=True)
class HoldingSlot:
    """The platform is asked to hold it."""

    command: int
    slot: Slot


@dataclass(frozen=True, slots=True)
class NoSlots:
    """Nothing can be booked: `reason` is `none` (nothing is free), `offline` or `refused`."""

    reason: str


class Ending(Enum):
    """Why a session ended; the goodbye page says what became of what was entered."""

    LOOKED = "looked"  # nothing was begun
    LEFT = "left"  # given up before sending: nothing was taken
    TIMED_OUT = "timed-out"  # the same, by itself
    KEPT = "kept"  # recorded: it is kept, and sent
    UNKNOWN = "unknown"  # the queue gave no answer
    PAID = "paid"
    NOT_CHARGED = "not-charged"  # the order is closed
    PAYMENT_UNKNOWN = "payment-unknown"


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The session is over and wiped; what to take along.

    `card` when one was shown, `receipt` when one was surely printed, `reminded` once a card was found left on the reader.
    """

    ending: Ending
    card: bool = False
    receipt: bool = False
    reminded: bool = False


Page = (
    Home
    | Shelf
    | Searching
    | Guide
    | OfflineNotice
    | Consent
    | PresentingCard
    | NoCard
    | Confirming
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
    | Finished
    | Found
    | NotFound
    | ChoosingDay
    | ChoosingTime
    | ConfirmingSlot
    | NoSlots
    | NoBills
    | Bills
    | PayChoice
    | NotCharged
    | PaymentEnded
)
"""Phases in which the terminal waits for the resident, as long as somebody is there."""

Waiting = (
    CodeSending
    | CodeChecking
    | Recording
    | Delivering
    | LookingUp
    | FindingSlots
    | HoldingSlot
    | SearchingBills
    | Ordering
    | Paying
    | Closing
)
"""Phases in which the resident waits for the terminal."""


Payment = (
    SearchingBills | NoBills | Bills | PayChoice | Ordering | Paying | Closing | NotCharged | PaymentEnded
)
"""Phases of paying."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something would be lost: the resident is asked whether to leave all the same."""

    beneath: Page


@dataclass(frozen=True, slots=True)
class Adjusting:
    """The resident chooses how pages look: going on returns to what is beneath."""

    beneath: "Page | Leaving"


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody has touched for long: going on returns to what is beneath."""

    beneath: "Page | Leaving | Adjusting"


Overlay = Leaving | Adjusting | StillThere
"""Phases over another one, which goes on beneath."""

Phase = Attract | Page | Waiting | Overlay | Goodbye
