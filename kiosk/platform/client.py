"""Requests of the touchscreen to the platform (`docs/platform-api.yaml`); every call is bounded in time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kiosk.events import CodeChecked, CodeNotSent, CodeSent

if TYPE_CHECKING:
    import requests

CODE_OUTCOMES = ("verified", "wrong", "expired", "too_many")


class PlatformClient:
    """Speaks to one platform over one signed session.

    `connect` makes the session on first use, so that nothing heavy is loaded before the first page.
    """

    def __init__(self, base_url: str, connect: "Callable[[], requests.Session]") -> None:
        self._base_url = base_url.rstrip("/")
        self._connect = connect
        self._session: requests.Session | None = None

    def reachable(self) -> bool:
        """Whether the platform answers at this moment."""
        import requests

        try:
            return bool(self._open().get(f"{self._base_url}/v1/health", timeout=(3, 5)).ok)
        except requests.RequestException:
            return False

    def send_code(self, command: int, mobile: str, id_number: str) -> CodeSent | CodeNotSent:
        """Have a one-time code sent to `mobile`; the answer echoes `command`."""
        status, body = self._post("/v1/holder-checks", {"mobile": mobile, "id_number": id_number})
        if status == 201 and isinstance(check := body.get("id"), str):
            return CodeSent(command, check)
        return CodeNotSent(command, _why_not_sent(status))

    def check_code(self, command: int, check: str, code: str) -> CodeChecked:
        """Ask whether `code` is the one that was sent for `check`."""
        status, body = self._post(f"/v1/holder-checks/{check}/code", {"code": code})
        outcome = body.get("outcome")
        if status == 200 and outcome in CODE_OUTCOMES:
            return CodeChecked(command, str(outcome))
        return CodeChecked(command, "expired" if status == 404 else "offline")

    def _open(self) -> "requests.Session":
        if self._session is None:
            self._session = self._connect()
        return self._session

    def _post(self, path: str, document: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Return status and JSON body; status 0 when there was no answer."""
        import requests

        try:
            answer = self._open().post(f"{self._base_url}{path}", json=document, timeout=(3, 10))
            body = answer.json()
        except (requests.RequestException, ValueError):
            return 0, {}
        return answer.status_code, body if isinstance(body, dict) else {}


def _why_not_sent(status: int) -> str:
    if status == 429:
        return "too_many"
    return "refused" if 400 <= status < 500 else "offline"
