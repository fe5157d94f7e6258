"""What a journey asks the world to do. Every command has an id that its completion echoes.

The runtime carries commands out on worker threads; a journey only ever sees the answering event.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who names the union need not load every member
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
else:
    Command = object
