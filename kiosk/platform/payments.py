"""Requests about money to the platform (`docs/platform-api.yaml`); every call is bounded in time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kiosk.events.money import BillsFound, BillsNotFound
from kiosk.payment import Bill, Order
from kiosk.platform.asking import Asking, is_silent, problem

if TYPE_CHECKING:
    import requests

TIMEOUT = (2.0, 4.0)
SILENT = ""
"""The platform has said nothing; what it did is not known."""

NEVER = "never"
"""The platform has no such order: nothing can be paid."""

_REASONS = {"bill-paid": "paid", "bill-locked": "locked", "bill-gone": "gone"}


class PaymentClient:
    """Speaks to one platform about money. Its methods may be called from any thread; `connect` as for `PlatformClient`."""

    def __init__(self, base_url: str, connect: "Callable[[], requests.Session]") -> None:
        self._ask = Asking(base_url, connect, TIMEOUT)

    def find(self, command: int, document: str) -> BillsFound | BillsNotFound:
        """Ask what is owed; the answer echoes `command`."""
        status, body = self._ask("POST", "/v1/bills", document)
        try:
            if status == 200:
                return BillsFound(command, tuple(map(_bill, body["bills"])))
        except (KeyError, TypeError, ValueError):
            status = 0
        return BillsNotFound(command, "refused" if 400 <= status < 500 else "offline")

    def make(self, order: str, document: str) -> Order | str:
        """Have an order made under this id; the reason why there is none, or `SILENT`."""
        status, body = self._ask("PUT", f"/v1/payment-orders/{quote(order, safe='')}", document)
        try:
            if status in (200, 201):
                return _order(order, body)
        except (KeyError, TypeError, ValueError):
            return SILENT
        return SILENT if is_silent(status) else _REASONS.get(problem(body), "refused")

    def state(self, order: str) -> str:
        """Ask how an order stands: a state of the platform, `NEVER`, or `SILENT`."""
        return _state(*self._ask("GET", f"/v1/payment-orders/{quote(order, safe='')}"))

    def close(self, order: str) -> str:
        """Have an order closed unless it is paid; return how it stands, as `state` does."""
        return _state(*self._ask("POST", f"/v1/payment-orders/{quote(order, safe='')}/close"))


def _state(status: int, body: dict[str, Any]) -> str:
    if status == 404 and problem(body) == "unknown":
        return NEVER
    state = body.get("state")
    return state if status == 200 and isinstance(state, str) else SILENT


def _bill(said: dict[str, Any]) -> Bill:
    return Bill(
        id=str(said["id"]),
        title_zh=str(said["title_zh"]),
        title_en=str(said["title_en"]),
        payee_zh=str(said["payee_zh"]),
        payee_en=str(said["payee_en"]),
        period=str(said["period"]),
        amount=int(said["amount"]),
        locked=bool(said["locked"]),
    )


def _order(order: str, said: dict[str, Any]) -> Order:
    return Order(
        order,
        number=str(said["number"]),
        state=str(said["state"]),
        code=str(said["code_url"]),
        seconds_left=int(said["seconds_left"]),
        follow_up=str(said["follow_up"]),
    )
