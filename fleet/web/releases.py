"""`/releases/`: the operator's TUF repository as static files. What a name holds in its hash or version never changes."""

import hashlib
import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fleet.platform import Platform
from fleet.problems import unknown
from fleet.web.asking import Endpoint

NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")


def files(platform: Platform, folder: str) -> Endpoint:
    """Return the endpoint that hands out the files below a folder of the repository."""

    async def endpoint(request: Request) -> Response:
        name = next(iter(request.path_params.values()))
        content = await run_in_threadpool(_content, platform.home.releases / folder, name)
        tag = f'"{hashlib.sha256(content).hexdigest()}"'
        mutable = name == "timestamp.json"
        headers = {
            "ETag": tag,
            "Cache-Control": "no-cache" if mutable else "public, max-age=31536000, immutable",
        }
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        kind = "application/json" if name.endswith(".json") else "application/octet-stream"
        return Response(content, headers=headers, media_type=kind)

    return endpoint


def _content(directory: Path, name: str) -> bytes:
    """Read the file at once: it may be replaced, but never changes."""
    path = directory / name
    if not NAME.fullmatch(name) or not path.is_file():
        raise unknown("Look for a newer release.", "请查找更新的版本。")
    return path.read_bytes()
