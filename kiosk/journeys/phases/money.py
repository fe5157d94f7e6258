"""Phases of money: from what is owed to what became of it."""

from dataclasses import dataclass

from kiosk.journeys.phases.printing import Printing
from kiosk.payment import Bill, Order


@dataclass(frozen=True, slots=True)
class SearchingBills:
    """The platform is asked what is owed."""

    command: int


@dataclass(frozen=True, slots=True)
class NoBills:
    """There is nothing to pay: `reason` is `none` (nothing owed), `offline` or `refused`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Bills:
    """What is owed, to choose one; `trouble` is the text of why one cannot be chosen."""

    bills: tuple[Bill, ...]
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PayChoice:
    """How much, to whom, and every way to pay it, cash too."""

    bill: Bill


@dataclass(frozen=True, slots=True)
class Ordering:
    """The platform is asked to make an order; nothing can be paid yet."""

    command: int
    bill: Bill


@dataclass(frozen=True, slots=True)
class Paying:
    """The code is shown and the order followed; `confirming` once the phone has scanned it. Time runs whoever touches."""

    command: int
    bill: Bill
    order: Order
    confirming: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The platform is asked to take no more money; only its answer says whether it was paid. `leaving`: then goodbye."""

    command: int
    bill: Bill
    order: Order
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class NotCharged:
    """Nothing was charged, surely. `reason` is `closed`, or that of `OrderNotMade`."""

    reason: str


@dataclass(frozen=True, slots=True)
class PaymentEnded:
    """Paid, or not known yet (`UNKNOWN`); `command` goes on to be answered with what becomes of it."""

    command: int
    bill: Bill
    order: Order
    state: str
    printing: Printing | None = None


Payment = (
    SearchingBills | NoBills | Bills | PayChoice | Ordering | Paying | Closing | NotCharged | PaymentEnded
)
"""Phases of paying."""
