"""What an endpoint is asked: by whom, and a body of bounded size. Handlers are plain functions on threads of their own."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fleet.platform import Platform
from fleet.problems import PlatformError, malformed, unknown
from fleet.signatures import Head

SMALL = 64 * 1024
TRANSACTION = 96 * 1024 * 1024  # 64 MiB in base64, and what seals them

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: `terminal` signed it ("" where none must), `path` holds what the address names."""

    terminal: str
    path: Mapping[str, str]
    body: bytes = field(repr=False)

    def document(self) -> dict[str, Any]:
        """Return the JSON object in the body.

        Raises:
            PlatformError: it is none.
        """
        try:
            said = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise _no_object() from error
        if not isinstance(said, dict):
            raise _no_object()
        return said

    def truth(self, name: str) -> bool:
        """Return a boolean of the JSON object in the body, False without one.

        Raises:
            PlatformError: it is something else.
        """
        said = self.document().get(name, False)
        if not isinstance(said, bool):
            raise _no_object()
        return said

    def text(self, name: str) -> str:
        """Return a text of the JSON object in the body; it is printable: a NUL or half a character fits no store.

        Raises:
            PlatformError: there is none.
        """
        value = self.document().get(name)
        if not isinstance(value, str) or not value.isprintable():
            raise malformed(f"Send {name} as a text.", f"请以文本形式提交 {name}。")
        return value


Handler = Callable[[Platform, Asked], Response]


def head(request: Request) -> Head:
    """Return the head of `request`, whose signature is to be verified."""
    query = request.scope["query_string"]
    target = request.scope["raw_path"] + (b"?" + query if query else b"")
    url = f"{request.scope['scheme']}://{request.headers.get('host', '')}{target.decode('latin-1')}"
    return Head(request.method, url, request.headers)


def signed(platform: Platform, handle: Handler, limit: int = SMALL) -> Endpoint:
    """Return an endpoint that only a known terminal may ask; its head is verified before the body is read."""

    async def endpoint(request: Request) -> Response:
        signature = await run_in_threadpool(platform.signatures.verify, head(request))
        _check_path(request)
        body = await read_body(request, limit)
        await run_in_threadpool(signature.check, body)
        return await run_in_threadpool(handle, platform, Asked(signature.terminal, request.path_params, body))

    return endpoint


def anybody(platform: Platform, handle: Handler) -> Endpoint:
    """Return an endpoint without a body that anybody may ask."""

    async def endpoint(request: Request) -> Response:
        _check_path(request)
        return await run_in_threadpool(handle, platform, Asked("", request.path_params, b""))

    return endpoint


async def read_body(request: Request, limit: int = SMALL) -> bytes:
    """Return the body.

    Raises:
        PlatformError: it is larger than `limit` bytes.
    """
    said = request.headers.get("content-length", "0")
    if said.isdigit() and int(said) > limit:
        raise _too_large(limit)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise _too_large(limit)
    return bytes(body)


def json_response(document: object, status: int = 200) -> Response:
    """Return a JSON answer that nobody keeps."""
    body = json.dumps(document, ensure_ascii=False).encode()
    return Response(body, status, {"Cache-Control": "no-store"}, "application/json")


def _check_path(request: Request) -> None:
    if not all(value.isprintable() for value in request.path_params.values()):
        refused = unknown if request.method in ("GET", "HEAD") else malformed
        raise refused("Write the address as the contract does.", "请按接口文档书写地址。")


def _no_object() -> PlatformError:
    return malformed("Send a JSON object (docs/platform-api.yaml).", "请按接口文档提交 JSON 对象。")


def _too_large(limit: int) -> PlatformError:
    return PlatformError(
        413,
        "too-large",
        "That is more than is taken at once. 内容过大。",
        f"Send up to {limit // 1024} KiB: take smaller pictures or fewer of them. "
        f"每次最多 {limit // 1024} KiB：请缩小或减少图片。",
    )
