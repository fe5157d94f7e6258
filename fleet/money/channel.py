"""A payment channel as a simulation: books of its own, and the faults that real ones have.

It knows order numbers and amounts, nothing else. A resident pays by opening the code on a phone (`/pay/{code}`).
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from fleet.clock import Now, stamp
from fleet.database import Connection, Database
from fleet.problems import PlatformError, unknown

WAITING, PAYING, PAID, CLOSED = "waiting", "paying", "paid", "closed"

FAULTS: Mapping[str, str] = {
    "late": "the phone says it is being paid; the money moves half a minute later",
    "lost-notification": "paid, but the platform is not told",
    "double": "the money moves twice",
}
LATE = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Payment:
    """What the channel knows of one order."""

    code: str
    order_number: str
    amount: int
    state: str


class Channel:
    """Opens, takes, tells of, closes and returns payments. Every call is durable before it returns."""

    def __init__(self, database: Database, now: Now) -> None:
        self._database, self._now = database, now

    def open(self, order_number: str, amount: int, expires_at: str) -> str:
        """Return the code to be scanned for an order; the same one when asked again."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO payments VALUES (?, ?, ?, ?, ?, '', '') ON CONFLICT (order_number) DO NOTHING",
                (secrets.token_urlsafe(18), order_number, amount, expires_at, WAITING),
            )
            return self._of(connection, order_number).code

    def pay(self, code: str, fault: str = "") -> bool:
        """Pay with a phone, once however often it is tried; return whether the platform is to be told.

        Raises:
            PlatformError: there is no such code, or it is too late.
        """
        with self._database.writing() as connection:
            row = connection.execute("SELECT * FROM payments WHERE code = ?", (code,)).fetchone()
            if row is None:
                raise unknown("Scan the code on the terminal.", "请扫描终端上的二维码。")
            if row["state"] == CLOSED or row["expires_at"] <= stamp(self._now()):
                raise PlatformError(
                    410,
                    "code-closed",
                    "This code is closed. Nothing was paid. 此码已关闭，没有付款。",
                    "Begin again at the terminal. 请在终端重新开始。",
                )
            if row["state"] != WAITING:
                return False
            late = fault == "late"
            connection.execute(
                "UPDATE payments SET state = ?, due_at = ?, fault = ? WHERE code = ?",
                (PAYING if late else PAID, stamp(self._now() + LATE) if late else "", fault, code),
            )
            for _ in range(0 if late else 2 if fault == "double" else 1):
                self._move(connection, row["order_number"], row["amount"])
        return fault not in ("late", "lost-notification")

    def payment(self, order_number: str) -> Payment:
        """Return how a payment stands now."""
        with self._database.writing() as connection:
            self._ripen(connection, order_number)
            return self._of(connection, order_number)

    def by_code(self, code: str) -> Payment | None:
        """Return the payment behind a code."""
        row = self._database.row("SELECT order_number FROM payments WHERE code = ?", code)
        return self.payment(row["order_number"]) if row else None

    def close(self, order_number: str) -> Payment:
        """Take no money any more; what was paid before stays paid. Return how it stands."""
        with self._database.writing() as connection:
            self._ripen(connection, order_number)
            connection.execute(
                "UPDATE payments SET state = ? WHERE order_number = ? AND state IN (?, ?)",
                (CLOSED, order_number, WAITING, PAYING),
            )
            return self._of(connection, order_number)

    def refund(self, order_number: str) -> None:
        """Give back what is here for an order beyond nothing; a second call finds nothing left."""
        with self._database.writing() as connection:
            here = connection.execute(
                "SELECT coalesce(sum(amount), 0) FROM movements WHERE order_number = ?", (order_number,)
            ).fetchone()[0]
            if here > 0:
                self._move(connection, order_number, -int(here))

    def statement(self) -> Mapping[str, tuple[int, ...]]:
        """Return what moved, by order number: the channel's statement."""
        moved: dict[str, tuple[int, ...]] = {}
        for row in self._database.rows("SELECT order_number, amount FROM movements ORDER BY sequence"):
            moved[row["order_number"]] = (*moved.get(row["order_number"], ()), row["amount"])
        return moved

    def _ripen(self, connection: Connection, order_number: str) -> None:
        """What was said to be under way has come by now."""
        ripe = connection.execute(
            "UPDATE payments SET state = ? WHERE order_number = ? AND state = ? AND due_at <= ? RETURNING amount",
            (PAID, order_number, PAYING, stamp(self._now())),
        ).fetchone()
        if ripe:
            self._move(connection, order_number, ripe["amount"])

    def _move(self, connection: Connection, order_number: str, amount: int) -> None:
        connection.execute(
            "INSERT INTO movements (order_number, amount, at) VALUES (?, ?, ?)",
            (order_number, amount, stamp(self._now())),
        )

    def _of(self, connection: Connection, order_number: str) -> Payment:
        row = connection.execute("SELECT * FROM payments WHERE order_number = ?", (order_number,)).fetchone()
        return Payment(row["code"], row["order_number"], row["amount"], row["state"])
