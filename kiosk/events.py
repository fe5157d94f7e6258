"""What happened, as frozen values in one inbox: inputs, devices, completions of commands, time.

A completion echoes the id of the command it answers, so that a late answer is never taken for the next resident's.
Personal values are kept out of `repr`.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from config.catalogue import Catalogue
from config.settings import Settings
from devices.card_reader import Card
from kiosk.payment import Bill, Order
from kiosk.sheet import Sheet
from kiosk.slots import Slot
from screens.views import Drawn, Edited, Touched


@dataclass(frozen=True, slots=True)
class TimedOut:
    """The deadline of the state that was entered as number `entered` has passed."""

    entered: int


@dataclass(frozen=True, slots=True)
class DayBegan:
    """The terminal's local date is now `today`; posted at start and at midnight."""

    today: date


@dataclass(frozen=True, slots=True)
class ReleaseActivated:
    """Settings and catalogue that are in force from now on; only posted while nobody is in session."""

    settings: Settings
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class NetworkChanged:
    """Whether the platform answers, as last measured."""

    online: bool


class DeviceClass(Enum):
    """The classes of device a journey knows about."""

    CARD_READER = "card_reader"
    PRINTER = "printer"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True)
class DeviceChanged:
    """A device works or does not, after damping; `code` names the state for the staff (for example `PAPER_OUT`)."""

    device: DeviceClass
    working: bool
    code: str = ""


@dataclass(frozen=True, slots=True)
class AdmissionChanged:
    """What the queue takes now: `closed` says why it takes nothing (a code, else ""), `full` are items of which no more."""

    closed: str = ""
    full: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CardReading:
    """A card was found and is being read."""


@dataclass(frozen=True, slots=True)
class CardPresented:
    """A card was read; it still lies on the reader until `CardLifted`."""

    card: Card = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardFailed:
    """A card lies there but could not be read; `code` is the device error's code, `advice` its action's value."""

    code: str
    advice: str


@dataclass(frozen=True, slots=True)
class CardLifted:
    """Nothing lies on the reader any more."""


@dataclass(frozen=True, slots=True)
class CodeSent:
    """Answer to `SendCode`: the platform has sent a one-time code."""

    command: int
    check: str


@dataclass(frozen=True, slots=True)
class CodeNotSent:
    """Answer to `SendCode`: not sent; `reason` is `offline`, `too_many` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class CodeChecked:
    """Answer to `CheckCode`. `outcome` is `verified`, `wrong`, `expired`, `too_many` or `offline`."""

    command: int
    outcome: str


@dataclass(frozen=True, slots=True)
class SheetFound:
    """Answer to `LookUp`: what the platform holds, or what was kept of it here (`sheet.cached`)."""

    command: int
    sheet: Sheet = field(repr=False)


@dataclass(frozen=True, slots=True)
class SheetNotFound:
    """Answer to `LookUp`: nothing can be shown; `reason` is `offline`, `unknown` (no such record) or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class BillsFound:
    """Answer to `FindBills`: what is owed; nothing when `bills` is empty."""

    command: int
    bills: tuple[Bill, ...]


@dataclass(frozen=True, slots=True)
class BillsNotFound:
    """Answer to `FindBills`: it could not be found out; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class OrderMade:
    """Answer to `MakeOrder`: it can be paid now, and the journal has it."""

    command: int
    order: Order


@dataclass(frozen=True, slots=True)
class OrderNotMade:
    """Answer to `MakeOrder`: nothing can be paid; `reason` is `offline`, `paid`, `locked`, `gone` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """Answer to `FollowOrder` and `CloseOrder`: the platform says that the order is in this state."""

    command: int
    state: str


@dataclass(frozen=True, slots=True)
class OrderSilent:
    """Answer to `CloseOrder`: the platform says nothing; whether it was paid is not known."""

    command: int


@dataclass(frozen=True, slots=True)
class SlotsFound:
    """Answer to `FindSlots`: the free times, the earliest first; may be none."""

    command: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class SlotsNotFound:
    """Answer to `FindSlots` or `HoldSlot`: the platform did not say; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class SlotHeld:
    """Answer to `HoldSlot`: it is held for longer than handing in takes; `hold` goes into the transaction."""

    command: int
    hold: str


@dataclass(frozen=True, slots=True)
class SlotGone:
    """Answer to `HoldSlot`: others were faster."""

    command: int


@dataclass(frozen=True, slots=True)
class PictureTaken:
    """Answer to `TakePicture`: a JPEG, with warnings about its quality (`blurred`, `dark`, `glare`, `cut-off`)."""

    command: int
    jpeg: bytes = field(repr=False)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureFailed:
    """Answer to `TakePicture`: there is none; `code` is the device error's code."""

    command: int
    code: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """Answer to `Record`: the transaction is durable in the queue under this id and reference.

    `recorded_at` is the terminal's time then, ISO 8601 with offset.
    """

    command: int
    transaction: str
    reference: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """Answer to `Record`: nothing was kept; `reason` is `disk_full`, `queue_full`, or another code of the queue's errors."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """The platform holds the transaction; `case_number` is its number there, `follow_up` the address to follow it."""

    transaction: str
    case_number: str
    follow_up: str
    received_at: str = ""  # ISO time by the platform


@dataclass(frozen=True, slots=True)
class Refused:
    """The platform will not take the transaction as it is; staff will look after it."""

    transaction: str
    reason: str


class Paper(Enum):
    """What is known about a print job; `PRINTED` is claimed only on the printer's proof."""

    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrintEnded:
    """Answer to `PrintReceipt`. `code` is the device error's code unless printed."""

    command: int
    paper: Paper
    code: str = ""


Event = (
    Touched
    | Edited
    | Drawn
    | TimedOut
    | DayBegan
    | ReleaseActivated
    | NetworkChanged
    | AdmissionChanged
    | DeviceChanged
    | CardReading
    | CardPresented
    | CardFailed
    | CardLifted
    | CodeSent
    | CodeNotSent
    | CodeChecked
    | SheetFound
    | SheetNotFound
    | SlotsFound
    | SlotsNotFound
    | SlotHeld
    | SlotGone
    | BillsFound
    | BillsNotFound
    | OrderMade
    | OrderNotMade
    | OrderChanged
    | OrderSilent
    | PictureTaken
    | PictureFailed
    | Recorded
    | NotRecorded
    | Delivered
    | Refused
    | PrintEnded
)
