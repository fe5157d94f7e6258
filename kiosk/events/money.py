"""Answers about bills and payment orders."""

from dataclasses import dataclass

from kiosk.payment import Bill, Order


@dataclass(frozen=True, slots=True)
class BillsFound:
    """Answer to `FindBills`: what is owed; nothing when `bills` is empty."""

    command: int
    bills: tuple[Bill, ...]


@dataclass(frozen=True, slots=True)
class BillsNotFound:
    """Answer to `FindBills`: it could not be found out; `reason` is `offline` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class OrderMade:
    """Answer to `MakeOrder`: it can be paid now, and the journal has it."""

    command: int
    order: Order


@dataclass(frozen=True, slots=True)
class OrderNotMade:
    """Answer to `MakeOrder`: nothing can be paid; `reason` is `offline`, `paid`, `locked`, `gone` or `refused`."""

    command: int
    reason: str


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """Answer to `FollowOrder` and `CloseOrder`: the platform says that the order is in this state."""

    command: int
    state: str


@dataclass(frozen=True, slots=True)
class OrderSilent:
    """Answer to `CloseOrder`: the platform says nothing; whether it was paid is not known."""

    command: int
