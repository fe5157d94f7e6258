"""`/v1/terminals/{id}/heartbeat` and `/v1/health`."""

from typing import Any

from starlette.responses import Response

from fleet.clock import stamp
from fleet.platform import Platform
from fleet.problems import PlatformError, malformed
from fleet.web.asking import Asked, json_response

TEXT_MAX = 100


def health(platform: Platform, _: Asked) -> Response:
    """Say that transactions are taken: the store answers."""
    platform.database.row("SELECT 1")
    return json_response({"status": "ok", "at": stamp(platform.now())})


def heartbeat(platform: Platform, asked: Asked) -> Response:
    """Note that a terminal lives."""
    if asked.path["id"] != asked.terminal:
        raise PlatformError(
            403,
            "other-terminal",
            "Signed by another terminal. 签名属于其他终端。",
            "A terminal speaks for itself only. 终端只能代表自己。",
        )
    said = asked.document()
    queue = said.get("queue")
    waits = queue if isinstance(queue, dict) else {}
    platform.terminals.heard(
        asked.terminal,
        {
            "at": _text(said.get("at")),
            "version": _text(said.get("version")),
            "waiting": _number(waits.get("waiting")),
            "oldest_seconds": _number(waits.get("oldest_seconds")),
            "release": None if said.get("release") is None else _number(said["release"]),
        },
    )
    return Response(status_code=204)


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
