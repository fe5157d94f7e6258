"""The console: what only the operator on the platform's own machine may ask."""

import hmac
from dataclasses import asdict
from ipaddress import ip_address

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fleet.documents import held
from fleet.platform import Platform
from fleet.problems import PlatformError
from fleet.web.asking import Asked, Endpoint, Handler, json_response, read_body
from fleet.web.est import credentials


def only_here(platform: Platform, handle: Handler) -> Endpoint:
    """Return an endpoint for whoever is on this machine and knows the admin token."""

    async def endpoint(request: Request) -> Response:
        if not _is_here(request):
            raise PlatformError(
                403,
                "not-here",
                "The console answers on the platform's own machine only. 控制台仅限平台本机访问。",
                "Come over SSH: `ssh -L`. 请通过 SSH 端口转发访问。",
            )
        if not hmac.compare_digest(_token(request).encode(), platform.admin_token.encode()):
            raise PlatformError(
                401,
                "no-admin",
                "The admin token is missing or wrong. 管理令牌缺失或错误。",
                "Give the content of the file admin-token in the platform's home as password or bearer token. "
                "请以平台目录中 admin-token 文件的内容作为密码或令牌。",
                {"WWW-Authenticate": 'Basic realm="Platform console", charset="UTF-8"'},
            )
        body = await read_body(request)
        return await run_in_threadpool(handle, platform, Asked("", request.path_params, body))

    return endpoint


def list_cases(platform: Platform, _: Asked) -> Response:
    """Return what the platform holds."""
    return json_response({"cases": held(platform.cases.held(), platform.url)})


def list_messages(platform: Platform, _: Asked) -> Response:
    """Return the short messages of the last minutes."""
    return json_response({"messages": [asdict(message) for message in platform.messages.recent()]})


def advance(platform: Platform, asked: Asked) -> Response:
    """Let the clerk take a step."""
    number = asked.text("number") if asked.body.strip() not in (b"", b"{}") else ""
    return json_response({"cases": held(platform.clerk.advance(number), platform.url)})


def _is_here(request: Request) -> bool:
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _token(request: Request) -> str:
    said = request.headers.get("authorization", "")
    scheme, _, token = said.partition(" ")
    return token if scheme.lower() == "bearer" else credentials(said)[1]
