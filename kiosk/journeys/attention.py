"""Pages over the page: do you really want to leave, how shall pages look, are you still there."""

from dataclasses import replace
from typing import assert_never

from kiosk.events import Event
from kiosk.journeys import languages
from kiosk.journeys.closing import end, of_payment
from kiosk.journeys.hearing import begin, changed
from kiosk.journeys.phases.agency import AskingStanding, Revoking
from kiosk.journeys.phases.browsing import Attract, Home
from kiosk.journeys.phases.cases import FindingCases
from kiosk.journeys.phases.documents import FetchingDocument, FindingDocuments, PrintingDocument
from kiosk.journeys.phases.ending import Ending, Goodbye, Satisfaction
from kiosk.journeys.phases.handover import FetchingDraft
from kiosk.journeys.phases.holder_check import AppChecking, CodeChecking, CodeSending
from kiosk.journeys.phases.lookups import LookingUp
from kiosk.journeys.phases.money import Closing, Ordering, Paying, SearchingBills
from kiosk.journeys.phases.opening import FindingPerson
from kiosk.journeys.phases.overlays import (
    Adjusting,
    Busy,
    ChoosingLanguage,
    HandingOver,
    Helping,
    Leaving,
    Listening,
    Overlay,
    StillThere,
)
from kiosk.journeys.phases.participation import AskingFate, FindingMatters, GettingPaper, PuttingIn
from kiosk.journeys.phases.representing import FindingOrganisation
from kiosk.journeys.phases.sending import Deciding, Delivering, Recording
from kiosk.journeys.phases.sharing import FindingProfile
from kiosk.journeys.phases.slots import FindingSlots, HoldingSlot
from kiosk.journeys.phases.staff import AdmittingStaff
from kiosk.journeys.state import State
from screens.appearance import Appearance, TextSize, Theme
from screens.later import loaded_when_used
from screens.views.inputs import Touched

with loaded_when_used():
    from kiosk.journeys import ballots, billing, handover, onward


def leave(state: State) -> State:
    """Leave: at once when nothing would be lost, else after asking.

    While the queue, the till or the A4 printer is at work nobody can leave; a code on the screen is closed first.
    """
    phase = state.phase
    match phase:
        case (
            Attract()
            | Goodbye()
            | Recording()
            | Delivering()
            | Deciding()
            | Ordering()
            | Closing()
            | PuttingIn()
            | AskingFate()
            | Revoking()
            | PrintingDocument()
            | HandingOver()
        ):
            return state
        case Adjusting(beneath) | Listening(beneath) | Helping(beneath) | ChoosingLanguage(beneath):
            return leave(state.at(beneath))
        case Satisfaction(after=Goodbye() as goodbye):
            return onward.over(state, goodbye)
        case Paying():
            return billing.close_order(state, phase, leaving=True)
        case (
            Leaving()
            | StillThere()
            | CodeSending()
            | AskingStanding()
            | FindingPerson()
            | FindingOrganisation()
            | AppChecking()
            | CodeChecking()
            | SearchingBills()
            | LookingUp()
            | FindingCases()
            | FindingDocuments()
            | FetchingDocument()
            | FindingProfile()
            | FindingSlots()
            | HoldingSlot()
            | FindingMatters()
            | GettingPaper()
            | AdmittingStaff()
            | FetchingDraft()
        ):
            return end(state, ending(state))
        case _:
            return state.at(Leaving(phase)) if state.session.would_lose else end(state, ending(state))


def adjust(state: State) -> State:
    """Offer how pages may look; not while a command is awaited, nor when the session is over."""
    if isinstance(state.phase, Busy):
        return state
    match state.phase:
        case Goodbye() | Adjusting():
            return state
        case Attract():
            return state.at(Adjusting(Home()))
        case Listening(beneath) | Helping(beneath) | ChoosingLanguage(beneath):
            return state.at(Adjusting(beneath))
        case StillThere(beneath):
            return adjust(state.at(beneath))
        case page:
            return state.at(Adjusting(page))


