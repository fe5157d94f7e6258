"""Requests about money to the platform (`docs/platform-api.yaml`); every call is bounded in time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kiosk.events.money import BillsFound, BillsNotFound
from kiosk.payment import Bill, Order

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
        self._base_url, self._connect = base_url.rstrip("/"), connect

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
        if not 400 <= status < 500 or status in (401, 408, 425, 429):
            return SILENT
        return _REASONS.get(str(body.get("type", "")).rpartition("/")[2], "refused")

    def state(self, order: str) -> str:
        """Ask how an order stands: a state of the platform, `NEVER`, or `SILENT`."""
        return _state(*self._ask("GET", f"/v1/payment-orders/{quote(order, safe='')}"))

    def close(self, order: str) -> str:
        """Have an order closed unless it is paid; return how it stands, as `state` does."""
        return _state(*self._ask("POST", f"/v1/payment-orders/{quote(order, safe='')}/close"))

    def _ask(self, method: str, path: str, document: str = "") -> tuple[int, dict[str, Any]]:
        """Return status and JSON body; status 0 when there was no answer."""
        import requests  # noqa: PLC0415  # takes 0.2 s to import

        body = (
            {"data": document.encode(), "headers": {"Content-Type": "application/json"}} if document else {}
        )
        try:
            with self._connect() as session:
                answer = session.request(method, f"{self._base_url}{path}", timeout=TIMEOUT, **body)  # type: ignore[arg-type]  # requests' stubs want each by itself
                said = answer.json()
        except (requests.RequestException, ValueError):
            return 0, {}
        return answer.status_code, said if isinstance(said, dict) else {}


def _state(status: int, body: dict[str, Any]) -> str:
    if status == 404 and str(body.get("type", "")).endswith("/unknown"):
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
