"""The outcome page: what became of the application, its receipt on paper, and the way out."""

from dataclasses import replace

from kiosk.commands.printing import PrintReceipt
from kiosk.commands.sessions import Wipe
from kiosk.decision import Decision
from kiosk.events import Event
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.sending import Delivered, Refused
from kiosk.events.world import DeviceClass
from kiosk.journeys.closing import end
from kiosk.journeys.onward import conclude, may_go_on
from kiosk.journeys.paperwork import has_receipt, receipt_of
from kiosk.journeys.phases.agency import NextMatter
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.phases.sending import Finished
from kiosk.journeys.session import Kept
from kiosk.journeys.state import State
from screens.views.inputs import Touched


def finish(state: State, fate: Delivered | Refused | None, decision: Decision | None = None) -> State:
    """Show how it ended, and print the receipt once when the printer works."""
    finished = Finished(fate, decision=decision)
    return _print(state, finished) if can_print(state, finished) else state.at(finished)


def react(state: State, phase: Finished, event: Event) -> State:  # noqa: PLR0911  # one a kind of event
    """Return what an event makes of the outcome page."""
    match event:
        case PrintEnded(command, paper, code) if phase.printing and phase.printing.command == command:
            return state.at(replace(phase, printing=replace(phase.printing, paper=paper, code=code)))
        case Delivered() if kept_by(state).booked:
            return state  # so late that the hold may have lapsed: only the platform's message says whether it is kept
        case Delivered() | Refused() if phase.fate is None and is_ours(state, event):
            return state.at(replace(phase, fate=event))
        case Touched("print") if can_print(state, phase):
            return _print(state, phase)
        case Touched("done"):
            return _done(state)
        case Touched("another") if may_go_on(state):
            return conclude(state, Ending.KEPT, another=True)
        case _:
            return state


def _done(state: State) -> State:
    """Say goodbye; whoever acts for others may begin the next matter, once everything of this one is gone."""
    following = state.session.for_next()
    agent = following.agent
    if following.organisation is None and agent is None:
        return conclude(state, Ending.KEPT)
    if agent and agent.expired:
        return end(state, Ending.KEPT)
    return replace(state, session=following, phase=NextMatter()).commanding(Wipe)


def is_ours(state: State, event: Delivered | Refused) -> bool:
    """Whether the platform speaks of this resident's transaction."""
    return state.session.kept is not None and state.session.kept.transaction == event.transaction


def kept_by(state: State) -> Kept:
    """Return what the queue keeps; there is something whenever there is an outcome."""
    if state.session.kept is None:
        raise AssertionError("an outcome without a transaction")
    return state.session.kept


def can_print(state: State, phase: Finished) -> bool:
    """Whether the receipt can be printed now: there is one, the printer works, and none is known to have come out."""
    free = phase.printing is None or phase.printing.paper in {Paper.FAILED, Paper.UNKNOWN}
    return (
        free
        and has_receipt(state.item, kept_by(state), phase.fate)
        and state.outside.works(DeviceClass.PRINTER)
    )


def is_copy(phase: Finished) -> bool:
    """Whether the next paper would be a copy: one may have come out before."""
    before = phase.printing
    return before is not None and (before.copy or before.paper is Paper.UNKNOWN)


def _print(state: State, phase: Finished) -> State:
    kept, copy = kept_by(state), is_copy(phase)
    receipt = receipt_of(state, kept, phase, copy=copy)
    state = state.commanding(lambda number: PrintReceipt(number, receipt, kept.transaction, copy))
    return state.at(replace(phase, printing=Printing(state.issued, copy=copy)))