def get_help(state: State) -> State:
    """Tell who helps, and how pages work; not while a command is awaited, nor when nobody is in session."""
    if isinstance(state.phase, Busy):
        return state
    match state.phase:
        case Attract() | Goodbye() | Helping():
            return state
        case Adjusting(beneath) | Listening(beneath) | ChoosingLanguage(beneath):
            return state.at(Helping(beneath))
        case StillThere(beneath):
            return get_help(state.at(beneath))
        case page:
            return state.at(Helping(page))


def elder(state: State) -> State:
    """Go to the home page of the mode for the old (长辈版), or back from it: fewer things, larger, slower, spoken."""
    now, screen = state.appearance, state.outside.settings.screen
    if now.elder:
        size = tuple(TextSize)[screen.text_size - 1]
        return state.having(appearance=replace(now, elder=False, size=size)).at(Home())
    size = max(now.size, TextSize.LARGER, key=lambda one: one.value)
    return begin(state.having(appearance=replace(now, elder=True, size=size)).at(Home()))


def may_adjust(state: State) -> bool:
    """Whether how pages look can be chosen now."""
    return adjust(state) is not state


def may_get_help(state: State) -> bool:
    """Whether help can be had now."""
    return get_help(state) is not state


def ending(state: State) -> Ending:
    """Return what is true of a session that ends now, on the resident's wish."""
    if state.session.kept:
        return Ending.KEPT
    if state.session.paper_out:
        return Ending.PAPER_LEFT
    if state.session.paid:
        return of_payment(state.session.paid)
    if state.session.taken_along:
        return Ending.TAKEN_ALONG
    if state.session.cast:
        return Ending.CAST if state.session.cast == ballots.IN else Ending.CAST_UNKNOWN
    return Ending.LEFT if state.session.would_lose else Ending.LOOKED


def react(state: State, phase: Overlay, event: Event) -> State:  # noqa: PLR0911  # one an overlay
    """Return to the page beneath, or leave."""
    match phase, event:
        case (
            (
                Leaving(beneath)
                | Adjusting(beneath)
                | Listening(beneath)
                | Helping(beneath)
                | ChoosingLanguage(beneath)
            ),
            Touched("go_on" | "back"),
        ):
            return state.at(beneath)
        case Leaving(beneath), Touched("take_along"):
            return handover.hand_over(state, beneath)
        case ChoosingLanguage(beneath), Touched(id):
            return languages.chosen(state, beneath, id)
        case Adjusting(), Touched(id):
            return state.having(appearance=chosen(state.appearance, id))
        case Listening(), Touched(id):
            return changed(state, id)
        case StillThere(beneath), Touched("go_on" | "longer" as id) if may_extend(state):
            slower = state if id == "go_on" else state.having(longer=True)
            return replace(slower, phase=beneath, extended=state.extended + 1)
        case (
            (
                Leaving()
                | HandingOver()
                | Adjusting()
                | Listening()
                | Helping()
                | ChoosingLanguage()
                | StillThere()
            ),
            _,
        ):
            return state
        case _:
            assert_never(phase)


def chosen(appearance: Appearance, touched: str) -> Appearance:
    """Return the looks after one of their options was touched: `size.LARGE`, `theme.black`, `reach`, `still`."""
    kind, _, name = touched.partition(".")
    if kind == "size" and name in TextSize.__members__:
        return replace(appearance, size=TextSize[name])
    if kind == "theme" and name in {theme.value for theme in Theme}:
        return replace(appearance, theme=Theme(name))
    if touched == "still":
        return replace(appearance, still=not appearance.still)
    return replace(appearance, reach=not appearance.reach) if touched == "reach" else appearance


def may_extend(state: State) -> bool:
    """Whether the time may be extended once more (WCAG 2.2.1: at least ten times in a row)."""
    return state.extended < state.outside.settings.timers.extend_max
