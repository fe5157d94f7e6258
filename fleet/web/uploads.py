"""`/v1/uploads/`: tus 1.0 (https://tus.io/protocols/resumable-upload) with creation and termination, addressed by SHA-256."""

import base64
import binascii
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from fleet.platform import Platform
from fleet.problems import PlatformError, malformed
from fleet.uploads import MAX_BYTES, Upload, finish, writing
from fleet.web.asking import Endpoint, head

VERSION = "1.0.0"
TUS = {"Tus-Resumable": VERSION}
KIND = "application/offset+octet-stream"

Handler = Callable[[Platform, Request, str], Awaitable[Response]]


def tus(platform: Platform, handle: Handler) -> Endpoint:
    """Return an endpoint that only a known terminal may ask, in this version of tus."""

    async def endpoint(request: Request) -> Response:
        signature = await run_in_threadpool(platform.signatures.verify, head(request))
        request.state.signature = signature
        if request.headers.get("tus-resumable") != VERSION:
            problem = PlatformError(
                412,
                "tus-version",
                "Another version of tus. tus 版本不符。",
                "Speak tus 1.0.0. 请使用 tus 1.0.0。",
            )
            problem.headers["Tus-Version"] = VERSION
            raise problem
        return await handle(platform, request, signature.terminal)

    return endpoint


async def options(_: Request) -> Response:
    """Say what is spoken here."""
    said = {"Tus-Version": VERSION, "Tus-Extension": "creation,termination", "Tus-Max-Size": str(MAX_BYTES)}
    return Response(status_code=204, headers={**TUS, **said})


async def create(platform: Platform, request: Request, terminal: str) -> Response:
    """Begin an upload, or say where it is."""
    digest, length = _named(request.headers.get("upload-metadata", "")), _number(request, "upload-length")
    upload = await run_in_threadpool(platform.uploads.create, terminal, digest, length)
    where = {"Location": f"{platform.url}/v1/uploads/{digest}", "Upload-Offset": str(upload.offset)}
    return Response(status_code=201, headers={**TUS, **where})


async def look(platform: Platform, request: Request, terminal: str) -> Response:
    """Say how many bytes are here."""
    upload = await run_in_threadpool(platform.uploads.look, terminal, request.path_params["sha256"])
    said = {"Upload-Offset": str(upload.offset), "Upload-Length": str(upload.length)}
    return Response(headers={**TUS, **said, "Cache-Control": "no-store"})


async def append(platform: Platform, request: Request, terminal: str) -> Response:
    """Take bytes as they come: those of a request that breaks off are kept too."""
    if request.headers.get("content-type") != KIND:
        raise PlatformError(
            415, "kind", "Another media type. 媒体类型不符。", f"Send {KIND}. 请发送 {KIND}。"
        )
    offset = _number(request, "upload-offset")
    upload = await run_in_threadpool(platform.uploads.look, terminal, request.path_params["sha256"])
    if not upload.offset == upload.length == offset:
        offset = await _receive(request, upload, offset)
    return Response(status_code=204, headers={**TUS, "Upload-Offset": str(offset)})


async def terminate(platform: Platform, request: Request, terminal: str) -> Response:
    """Forget an upload."""
    digest = request.path_params["sha256"]
    await run_in_threadpool(platform.uploads.look, terminal, digest)
    await run_in_threadpool(platform.uploads.remove, terminal, [digest])
    return Response(status_code=204, headers=TUS)


async def _receive(request: Request, upload: Upload, offset: int) -> int:
    """Append the body; return where the upload is then. Bytes beyond its length are not taken."""
    body = bytearray()
    with writing(upload, offset) as file:
        try:
            async for chunk in request.stream():
                file.write(chunk[: upload.length - offset - len(body)])
                body += chunk
        except ClientDisconnect:
            file.flush()
            raise
        try:
            await run_in_threadpool(request.state.signature.check, bytes(body))
        except PlatformError:
            file.truncate(offset)
            raise
        reached = file.tell()
        if reached == upload.length:
            await run_in_threadpool(finish, upload, file)
    return reached


def _named(metadata: str) -> str:
    for pair in metadata.split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "sha256":
            try:
                return base64.b64decode(value, validate=True).decode("ascii")
            except (binascii.Error, UnicodeDecodeError):
                break
    return ""


def _number(request: Request, name: str) -> int:
    said = request.headers.get(name, "")
    if not (said.isascii() and said.isdigit() and len(said) < 16):
        raise malformed(f"Send {name} as a number.", f"请以数字提交 {name}。")
    return int(said)
