"""Paying a bill: chosen, ordered, paid with a phone, and what became of it. Only the platform says that it is paid.

The machine mirrors the platform's order: a code is shown for an order that the journal has, nobody leaves before it is
closed, and what is not known is never called failed.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.commands.money import FollowOrder, MakeOrder
from kiosk.events import Event
from kiosk.events.money import BillsFound, BillsNotFound, OrderChanged, OrderMade, OrderNotMade, OrderSilent
from kiosk.events.printing import Paper, PrintEnded
from kiosk.events.world import DeviceClass
from kiosk.journeys.billing import close_order, ended, find_bills, printed, unknown
from kiosk.journeys.closing import end, of_payment
from kiosk.journeys.onward import conclude, may_go_on
from kiosk.journeys.phases.ending import Ending
from kiosk.journeys.phases.money import (
    Bills,
    Closing,
    NoBills,
    NotCharged,
    Ordering,
    PayChoice,
    Paying,
    Payment,
    PaymentEnded,
    SearchingBills,
)
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.plan import Stage
from kiosk.journeys.route import backward
from kiosk.journeys.state import State
from kiosk.payment import NOTHING_CHARGED, OPEN, UNKNOWN, mirrored
from screens.views.inputs import Touched


def react(state: State, phase: Payment, event: Event) -> State:  # noqa: PLR0911  # one a phase
    """Return what an event makes of the phases of paying."""
    match phase:
        case SearchingBills():
            return _searching(state, phase, event)
        case NoBills():
            return _stopped(state, event, Ending.LOOKED)
        case Bills():
            return _bills(state, phase, event)
        case PayChoice():
            return _choice(state, phase, event)
        case Ordering():
            return _ordering(state, phase, event)
        case Paying():
            return _paying(state, phase, event)
        case Closing():
            return _closing(state, phase, event)
        case NotCharged():
            return _stopped(state, event, Ending.NOT_CHARGED)
        case PaymentEnded():
            return _ended(state, phase, event)
        case _:
            assert_never(phase)


def _searching(state: State, phase: SearchingBills, event: Event) -> State:
    match event:
        case BillsFound(command, bills) if command == phase.command:
            return state.at(Bills(bills) if bills else NoBills("none"))
        case BillsNotFound(command, reason) if command == phase.command:
            return state.at(NoBills(reason))
        case _:
            return state


def _stopped(state: State, event: Event, ending: Ending) -> State:
    """A page that says why nothing can be paid: once more, back to the form, or the end."""
    match event:
        case Touched("again"):
            return find_bills(state)
        case Touched("back"):
            return backward(state, Stage.PAYMENT)
        case Touched("done"):
            return end(state, ending)
        case _:
            return state


def _bills(state: State, phase: Bills, event: Event) -> State:
    match event:
        case Touched("back"):
            return backward(state, Stage.PAYMENT)
        case Touched(id_) if id_.startswith("bill:"):
            bill = next((one for one in phase.bills if one.id == id_.removeprefix("bill:")), None)
            if bill is None:
                return state
            return state.at(replace(phase, trouble="locked") if bill.locked else PayChoice(bill))
        case _:
            return state


def _choice(state: State, phase: PayChoice, event: Event) -> State:
    match event:
        case Touched("back"):
            return find_bills(state)
        case Touched("pay") if state.outside.online:
            payer = state.session.id_number if Stage.SIGN_IN in state.session.plan else ""
            state = state.commanding(lambda number: MakeOrder(number, phase.bill.id, payer))
            return state.at(Ordering(state.issued, phase.bill))
        case _:
            return state


def _ordering(state: State, phase: Ordering, event: Event) -> State:
    match event:
        case OrderMade(command, order) if command == phase.command:
            state = state.commanding(lambda number: FollowOrder(number, order.id))
            return state.at(Paying(state.issued, phase.bill, order))
        case OrderNotMade(command, reason) if command == phase.command:
            return state.at(NotCharged(reason))
        case _:
            return state


def _paying(state: State, phase: Paying, event: Event) -> State:
    match event:
        case OrderChanged(command, state_said) if command == phase.command:
            said = mirrored(state_said)
            if said in OPEN:
                return state.at(replace(phase, confirming=said == "userpaying"))
            return _known(state, phase, said)
        case Touched("cancel"):
            return close_order(state, phase)
        case _:
            return state


def _closing(state: State, phase: Closing, event: Event) -> State:
    match event:
        case OrderChanged(command, state_said) if command == phase.command:
            said = mirrored(state_said)
            if said in NOTHING_CHARGED and phase.leaving:
                return end(state, Ending.NOT_CHARGED)
            return unknown(state, phase) if said in OPEN else _known(state, phase, said)
        case OrderSilent(command) if command == phase.command:
            return unknown(state, phase)
        case _:
            return state


def _known(state: State, phase: Paying | Closing, said: str) -> State:
    return state.at(NotCharged("closed")) if said in NOTHING_CHARGED else ended(state, phase, said)


def _ended(state: State, phase: PaymentEnded, event: Event) -> State:
    match event:
        case PrintEnded(command, paper, code) if phase.printing and phase.printing.command == command:
            return state.at(replace(phase, printing=Printing(command, paper, code)))
        case OrderChanged(command, said) if command == phase.command and said not in OPEN:
            return _learnt(state, phase, mirrored(said))
        case Touched("print") if can_print(state, phase):
            return printed(state, phase)
        case Touched("done"):
            return conclude(state, of_payment(phase.state))
        case Touched("another") if may_go_on(state):
            return conclude(state, of_payment(phase.state), another=True)
        case _:
            return state


def _learnt(state: State, phase: PaymentEnded, said: str) -> State:
    """The platform has said more. What was not known and is known now gets a slip of its own."""
    if said in (phase.state, UNKNOWN):
        return state
    if phase.state == UNKNOWN and said not in NOTHING_CHARGED:
        return printed(state, replace(phase, state=said, printing=None))
    return state.having(paid=said).at(replace(phase, state=said))


def can_print(state: State, phase: PaymentEnded) -> bool:
    """Whether the slip can be printed now: the printer works, and no copy may have come out before."""
    free = phase.printing is None or phase.printing.paper is Paper.FAILED
    return free and state.outside.works(DeviceClass.PRINTER)
