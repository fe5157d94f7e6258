"""How long each phase may last, and what happens when its time is over. Every phase but attract ends by itself."""

from dataclasses import replace

from config.settings import Timers
from kiosk.events import Event
from kiosk.events.printing import Paper
from kiosk.journeys.attention import ending
from kiosk.journeys.closing import end, leave_taken
from kiosk.journeys.phases import Phase
from kiosk.journeys.phases.agency import AskingStanding, NotAgent, ReadingMandate, Revoking
from kiosk.journeys.phases.browsing import Attract, Guide, Home, Searching, Shelf
from kiosk.journeys.phases.cases import CaseOpen, FindingCases, MyCases, NoCases, NoticeOpen, Rating
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
from kiosk.journeys.phases.ending import Ending, Goodbye, Satisfaction
from kiosk.journeys.phases.handover import FetchingDraft, HandedOver
from kiosk.journeys.phases.holder_check import AppChecking, CodeChecking, CodeSending, CodeStuck
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
    Consent,
    FindingPerson,
    NoCard,
    OfflineNotice,
    PresentingCard,
    TooManyWait,
)
from kiosk.journeys.phases.overlays import (
    Adjusting,
    Busy,
    ChoosingLanguage,
    HandingOver,
    Helping,
    Leaving,
    Listening,
    StillThere,
)
from kiosk.journeys.phases.participation import (
    AskingFate,
    FateUnknown,
    FindingMatters,
    GettingPaper,
    NotTaken,
    PuttingIn,
    ReadingMatter,
    TookPart,
)
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.phases.representing import FindingOrganisation, NotOperator, ScanningOrganisation
from kiosk.journeys.phases.sending import Deciding, Delivering, Finished, Recording
from kiosk.journeys.phases.sharing import FindingProfile, NoProfile, ProfileShown, SharingConsent
from kiosk.journeys.phases.slots import FindingSlots, HoldingSlot, NoSlots
from kiosk.journeys.phases.staff import AdmittingStaff, StaffInside
from kiosk.journeys.state import State
from screens.later import loaded_when_used
from screens.views.inputs import Drawn, Edited, Touched

with loaded_when_used():
    from kiosk.journeys import (
        billing,
        documents,
        handover,
        onward,
        outcome,
        participating,
        revoking,
        sign_in,
        staff,
    )

_PLATFORM = 20.0
"""The longest the platform is waited for; its client gives up a little earlier (3 s to connect, 10 s to answer)."""

_DOCUMENT = 180.0
"""The longest an A4 printer is waited for; its driver gives up a little earlier (two minutes for the job, then some answers)."""

_QUEUE, _QUEUE_STUCK = 30.0, 60.0
"""The queue answers in milliseconds. After the first time the page says that it is slow, after the second nothing is known."""

_RATING = 20.0
"""How long what somebody thinks is waited for; then it is skipped."""

_LEAST = 15.0
"""The shortest a page stays before "still there?" comes, however long the warning is set to be."""


_HEARD, _LONGER = 2, 4
"""How many times longer pages wait for who hears them or is old, and for who said that they need longer."""


def deadline(state: State) -> float | None:  # noqa: PLR0911, PLR0912  # one a kind of phase
    """Return the seconds after which the phase ends by itself; None exactly when nobody is in session."""
    timers = state.outside.settings.timers
    match state.phase:
        case Attract():
            return None
        case Deciding():
            return timers.decision_wait
        case PrintingDocument():
            return _DOCUMENT
        case DocumentEnded() as ended if documents.waits_to_be_taken(ended):
            return timers.take * (2 if ended.reminded else 1)
        case Paying(order=order):
            return float(max(order.seconds_left, 1))
        case Recording(slow=slow):
            return _QUEUE_STUCK if slow else _QUEUE
        case Delivering():
            return timers.delivery_wait
        case (
            Finished(printing=Printing(paper=None))
            | PaymentEnded(printing=Printing(paper=None))
            | TookPart(printing=Printing(paper=None))
        ):
            return timers.print_wait
        case asked if isinstance(asked, Busy):
            return _PLATFORM
        case StillThere():
            return timers.warn
        case Goodbye():
            return timers.goodbye
        case Satisfaction():
            return _RATING * _patience(state)
        case page:
            return max(_limit(page, timers) * _patience(state) - timers.warn, _LEAST)


def _patience(state: State) -> int:
    """How many times longer a page waits: it takes longer to hear one than to see it, and some need more time for either."""
    if state.session.longer:
        return _LONGER
    return _HEARD if state.session.hearing or state.appearance.elder else 1


