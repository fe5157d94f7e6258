"""Orders for payment: made once, followed to their end, closed before they are given up. Only the platform says paid."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from fleet.clock import CHINA, Now, stamp
from fleet.database import Connection, Database
from fleet.money import channel as money
from fleet.money.channel import Channel
from fleet.money.states import (
    CLOSED,
    CREATED,
    OPEN,
    PAID,
    PENDING,
    REFUNDED,
    REFUNDING,
    REVERSED,
    SETTLE_FAILED,
    SETTLED,
    UNFINISHED,
    USERPAYING,
    may_follow,
)
from fleet.problems import PlatformError, unknown

LIFE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Order:
    """One order; `amount` in fen, `code` the channel's once there is one, `token` opens its page."""

    id: str
    sequence: int
    number: str
    terminal: str
    bill: str
    amount: int
    token: str
    state: str
    since: str
    created_at: str
    expires_at: str
    code: str


class Orders:
    """Makes orders and moves them on. What the channel says is asked for, never taken from a notification."""

    def __init__(self, database: Database, channel: Channel, now: Now) -> None:
        self._database, self._channel, self._now = database, channel, now

    def make(self, terminal: str, order: str, bill: str) -> tuple[Order, bool]:
        """Make an order under the id that a terminal has given it; return it, and whether it is new.

        Raises:
            PlatformError: the bill is unknown, paid, or being paid; or the id is taken.
        """
        with self._database.writing() as connection:
            known = _row(connection, order)
            if known and (known.terminal, known.bill) != (terminal, bill):
                raise _conflict("order-taken", "That order is another one. 订单号已被使用。")
            if not known:
                self._insert(connection, terminal, order, bill)
        return self.refresh(order), not known

    def get(self, terminal: str, order: str) -> Order:
        """Return an order of a terminal as it stands now.

        Raises:
            PlatformError: the terminal has made no such order.
        """
        row = self._database.row("SELECT 1 FROM orders WHERE id = ? AND terminal = ?", order, terminal)
        if row is None:
            raise unknown("Make the order with PUT.", "请先创建订单。")
        return self.refresh(order)

    def close(self, terminal: str, order: str) -> Order:
        """Close an order unless it is paid; return how it stands. Nothing can be paid for it from here on.

        Raises:
            PlatformError: the terminal has made no such order.
        """
        self._end(self.get(terminal, order))
        return self.refresh(order)

    def by_number(self, number: str) -> Order:
        """Return the order of that number."""
        return Order(**dict(self._database.rows("SELECT * FROM orders WHERE number = ?", number)[0]))

    def by_token(self, token: str) -> Order | None:
        """Return the order whose page has that token, as it stands now."""
        row = self._database.row("SELECT id FROM orders WHERE token = ?", token)
        return self.refresh(row["id"]) if row else None

    def all(self) -> Sequence[Order]:
        """Return every order, the oldest first."""
        return [Order(**dict(row)) for row in self._database.rows("SELECT * FROM orders ORDER BY sequence")]

    def look(self) -> None:
        """Move on everything that can be: a lost notification, a power cut or a phone put away leaves nothing open."""
        for order in self.all():
            if order.state not in UNFINISHED:
                continue
            fresh = self.refresh(order.id)
            if fresh.state in OPEN and fresh.expires_at <= stamp(self._now()):
                self._end(fresh)
                self.refresh(order.id)

    def refresh(self, order: str) -> Order:
        """Ask the channel, carry on as far as it goes, and return the order; may be called at any time, by anyone."""
        while self._step(found := self._found(order)):
            pass
        return found

    def _step(self, order: Order) -> bool:
        """Take the one step that is due; say whether there was one."""
        match order.state:
            case "created":
                code = self._channel.open(order.number, order.amount, order.expires_at)
                return self._move(order, PENDING, code)
            case "pending" | "userpaying":
                said = self._channel.payment(order.number).state
                after = {money.PAID: PAID, money.PAYING: USERPAYING}.get(said, order.state)
                return after != order.state and self._move(order, after)
            case "paid":
                return self._settle(order)
            case "settle_failed":
                return self._move(order, REFUNDING)
            case "refunding":
                self._channel.refund(order.number)
                return self._move(order, REFUNDED)
            case _:
                return False

    def _end(self, order: Order) -> None:
        if order.state not in OPEN:
            return
        if self._channel.close(order.number).state == money.CLOSED:
            self._move(order, REVERSED if order.state == USERPAYING else CLOSED)

    def _settle(self, order: Order) -> bool:
        """Write the bill off; a bill that another order has paid is not paid twice: the money goes back."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE bills SET paid_by = ? WHERE id = ? AND paid_by IS NULL", (order.id, order.bill)
            )
            paid_by = connection.execute("SELECT paid_by FROM bills WHERE id = ?", (order.bill,)).fetchone()[
                0
            ]
            return self._moved(connection, order, SETTLED if paid_by == order.id else SETTLE_FAILED)

    def _insert(self, connection: Connection, terminal: str, order: str, bill: str) -> None:
        now = self._now()
        row = connection.execute("SELECT * FROM bills WHERE id = ?", (bill,)).fetchone()
        if row is None or row["quoted_until"] <= stamp(now):
            raise _conflict("bill-gone", "That bill is no longer offered. 账单已失效。")
        if row["paid_by"]:
            raise _conflict("bill-paid", "That bill is paid. 账单已缴清。")
        held = connection.execute(
            "SELECT 1 FROM orders WHERE bill = ? AND state IN (?, ?, ?, ?)", (bill, *OPEN, PAID)
        )
        if held.fetchone():
            raise _conflict("bill-locked", "That bill is being paid. 账单正在缴费。")
        sequence = connection.execute("SELECT coalesce(max(sequence), 0) + 1 FROM orders").fetchone()[0]
        number = f"{now.astimezone(CHINA):%Y%m%d}-{sequence:06d}"
        connection.execute(
            "INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            (
                *(order, sequence, number, terminal, bill, row["amount"], secrets.token_urlsafe(16)),
                *(CREATED, stamp(now), stamp(now), stamp(now + LIFE)),
            ),
        )

    def _move(self, order: Order, state: str, code: str = "") -> bool:
        with self._database.writing() as connection:
            return self._moved(connection, order, state, code)

    def _moved(self, connection: Connection, order: Order, state: str, code: str = "") -> bool:
        """Move an order unless somebody else has in this moment; there is a next step to look for either way."""
        if not may_follow(order.state, state):
            raise ValueError(f"{state} may not follow {order.state}")
        connection.execute(
            "UPDATE orders SET state = ?, since = ?, code = ? WHERE id = ? AND state = ?",
            (state, stamp(self._now()), code or order.code, order.id, order.state),
        )
        return True

    def _found(self, order: str) -> Order:
        return Order(**dict(self._database.rows("SELECT * FROM orders WHERE id = ?", order)[0]))


def _row(connection: Connection, order: str) -> Order | None:
    row = connection.execute("SELECT * FROM orders WHERE id = ?", (order,)).fetchone()
    return Order(**dict(row)) if row else None


def _conflict(code: str, title: str) -> PlatformError:
    return PlatformError(
        409, code, title, "Nothing was charged: look the bills up again. 未扣任何费用：请重新查询账单。"
    )
