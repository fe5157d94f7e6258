"""What is commanded when bills are paid: asking for them, closing an order, and the end of it on paper."""

import json

from kiosk.commands.money import CloseOrder, FindBills, FollowOrder
from kiosk.commands.printing import PrintReceipt
from kiosk.events.world import DeviceClass
from kiosk.journeys import form
from kiosk.journeys.case import answers, context
from kiosk.journeys.phases.money import Closing, Paying, PaymentEnded, SearchingBills
from kiosk.journeys.phases.printing import Printing
from kiosk.journeys.state import State
from kiosk.payment import UNKNOWN
from kiosk.receipts import payment_slip


def find_bills(state: State) -> State:
    """Ask what the account owes that the resident has named; of who signed in, only what the platform needs to find it."""
    account = form.document(context(state), answers(state))
    if state.session.card:
        account = {**account, "payer": {"id_number": state.session.card.id_number}}
    document = json.dumps({"item": state.session.item, "account": account}, ensure_ascii=False)
    state = state.commanding(lambda number: FindBills(number, document))
    return state.at(SearchingBills(state.issued))


def close_order(state: State, phase: Paying, *, leaving: bool = False) -> State:
    """Have the order closed; what the platform answers says whether it was paid."""
    state = state.commanding(lambda number: CloseOrder(number, phase.order.id))
    return state.at(Closing(state.issued, phase.bill, phase.order, leaving))


def unknown(state: State, phase: Closing) -> State:
    """The platform has said nothing in time: it is asked on, and nobody is told that it failed."""
    return ended(state, phase, UNKNOWN)


def ended(state: State, phase: Paying | Closing, paid: str) -> State:
    """Show what became of it, go on following it, and print the slip once. What was entered is not needed any more."""
    state = state.commanding(lambda number: FollowOrder(number, phase.order.id))
    return printed(state, PaymentEnded(state.issued, phase.bill, phase.order, paid))


def printed(state: State, phase: PaymentEnded) -> State:
    """Show the end of a payment, and print its slip when the printer works."""
    wiped = State(
        state.outside,
        state.session.again(),
        phase,
        state.entered,
        state.issued,
        state.extended,
        state.commands,
    ).having(paid=phase.state)
    if not state.outside.works(DeviceClass.PRINTER):
        return wiped
    outside = state.outside
    slip = payment_slip(
        state.session.language.on_paper, outside.catalogue, state.item, outside.settings.site,
        bill=phase.bill, order=phase.order, state=phase.state, terminal_id=outside.terminal_id,
        training=outside.settings.training,
    )  # fmt: skip
    wiped = wiped.commanding(lambda number: PrintReceipt(number, slip))
    return wiped.at(PaymentEnded(phase.command, phase.bill, phase.order, phase.state, Printing(wiped.issued)))
