"""Whether the channel's statement, the orders and the bills agree; every difference is named, with what to do about it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fleet.money.orders import Order
from fleet.money.states import OPEN, SETTLED, TAKEN

REMEDIES: Mapping[str, str] = {
    "double": "the channel took the money more than once: refund what is over 重复扣款，请退回多扣款项",
    "amount": "the channel took another amount: stop the channel and ask it 金额不符，请停用渠道并核实",
    "channel-only": "paid in the channel, but no order says so: look again, else refund 渠道单边账，请复查或退款",
    "order-only": "the order says paid, the channel has nothing: ask the channel 平台单边账，请向渠道核实",
    "bill": "the order is settled, but its bill is not paid by it: settle or refund 账单未销账，请销账或退款",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that does not agree: `kind` is a key of `REMEDIES`, amounts are in fen."""

    order_number: str
    kind: str
    channel: int
    order: int


@dataclass(frozen=True, slots=True)
class Report:
    """The three sums in fen, how many orders are still open, and what does not agree."""

    channel: int
    orders: int
    bills: int
    open: int
    differences: Sequence[Difference]


def reconcile(
    statement: Mapping[str, tuple[int, ...]], orders: Sequence[Order], paid: Mapping[str, int]
) -> Report:
    """Return the report: what moved by order number, the orders, and what was written off by order id."""
    return Report(
        channel=sum(map(sum, statement.values())),
        orders=sum(order.amount for order in orders if order.state in TAKEN),
        bills=sum(paid.values()),
        open=sum(order.state in OPEN for order in orders),
        differences=tuple(_differences(statement, orders, paid)),
    )


def _differences(
    statement: Mapping[str, tuple[int, ...]], orders: Sequence[Order], paid: Mapping[str, int]
) -> Iterator[Difference]:
    known = {order.number: order for order in orders}
    for number in sorted({*statement, *known}):
        moved, order = statement.get(number, ()), known.get(number)
        here, owed = sum(moved), order.amount if order and order.state in TAKEN else 0
        if kind := _kind(moved, here, owed):
            yield Difference(number, kind, here, owed)
        elif order and order.state == SETTLED and paid.get(order.id) != order.amount:
            yield Difference(number, "bill", here, owed)


def _kind(moved: tuple[int, ...], here: int, owed: int) -> str:
    if here == owed:
        return ""
    if owed and here > owed and here % owed == 0 and len(moved) > 1:
        return "double"
    if not owed:
        return "channel-only"
    return "amount" if here else "order-only"
