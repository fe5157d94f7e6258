"""What the platform's answer to a submission means (pure): it has it, it refuses it, or it must be asked again."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from offline_queue.records import Acknowledged

HELD = (200, 201, 204)  # RFC 9110 9.3.4: what a PUT that succeeded answers
AGAIN = (
    401,
    407,
    408,
    423,
    424,
    425,
    429,
)  # about the sender, the moment or an upload, not about the transaction
WHOLE_PLATFORM = (401, 407, 429, 502, 503, 504)
RETRY_AFTER_MAX = 24 * 3600.0
REASON_MAX = 200


@dataclass(frozen=True, slots=True)
class Refused:
    """Final: it will not be taken. `reason` is shown to staff, `code` goes into the journal.

    `by_platform` is false when it is this terminal that cannot send it, because it is damaged.
    """

    reason: str
    code: str
    by_platform: bool = True


@dataclass(frozen=True, slots=True)
class Later:
    """Not now.

    `whole_platform`: others would fare the same. `pause`: seconds the platform asked for. `unknown`: it may have it.
    """

    reason: str
    whole_platform: bool
    pause: float = 0.0
    unknown: bool = False


Answer = Acknowledged | Refused | Later


def judge(
    status: int, headers: Mapping[str, str], body: bytes, now: datetime, transaction: str = ""
) -> Answer:
    """Return what an answer to `PUT /v1/transactions/{id}` means. `headers` finds names in any case.

    An answer that names another id than `transaction`, or is a batch's, says nothing: something on the way mixes answers up.
    """
    if status in HELD and body.lstrip()[:1] == b"<":
        return Later("answered by a web page, not by the platform (captive portal?)", whole_platform=True)
    return judge_document(status, headers, _document(body), now, transaction)


def judge_document(
    status: int, headers: Mapping[str, str], said: Mapping[str, object], now: datetime, transaction: str
) -> Answer:
    """Return what an answer means whose document has been read; see `judge`."""
    if status in HELD:
        if transaction and (said.get("id", transaction) != transaction or "results" in said):
            return Later(
                "answered for another transaction (a broken proxy?)", whole_platform=True, unknown=True
            )
        return _acknowledged(said)
    if 400 <= status < 500 and status not in AGAIN:
        return Refused(_reason(status, said), str(status))
    return Later(
        _reason(status, said),
        whole_platform=status in WHOLE_PLATFORM or status < 400,
        pause=retry_after(headers, now),
        unknown=status >= 500,
    )


def judge_inquiry(
    status: int, headers: Mapping[str, str], body: bytes, now: datetime, transaction: str
) -> Acknowledged | Later | None:
    """Return what an answer to `GET /v1/transactions/{id}` means; None: it has not arrived, send it.

    Sending again is harmless, forgetting is not: only a document that names `transaction` says that it is there.
    """
    said = _document(body)
    if status == 200 and said.get("id") == transaction:
        return _acknowledged(said)
    if status in HELD or (400 <= status < 500 and status not in AGAIN) or status == 501:
        return None
    return Later(
        _reason(status, said),
        whole_platform=status in WHOLE_PLATFORM or status < 400,
        pause=retry_after(headers, now),
        unknown=True,
    )


def retry_after(headers: Mapping[str, str], now: datetime) -> float:
    """Return the seconds that `Retry-After` asks for (RFC 9110 10.2.3: seconds or a date), 0 when it does not.

    A date is compared with the platform's own `Date` where there is one, since the terminal's clock may be wrong.
    """
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return min(float(asked), RETRY_AFTER_MAX)
    until, since = _date(asked), _date(headers.get("Date", "")) or now
    if until is None:
        return 0.0
    return min(max(0.0, (until - since).total_seconds()), RETRY_AFTER_MAX)


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return date.astimezone() if date.tzinfo is None else date


def _acknowledged(said: Mapping[str, object]) -> Acknowledged:
    link = _text(said, "follow_up", 2000)
    return Acknowledged(
        case_number=_text(said, "case_number", 100),
        follow_up=link if re.match(r"https?://[^\s/]", link) else "",
        received_at=_text(said, "received_at", 100),
    )


def _reason(status: int, said: Mapping[str, object]) -> str:
    """Return the status and the problem's title (RFC 9457: the same for every occurrence, unlike its detail)."""
    title = re.sub(r"[0-9Xx]{6,}", "…", _text(said, "title", REASON_MAX))  # no number of a person
    return f"HTTP {status} {title}".strip()


def _document(body: bytes) -> Mapping[str, object]:
    try:
        document = json.loads(body)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _text(document: Mapping[str, object], name: str, limit: int) -> str:
    value = document.get(name)
    return value if isinstance(value, str) and value.isprintable() and len(value) <= limit else ""
