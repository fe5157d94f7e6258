"""Bills and payments."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FindBills:
    """Ask what is owed. `document` is the JSON body of `POST /v1/bills`. Answered by `BillsFound` or `BillsNotFound`."""

    id: int
    document: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MakeOrder:
    """Have the platform make an order for a bill. Answered by `OrderMade` (it is in the journal then) or `OrderNotMade`.

    `id_number` is that of whoever signed in to pay, so that they find the payment again; empty where nobody signs in.
    """

    id: int
    bill: str
    id_number: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class FollowOrder:
    """Ask for an order again and again. Answered by `OrderChanged` whenever its state is another one, until `Wipe`."""

    id: int
    order: str


@dataclass(frozen=True, slots=True)
class CloseOrder:
    """Have an order closed unless it is paid. Answered by `OrderChanged`, or by `OrderSilent` when nothing is known."""

    id: int
    order: str
