"""One step of a journey: facts are learnt, the page reacts, the camera follows, the clock starts anew."""

from dataclasses import replace
from typing import assert_never

from kiosk.commands import Command
from kiosk.commands.pictures import CloseCamera, OpenCamera
from kiosk.events import Event
from kiosk.events.agency import AgentTimeUp
from kiosk.events.cards import CardFailed, CardPresented, CardReading
from kiosk.events.handover import DraftKept, DraftNotKept
from kiosk.events.world import HeadphonesChanged, ReleaseActivated, TimedOut
from kiosk.journeys import attention, browse, hearing, languages, scanning, timing
from kiosk.journeys.outside import learn
from kiosk.journeys.phases import Phase
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
from kiosk.journeys.phases.kinds import Page
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
    Overlay,
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
from screens.views.inputs import Drawn, Edited, Touched

with loaded_when_used():
    from kiosk.journeys import (
        appointing,
        camera,
        casework,
        closing,
        deciding,
        document_key,
        filling,
        for_whom,
        guide,
        handover,
        holder_check,
        looking,
        mandate,
        onward,
        opening,
        outcome,
        papers,
        participating,
        paying,
        printing,
        representing,
        review,
        revoking,
        sending,
        sharing,
        sign_in,
        staff,
    )


def step(state: State, event: Event) -> tuple[State, tuple[Command, ...]]:
    """Return the state after an event, and what it commands; the same object when nothing changed."""
    if isinstance(event, ReleaseActivated) and not isinstance(state.phase, Attract):
        return state, ()  # the ground does not move under a resident's feet
    after = scanning.followed(state, _with_camera(state, _reacted(_learnt(state, event), event)))
    anew = timing.starts_anew(state, after, event)
    if not anew and not after.commands:
        return after, ()
    return after.handed_out(state.entered + 1 if anew else after.entered), after.commands


def _learnt(state: State, event: Event) -> State:
    outside = learn(state.outside, event)
    return state if outside is state.outside else replace(state, outside=outside)


def _reacted(state: State, event: Event) -> State:  # noqa: PLR0911  # one for each thing that is the same on every page
    match event:
        case TimedOut(entered):
            return timing.timed_out(state) if entered == state.entered else state
        case AgentTimeUp():
            return for_whom.time_up(state, event)
        case Touched("leave"):
            return attention.leave(state)
        case Touched("display"):
            return attention.adjust(state)
        case Touched("help"):
            return attention.get_help(state)
        case HeadphonesChanged(plugged):
            return hearing.plugged(state, plugged)
        case Touched(id) if id == "voice" or id.startswith("voice."):
            return hearing.touched(_with_extensions(state, event), id)
        case Touched("language"):
            return languages.change(state)
        case _:
            return react(_with_extensions(state, event), state.phase, event)


def _with_extensions(state: State, event: Event) -> State:
    """Count extensions from the start again when the resident does something else than asking for one."""
    active = isinstance(event, Touched | Edited | Drawn) and not isinstance(state.phase, StillThere)
    return replace(state, extended=0) if active and state.extended else state


def react(state: State, phase: Phase, event: Event) -> State:  # noqa: PLR0911, PLR0912  # one a chapter
    """Return what an event makes of a phase: the table of all chapters."""
    if isinstance(phase, Payment):
        return paying.react(state, phase, event)
    if isinstance(phase, Participation):
        return participating.react(state, phase, event)
    if isinstance(phase, Cases):
        return casework.react(state, phase, event)
    if isinstance(phase, Printables):
        return printing.react(state, phase, event)
    if isinstance(phase, Sharing):
        return sharing.react(state, phase, event)
    if isinstance(phase, Representing):
        return representing.react(state, phase, event)
    if isinstance(phase, Handover):
        return handover.react(state, phase, event)
    if isinstance(phase, Staff):
        return staff.react(state, phase, event)
    match phase:
        case Attract() | Home() | Shelf() | Searching():
            return browse.react(state, phase, event)
        case Guide():
            return guide.react(state, phase, event)
        case OfflineNotice() | Consent():
            return opening.react(state, phase, event)
        case PresentingCard() | FindingPerson() | NoCard() | Confirming() | TooManyWait():
            return sign_in.react(state, phase, event)
        case TypingDocumentKey() | ReadingDocumentKey():
            return document_key.react(state, phase, event)
        case ForWhom() | AskingStanding() | NotAgent() | NextMatter():
            return for_whom.react(state, phase, event)
        case ReadingMandate():
            return mandate.react(state, phase, event)
        case ConfirmingRevocation() | Revoking():
            return revoking.react(state, phase, event)
        case Asking():
            return filling.react(state, phase, event)
        case Papers():
            return papers.react(state, phase, event)
        case Capturing() | CheckingPicture():
            return camera.react(state, phase, event)
        case CodeOffer() | CodeSending() | CodeEntry() | CodeChecking() | CodeStuck() | AppChecking():
            return holder_check.react(state, phase, event)
        case Reviewing() | Signing():
            return review.react(state, phase, event)
        case Recording() | NotKept() | Delivering():
            return sending.react(state, phase, event)
        case Deciding():
            return deciding.react(state, phase, event)
        case LookingUp() | Found() | NotFound():
            return looking.react(state, phase, event)
        case FindingSlots() | ChoosingDay() | ChoosingTime() | ConfirmingSlot() | HoldingSlot() | NoSlots():
            return appointing.react(state, phase, event)
        case Finished():
            return outcome.react(state, phase, event)
        case (
            Leaving()
            | HandingOver()
            | Adjusting()
            | Listening()
            | Helping()
            | ChoosingLanguage()
            | StillThere()
        ):
            return _over(state, phase, event)
        case Satisfaction():
            return onward.react(state, phase, event)
        case Goodbye():
            return closing.react(state, phase, event)
        case _:
            assert_never(phase)


def _over(state: State, phase: Overlay, event: Event) -> State:
    """Touches are for the page on top; what else happens reaches the page beneath, which stays beneath."""
    if isinstance(phase, HandingOver) and isinstance(event, DraftKept | DraftNotKept):
        return handover.answered(state, phase, event)
    if isinstance(event, Touched | Edited | Drawn):
        return attention.react(state, phase, event)
    after = react(state.at(phase.beneath), phase.beneath, event)
    if after.phase is phase.beneath:
        return replace(after, phase=phase)
    if isinstance(event, CardReading | CardPresented | CardFailed) or not isinstance(after.phase, Page):
        return after  # a card that is laid says that somebody is there
    return after.at(replace(phase, beneath=after.phase))


def _with_camera(before: State, after: State) -> State:
    """Open the camera when its page comes, close it when it goes: a light is on only where a picture is taken."""
    was, now = _at_camera(before.phase), _at_camera(after.phase)
    if was == now:
        return after
    return after.commanding(OpenCamera if now else CloseCamera)


def _at_camera(phase: Phase) -> bool:
    return isinstance(phase, Capturing | CheckingPicture | ReadingDocumentKey)
