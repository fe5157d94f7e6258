"""The parts of money, wired to one home; and what reaches over them."""

from dataclasses import dataclass
from typing import Any, Self

from fleet.clock import Now
from fleet.database import Database, Row
from fleet.digests import Digests
from fleet.money import sheet, tables
from fleet.money.bills import Bills
from fleet.money.channel import Channel
from fleet.money.orders import Order, Orders
from fleet.money.reconciliation import Report, reconcile
from fleet.money.states import REFUNDED, TAKEN
from fleet.services import Services
from fleet.store import Store

MOST = 20
"""How many of one's own payments are listed."""


@dataclass(frozen=True)
class Cashier:
    """Bills, orders and the channel. The channel keeps books of its own, as a real one does."""

    database: Database
    books: Database
    bills: Bills
    orders: Orders
    channel: Channel
    digests: Digests

    @classmethod
    def open(cls, store: Store, digests: Digests, services: Services, now: Now) -> Self:
        """Return the cashier whose books are in `store`; they are made when they are not there."""
        database = store.open("payments", (tables.ORDERS, tables.PAYERS))
        books = store.open("channel", (tables.CHANNEL,))
        channel = Channel(books, now)
        bills = Bills(database, digests, services, now)
        return cls(database, books, bills, Orders(database, channel, now), channel, digests)

    def make(self, terminal: str, order: str, bill: str, payer: str = "") -> tuple[Order, bool]:
        """Make an order under the id that a terminal has given it, for whoever signed in; return it, and whether it is new.

        Raises:
            PlatformError: the bill is unknown, paid, or being paid; or the id is taken.
        """
        made, is_new = self.orders.make(terminal, order, bill)
        if payer:
            with self.database.writing() as connection:
                connection.execute(
                    "INSERT INTO payers VALUES (?, ?) ON CONFLICT (order_id) DO NOTHING",
                    (made.id, self._payer(payer)),
                )
        return made, is_new

    def own(self, payer: str) -> list[dict[str, Any]]:
        """Return the payments of whoever signed in for them, the newest first, as the groups of a sheet; each leads to its own."""
        rows = self.database.rows(
            "SELECT o.id, o.number, b.title_zh, b.title_en, b.period FROM payers p JOIN orders o ON o.id = p.order_id "
            "JOIN bills b ON b.id = o.bill WHERE p.payer = ? ORDER BY o.sequence DESC LIMIT ?",
            self._payer(payer),
            MOST,
        )
        return sheet.listed([(row, self.orders.refresh(row["id"])) for row in rows])

    def is_own(self, payer: str, number: str) -> bool:
        """Whether somebody signed in for the order of that number."""
        row = self.database.row(
            "SELECT 1 FROM payers p JOIN orders o ON o.id = p.order_id WHERE p.payer = ? AND o.number = ?",
            self._payer(payer),
            number,
        )
        return row is not None

    def _payer(self, id_number: str) -> str:
        return self.digests.of("payer", id_number.upper())

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
        row = self._billed(number)
        return sheet.of(self.orders.refresh(self.orders.by_number(number).id), row) if row else None

    def slip(self, number: str, url: str) -> dict[str, Any] | None:
        """Return what the slip of an order says (schema PaymentSlip); None when there is no such order, or nothing was paid."""
        row = self._billed(number)
        order = self.orders.by_number(number) if row else None
        if row is None or order is None or order.state not in (*TAKEN, REFUNDED):
            return None
        said = {
            name: row[name] for name in ("item", "title_zh", "title_en", "payee_zh", "payee_en", "period")
        }
        sums = {"number": order.number, "state": order.state, "amount": order.amount}
        return {**said, **sums, "follow_up": f"{url}/p/{order.token}"}

    def _billed(self, number: str) -> Row | None:
        """The bill of the order of a number."""
        return self.database.row(
            "SELECT b.* FROM orders o JOIN bills b ON b.id = o.bill WHERE o.number = ?", number
        )

    def reconcile(self) -> Report:
        """Compare the channel's statement, the orders and the bills."""
        rows = self.database.rows("SELECT paid_by, amount FROM bills WHERE paid_by IS NOT NULL")
        paid = {row["paid_by"]: row["amount"] for row in rows}
        return reconcile(self.channel.statement(), self.orders.all(), paid)

    def close(self) -> None:
        """Close the books."""
        self.database.close()
        self.books.close()
