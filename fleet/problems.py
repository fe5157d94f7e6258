"""What the platform will not do, as an answer over HTTP (RFC 9457) and as an error of the command line."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response


class PlatformError(Exception):
    """The request is not carried out. `title` is the same for every occurrence; `detail` names the remedy.

    Both are in English and Chinese and hold nothing personal; terminals show the title to staff.
    """

    def __init__(
        self, status: int, code: str, title: str, detail: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(f"{title} {detail}")
        self.status, self.code, self.title, self.detail = status, code, title, detail
        self.headers = dict(headers or {})

    def document(self) -> dict[str, Any]:
        """Return it as `application/problem+json`."""
        return {
            "type": f"/problems/{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }

    def response(self) -> Response:
        """Return the answer."""
        body = json.dumps(self.document(), ensure_ascii=False).encode()
        return Response(body, self.status, self.headers, "application/problem+json")


def malformed(what: str, what_zh: str) -> PlatformError:
    """Return the problem of a request that cannot be read; `what` says how it must look."""
    return PlatformError(400, "malformed", "The request cannot be read. 请求无法识别。", f"{what} {what_zh}")


def unknown(what: str, what_zh: str) -> PlatformError:
    """Return the problem of asking for something that is not here."""
    return PlatformError(404, "unknown", "There is no such thing here. 没有此内容。", f"{what} {what_zh}")


def too_many(retry_after: int) -> PlatformError:
    """Return the problem of asking too often; `retry_after` is in seconds."""
    return PlatformError(
        429,
        "too-many",
        "Too many requests. 请求过于频繁。",
        f"Ask again in {retry_after} seconds. 请在{retry_after}秒后重试。",
        {"Retry-After": str(retry_after)},
    )


def unavailable() -> PlatformError:
    """Return the problem of a store that cannot be written or read at this moment."""
    return PlatformError(
        503,
        "unavailable",
        "The platform cannot store anything at this moment. 平台暂时无法存储。",
        "Send the same again later; the operator must look at the platform's disk. 请稍后重发；运维须检查平台磁盘。",
        {"Retry-After": "30"},
    )
