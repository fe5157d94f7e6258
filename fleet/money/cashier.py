"""The parts of money, wired to one home; and what reaches over them."""

from dataclasses import dataclass
from typing import Any, Self

from fleet.clock import Now
from fleet.database import Database
from fleet.digests import Digests
from fleet.money import sheet, tables
from fleet.money.bills import Bills
from fleet.money.channel import Channel
from fleet.money.orders import Order, Orders
from fleet.money.reconciliation import Report, reconcile
from fleet.services import Services
from fleet.store import Store


@dataclass(frozen=True)
class Cashier:
    """Bills, orders and the channel. The channel keeps books of its own, as a real one does."""

    database: Database
    books: Database
    bills: Bills
    orders: Orders
    channel: Channel

    @classmethod
    def open(cls, store: Store, digests: Digests, services: Services, now: Now) -> Self:
        """Return the cashier whose books are in `store`; they are made when they are not there."""
        database = store.open("payments", (tables.ORDERS,))
        books = store.open("channel", (tables.CHANNEL,))
        channel = Channel(books, now)
        bills = Bills(database, digests, services, now)
        return cls(database, books, bills, Orders(database, channel, now), channel)

    def pay(self, code: str, fault: str = "") -> Order:
        """Let a phone pay; the order is asked for again only if the channel tells of it. Return the order as it is kept.

        Raises:
            PlatformError: there is no such code, or it is closed.
        """
        told = self.channel.pay(code, fault)
        payment = self.channel.by_code(code)
        if payment is None:
            raise AssertionError("a payment went away")
        order = self.orders.by_number(payment.order_number)
        return self.orders.refresh(order.id) if told else order

    def payment(self, number: str) -> list[dict[str, Any]] | None:
        """Return how the order of a number stands now, as the groups of a sheet; None when there is none."""
        row = self.database.row(
            "SELECT b.* FROM orders o JOIN bills b ON b.id = o.bill WHERE o.number = ?", number
        )
        return sheet.of(self.orders.refresh(self.orders.by_number(number).id), row) if row else None

    def reconcile(self) -> Report:
        """Compare the channel's statement, the orders and the bills."""
        rows = self.database.rows("SELECT paid_by, amount FROM bills WHERE paid_by IS NOT NULL")
        paid = {row["paid_by"]: row["amount"] for row in rows}
        return reconcile(self.channel.statement(), self.orders.all(), paid)

    def close(self) -> None:
        """Close the books."""
        self.database.close()
        self.books.close()
