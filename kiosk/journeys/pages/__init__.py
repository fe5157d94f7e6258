"""What is shown in each phase. Pages decide nothing: they say what is so, and what can be pressed."""

from typing import assert_never

from kiosk.journeys.phases.agency import (
    AskingStanding,
    ConfirmingRevocation,
    ForWhom,
    NextMatter,
    NotAgent,
    ReadingMandate,
    Revoking,
)
from kiosk.journeys.phases.browsing import Attract, Guide, Home, Searching, Shelf
from kiosk.journeys.phases.cases import Cases
from kiosk.journeys.phases.documents import Printables
from kiosk.journeys.phases.ending import Goodbye, Satisfaction
from kiosk.journeys.phases.form import Asking, Capturing, CheckingPicture, Papers
from kiosk.journeys.phases.handover import Handover
from kiosk.journeys.phases.holder_check import (
    AppChecking,
    CodeChecking,
    CodeEntry,
    CodeOffer,
    CodeSending,
    CodeStuck,
)
from kiosk.journeys.phases.lookups import Found, LookingUp, NotFound
from kiosk.journeys.phases.money import Payment
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
from kiosk.journeys.phases.overlays import (
    Adjusting,
    ChoosingLanguage,
    HandingOver,
    Helping,
    Leaving,
    Listening,
    StillThere,
)
from kiosk.journeys.phases.participation import Participation
from kiosk.journeys.phases.representing import Representing
from kiosk.journeys.phases.sending import (
    Deciding,
    Delivering,
    Finished,
    NotKept,
    Recording,
    Reviewing,
    Signing,
)
from kiosk.journeys.phases.sharing import Sharing
from kiosk.journeys.phases.slots import (
    ChoosingDay,
    ChoosingTime,
    ConfirmingSlot,
    FindingSlots,
    HoldingSlot,
    NoSlots,
)
from kiosk.journeys.phases.staff import Staff
from kiosk.journeys.state import State
from screens.later import loaded_when_used
from screens.views import AnyView

with loaded_when_used():
    from kiosk.journeys.pages import (
        agency,
        appointing,
        browse,
        cases,
        closing,
        document_key,
        documents,
        filling,
        guide,
        handover,
        holder_check,
        lookup,
        opening,
        outcome,
        overlays,
        papers,
        participating,
        paying,
        representing,
        review,
        sending,
        sharing,
        sign_in,
        staff,
        untouchable,
    )


def view(state: State) -> AnyView:  # noqa: PLR0911, PLR0912  # one a phase
    """Return the page of the state's phase, or the one that says why none can be touched."""
    if untouchable.is_untouchable(state):
        return untouchable.view(state)
    if isinstance(state.phase, Payment):
        return paying.view(state, state.phase)
    if isinstance(state.phase, Participation):
        return participating.view(state, state.phase)
    if isinstance(state.phase, Cases):
        return cases.view(state, state.phase)
    if isinstance(state.phase, Printables):
        return documents.view(state, state.phase)
    if isinstance(state.phase, Sharing):
        return sharing.view(state, state.phase)
    if isinstance(state.phase, Representing):
        return representing.view(state, state.phase)
    if isinstance(state.phase, Handover | HandingOver):
        return handover.view(state, state.phase)
    if isinstance(state.phase, Staff):
        return staff.view(state, state.phase)
    match state.phase:
        case Attract() | Home() | Shelf() | Searching() as phase:
            return browse.view(state, phase)
        case Guide() as phase:
            return guide.view(state, phase)
        case OfflineNotice() | Consent() as phase:
            return opening.view(state, phase)
        case PresentingCard() | FindingPerson() | NoCard() | Confirming() | TooManyWait() as phase:
            return sign_in.view(state, phase)
        case TypingDocumentKey() as phase:
            return document_key.view(state, phase)
        case ReadingDocumentKey() as phase:
            return document_key.reading(state, phase)
        case ForWhom() | AskingStanding() | NotAgent() | NextMatter() as phase:
            return agency.view(state, phase)
        case ReadingMandate() | ConfirmingRevocation() | Revoking() as phase:
            return agency.mandate(state, phase)
        case Asking() as phase:
            return filling.view(state, phase)
        case Papers() as phase:
            return papers.checklist(state, phase)
        case Capturing() as phase:
            return papers.capture(state, phase)
        case CheckingPicture() as phase:
            return papers.check(state, phase)
        case (
            CodeOffer() | CodeSending() | CodeEntry() | CodeChecking() | CodeStuck() | AppChecking() as phase
        ):
            return holder_check.view(state, phase)
        case Reviewing() as phase:
            return review.reviewing(state, phase)
        case Signing() as phase:
            return review.signing(state, phase)
        case Recording() | Delivering() | Deciding() | NotKept() as phase:
            return sending.view(state, phase)
        case LookingUp() | Found() | NotFound() as phase:
            return lookup.view(state, phase)
        case (
            FindingSlots() | ChoosingDay() | ChoosingTime() | ConfirmingSlot() | HoldingSlot() | NoSlots()
        ) as phase:
            return appointing.view(state, phase)
        case Finished() as phase:
            return outcome.view(state, phase)
        case Leaving() as phase:
            return overlays.leaving(state, phase)
        case Adjusting() as phase:
            return overlays.adjusting(state, phase)
        case Helping() as phase:
            return overlays.helping(state, phase)
        case Listening() as phase:
            return overlays.listening(state, phase)
        case ChoosingLanguage() as phase:
            return overlays.choosing_language(state, phase)
        case StillThere() as phase:
            return overlays.still_there(state, phase)
        case Satisfaction() as phase:
            return closing.satisfaction(state, phase)
        case Goodbye() as phase:
            return closing.goodbye(state, phase)
        case phase:
            assert_never(phase)
