"""Asking the platform one thing: a request of bounded time, an answer that is there or not."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import requests

T = TypeVar("T")


class Asking:
    """Callable with method, path and a JSON document. May be called from any thread.

    `connect` makes a session whose requests the terminal signs; each call has one of its own, because a session belongs to
    one thread, and nothing heavy is loaded before the first page. `timeout` is to connect and to answer, in seconds.
    """

    def __init__(
        self, base_url: str, connect: "Callable[[], requests.Session]", timeout: tuple[float, float]
    ) -> None:
        self._base_url, self._connect, self._timeout = base_url.rstrip("/"), connect, timeout

    def __call__(self, method: str, path: str, document: str = "") -> tuple[int, dict[str, Any]]:
        """Return status and JSON body; status 0 when there was no answer."""
        import requests  # noqa: PLC0415  # takes 0.2 s to import

        body = (
            {"data": document.encode(), "headers": {"Content-Type": "application/json"}} if document else {}
        )
        try:
            with self._connect() as session:
                answer = session.request(method, f"{self._base_url}{path}", timeout=self._timeout, **body)  # type: ignore[arg-type]  # requests' stubs want each by itself
                said = answer.json()
        except (requests.RequestException, ValueError):
            return 0, {}
        return answer.status_code, said if isinstance(said, dict) else {}


def is_silent(status: int) -> bool:
    """Whether a status leaves open what the platform has done, or may be answered otherwise soon."""
    return not 400 <= status < 500 or status in (401, 408, 425, 429)


def refusal(status: int) -> str:
    """Return why there is no good answer: `offline` when the platform is silent, else `refused`."""
    return "offline" if is_silent(status) else "refused"


def told(status: int, body: dict[str, Any], read: Callable[[dict[str, Any]], T]) -> T | str:
    """Return what `read` makes of a good answer, else the `refusal`; what it cannot read (ValueError) is no answer."""
    try:
        return read(body) if status == 200 else refusal(status)
    except ValueError:
        return refusal(0)


def problem(body: dict[str, Any]) -> str:
    """Return the code of a problem (RFC 9457), "" when the body is none."""
    return str(body.get("type", "")).rpartition("/")[2]
