"""`/v1/terminals/{id}/heartbeat` and `/v1/health`."""

import re
from typing import Any

from starlette.responses import Response

from fleet import heartbeats
from fleet.clock import stamp
from fleet.heartbeats import Head
from fleet.platform import Platform
from fleet.problems import PlatformError, malformed
from fleet.web.asking import Asked, json_response

TEXT_MAX = 100
DEVICES_MAX = 20
MEASURES_MAX = 30
PAPER = ("", "plenty", "low", "out")
DIGEST = re.compile(r"[0-9a-f]{64}")


def health(platform: Platform, _: Asked) -> Response:
    """Say that transactions are taken: the store answers."""
    platform.database.row("SELECT 1")
    return json_response({"status": "ok", "at": stamp(platform.now())})


def heartbeat(platform: Platform, asked: Asked) -> Response:
    """Note that a terminal lives."""
    check_own(asked)
    said = asked.document()
    queue = said.get("queue")
    waits = queue if isinstance(queue, dict) else {}
    noted = {
        "at": _text(said.get("at")),
        "version": _text(said.get("version")),
        "waiting": _number(waits.get("waiting")),
        "oldest_seconds": _number(waits.get("oldest_seconds")),
        "parked": _number(waits.get("parked", 0)),
        "trouble": _text(waits.get("trouble", "")),
        "devices": _devices(said.get("devices")),
        "printer": _printer(said.get("printer")),
        "release": None if said.get("release") is None else _number(said["release"]),
        "commissioned": _commissioned(said.get("commissioned")),
    }
    head, since = _journal(said.get("journal"))
    at = stamp(platform.now())
    prove = heartbeats.note(platform.database, at, asked.terminal, noted, head=head, since=since)
    headers = {"Journal-Position": str(prove)} if prove else {}
    if wanted := platform.refusals.wanted(asked.terminal):
        headers["Retry-Transactions"] = ", ".join(wanted)
    return Response(status_code=204, headers=headers)


def check_own(asked: Asked) -> None:
    """Check that the terminal that is named is the one that signed.

    Raises:
        PlatformError: it is another.
    """
    if asked.path["id"] != asked.terminal:
        raise PlatformError(
            403,
            "other-terminal",
            "Signed by another terminal. 签名属于其他终端。",
            "A terminal speaks for itself only. 终端只能代表自己。",
        )


def _journal(said: Any) -> tuple[Head | None, Head | None]:
    """Return the head of the terminal's journal, and the entry it was asked to prove."""
    if said is None:
        return None, None
    if not isinstance(said, dict):
        raise _malformed()
    since = said.get("since")
    return _head(said), _head(since) if since is not None else None


def _head(said: Any) -> Head:
    if not isinstance(said, dict) or not DIGEST.fullmatch(_text(said.get("hash"))):
        raise _malformed()
    return Head(_number(said.get("position")), said["hash"])


def _devices(said: Any) -> dict[str, str]:
    """Return the devices that do not work, with their codes; an older terminal says nothing of them."""
    if said is None:
        return {}
    if not isinstance(said, dict) or len(said) > DEVICES_MAX:
        raise _malformed()
    return {_text(device): _text(code) for device, code in said.items()}


def _printer(said: Any) -> dict[str, Any] | None:
    """Return how the roll of paper is; a terminal without a receipt printer, or with a new one, says nothing of it."""
    if said is None:
        return None
    if not isinstance(said, dict) or said.get("paper") not in PAPER:
        raise _malformed()
    return {"paper": said["paper"], "receipts_left": _number(said.get("receipts_left"))}


def _commissioned(said: Any) -> dict[str, Any] | None:
    """Return when the place was measured and what is not as required; an older terminal says nothing of it."""
    if said is None:
        return None
    outside = said.get("outside") if isinstance(said, dict) else None
    if not isinstance(outside, list) or len(outside) > MEASURES_MAX:
        raise _malformed()
    return {"at": _text(said.get("at")), "outside": [_text(one) for one in outside]}


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > TEXT_MAX:
        raise _malformed()
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**53:
        raise _malformed()
    return value


def _malformed() -> PlatformError:
    return malformed(
        "Send at, version, queue.waiting and queue.oldest_seconds.",
        "请提交 at、version、queue.waiting 和 queue.oldest_seconds。",
    )
