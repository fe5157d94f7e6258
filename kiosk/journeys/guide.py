"""The one-time notice of an item: print it, begin, or go back to where it was opened."""

from dataclasses import replace

from kiosk import receipts
from kiosk.commands.printing import PrintReceipt
from kiosk.events import Event
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceClass
from kiosk.journeys.availability import obstacle
from kiosk.journeys.phases.browsing import Guide
from kiosk.journeys.phases.opening import TooManyWait
from kiosk.journeys.phases.overlays import Leaving
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.plan import Stage, plan
from kiosk.journeys.route import begin
from kiosk.journeys.state import State
from kiosk.journeys.whom import Whom, is_for_organisations, ways
from screens.views.inputs import Touched


def react(state: State, phase: Guide, event: Event) -> State:
    """Return what an event makes of the guide."""
    match event:
        case Touched("start") if obstacle(state.outside, state.item) is None and not barred(state):
            return _begun(state)
        case Touched("print") if can_print(state, phase):
            return _print(state)
        case Touched("back"):
            return state.at(Leaving(phase)) if state.session.would_lose else _return(state)
        case PrintEnded(command, paper, code) if phase.printing and phase.printing.command == command:
            return state.at(Guide(replace(phase.printing, paper=paper, code=code)))
        case _:
            return state


def _begun(state: State) -> State:
    """Begin; of a resident who stays it is known already whether too much of them waits here."""
    begun, card = begin(state), state.session.card
    full = card is not None and state.outside.full_residents.has(card.id_number)
    return begun.at(TooManyWait()) if full and Stage.SUBMIT in begun.session.plan else begun


def barred(state: State) -> str:
    """Return why whoever acts for others cannot begin the item, in the name of the text that says so; "" when they can."""
    agent, outside = state.session.agent, state.outside
    if state.session.plan:
        return ""
    if agent is None:
        return _barred_for_organisation(state)
    stages = plan(outside.catalogue, state.item, online=outside.online)
    if Stage.FOR_WHOM not in stages or Whom.AGENCY not in ways(outside.catalogue, state.item):
        return "barred"
    return "expired" if agent.expired else ""


def _barred_for_organisation(state: State) -> str:
    """An organisation's session is kept apart from a person's; without a network nobody says which organisation it is."""
    outside, organisation = state.outside, state.session.organisation
    if organisation is None:
        unknown = is_for_organisations(state.item) and not outside.online
        return "organisation-offline" if unknown else ""
    stages = plan(outside.catalogue, state.item, online=outside.online)
    named = Stage.FOR_WHOM in stages or Stage.ORGANISATION in stages
    return "" if named and Whom.ORGANISATION in ways(outside.catalogue, state.item) else "organisation-barred"


def can_print(state: State, phase: Guide) -> bool:
    """Whether the guide can be printed now: the printer works, and no other copy is on its way or may have come out."""
    free = phase.printing is None or phase.printing.paper is Paper.FAILED
    return free and state.outside.works(DeviceClass.PRINTER)


def _print(state: State) -> State:
    outside, language = state.outside, state.session.language.on_paper
    receipt = receipts.guide(
        language,
        outside.catalogue,
        state.item,
        outside.settings.site,
        training=outside.settings.training,
    )
    state = state.commanding(lambda number: PrintReceipt(number, receipt))
    return state.at(Guide(Printing(state.issued)))


def _return(state: State) -> State:
    """Go back to where the guide was opened; nothing of the item stays."""
    return replace(state, session=state.session.for_next(), phase=state.session.place)
