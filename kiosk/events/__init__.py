"""What happened, as frozen values in one inbox: inputs, devices, completions of commands, time.

A completion echoes the id of the command it answers, so that a late answer is never taken for the next resident's.
Personal values are kept out of `repr`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who names the union need not load every member
    from kiosk.events.agency import (
        AgentTimeUp,
        MandateRevoked,
        MandateStands,
        StandingTold,
        StandingUnknown,
    )
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
    from kiosk.events.money import (
        BillsFound,
        BillsNotFound,
        OrderChanged,
        OrderMade,
        OrderNotMade,
        OrderSilent,
    )
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
    from kiosk.events.printing import PrintEnded
    from kiosk.events.scanning import CodeScanned, CodeUnusable
    from kiosk.events.sending import Delivered, NotRecorded, Recorded, Refused
    from kiosk.events.sharing import ProfileFound, ProfileNotFound
    from kiosk.events.slots import SlotGone, SlotHeld, SlotsFound, SlotsNotFound
    from kiosk.events.staff import StaffAdmitted, StaffRefused
    from kiosk.events.world import (
        AdmissionChanged,
        DayBegan,
        DeviceChanged,
        HeadphonesChanged,
        NetworkChanged,
        ReleaseActivated,
        TimedOut,
    )
    from screens.views.inputs import Drawn, Edited, Touched

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
        | HeadphonesChanged
        | CardReading
        | CardPresented
        | CardFailed
        | CardLifted
        | DocumentKeyRead
        | DocumentKeyUnread
        | CodeScanned
        | CodeUnusable
        | PersonFound
        | PersonNotFound
        | OrganisationFound
        | OrganisationNotFound
        | StandingTold
        | StandingUnknown
        | AgentTimeUp
        | MandateRevoked
        | MandateStands
        | CodeSent
        | CodeNotSent
        | CodeChecked
        | ProfileFound
        | ProfileNotFound
        | DraftKept
        | DraftNotKept
        | DraftFetched
        | DraftNotFetched
        | CasesFound
        | CasesNotFound
        | SheetFound
        | SheetNotFound
        | DocumentsFound
        | DocumentsNotFound
        | DocumentFetched
        | DocumentNotFetched
        | SlotsFound
        | SlotsNotFound
        | SlotHeld
        | SlotGone
        | MattersFound
        | MattersNotFound
        | PaperGiven
        | PaperRefused
        | AnswerIn
        | AnswerNotIn
        | AnswerSilent
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
        | DecisionHeard
        | PrintEnded
        | StaffAdmitted
        | StaffRefused
    )
else:
    Event = object