def _limit(page: Phase, timers: Timers) -> float:
    """How long nothing may happen on a page, with the warning at its end."""
    match page:
        case Home() | Shelf() | Searching():
            return timers.signed_out
        case (
            Guide()
            | OfflineNotice()
            | Consent()
            | NotAgent()
            | NotOperator()
            | ReadingMandate()
            | NoCard()
            | TooManyWait()
            | CodeStuck()
            | Leaving()
            | Bills()
            | PayChoice()
            | NoBills()
            | NotCharged()
            | Found()
            | NotFound()
            | ReadingMatter()
            | NotTaken()
            | FateUnknown()
            | SharingConsent()
            | ProfileShown()
            | NoProfile()
            | MyCases()
            | CaseOpen()
            | NoticeOpen()
            | Rating()
            | NoCases()
            | Documents()
            | NoDocuments()
            | AboutDocument()
            | DocumentRefused()
            | StaffInside()
            | Adjusting()
            | Helping()
            | Listening()
            | ChoosingLanguage()
        ):
            return timers.read
        case PresentingCard() | ScanningOrganisation():
            return timers.card_wait
        case Finished() | PaymentEnded() | TookPart() | DocumentEnded() | HandedOver():
            return timers.result + timers.warn
        case _:
            return timers.form


def timed_out(state: State) -> State:  # noqa: PLR0911, PLR0912  # one a kind of phase
    """Return what the phase becomes when its time is over."""
    match state.phase:
        case Attract():
            return state
        case CodeSending() | CodeChecking() | AppChecking():
            return state.at(CodeStuck("offline"))
        case FindingPerson() as finding:
            return sign_in.not_found(state, finding, "offline")
        case AskingStanding():
            return state.at(NotAgent("offline"))
        case FindingOrganisation():
            return state.at(ScanningOrganisation("offline"))
        case Revoking() as phase:
            return revoking.unrevoked(state, phase, "offline")
        case HandingOver() | FetchingDraft() as asked:
            return handover.unanswered(state, asked)
        case FindingSlots() | HoldingSlot():
            return state.at(NoSlots("offline"))
        case FindingMatters() | GettingPaper() | PuttingIn() | AskingFate() as waiting:
            return participating.silent(state, waiting)
        case FindingCases():
            return state.at(NoCases("offline"))
        case FindingDocuments():
            return state.at(NoDocuments("offline"))
        case FetchingDocument() as fetching:
            return documents.refused(state, fetching, "offline")
        case PrintingDocument() as printing:
            return documents.lost(state, printing)
        case DocumentEnded(reminded=reminded) as ended if documents.waits_to_be_taken(ended):
            return end(state, Ending.PAPER_LEFT) if reminded else state.at(replace(ended, reminded=True))
        case FindingProfile():
            return state.at(NoProfile("offline"))
        case AdmittingStaff():
            return staff.unanswered(state)
        case LookingUp(_, link, list_):
            return state.at(NotFound("offline", link, list_))
        case SearchingBills():
            return state.at(NoBills("offline"))
        case Ordering():
            return state.at(NotCharged("offline"))
        case Paying() as paying:
            return billing.close_order(state, paying)
        case Closing() as closing:
            return billing.unknown(state, closing)
        case Satisfaction(after=after):
            return onward.over(state, after)
        case Recording() if state.session.rated:
            return onward.over(state, state.session.rated.after)
        case Recording(command, slow):
            return end(state, Ending.UNKNOWN) if slow else state.at(Recording(command, slow=True))
        case Delivering():
            return outcome.finish(state, None)
        case Deciding(fate=fate):
            return outcome.finish(state, fate)
        case (
            Finished(printing=Printing(paper=None) as printing)
            | TookPart(printing=Printing(paper=None) as printing)
        ) as finished:
            return state.at(replace(finished, printing=replace(printing, paper=Paper.UNKNOWN)))
        case Goodbye() as goodbye:
            return leave_taken(state, goodbye)
        case StillThere():
            how = ending(state)
            return end(state, Ending.TIMED_OUT if how is Ending.LEFT else how)
        case page:
            return state.at(StillThere(page))


def starts_anew(before: State, after: State, event: Event) -> bool:
    """Whether the time of a phase starts anew: it is another one, or the resident has touched something."""
    if _clock(before.phase) != _clock(after.phase):
        return True
    if isinstance(after.phase, Goodbye | StillThere):
        return event == Touched("language")  # the countdown on the page begins anew, too
    touched = isinstance(event, Touched | Edited | Drawn)
    return touched and not isinstance(after.phase, Attract | Busy)


def _clock(phase: Phase) -> tuple[object, ...]:  # noqa: PLR0911  # one a kind of phase
    """What of a phase its time hangs on."""
    match phase:
        case Recording(slow=slow):
            return Recording, slow
        case Finished(printing=printing):
            return Finished, printing and printing.paper
        case PaymentEnded(state=paid, printing=printing):
            return PaymentEnded, paid, printing and printing.paper
        case TookPart(printing=printing):
            return TookPart, printing and printing.paper
        case DocumentEnded(printing=printing, taken=taken, reminded=reminded):
            return DocumentEnded, printing.paper, taken, reminded
        case PresentingCard(stage=stage):
            return PresentingCard, stage
        case Goodbye(reminded=reminded):
            return Goodbye, reminded
        case _:
            return (type(phase),)
