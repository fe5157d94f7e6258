"""The console: what only the operator on the platform's own machine may ask."""

import hmac
from dataclasses import asdict
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fleet.documents import held
from fleet.parking import care
from fleet.platform import Platform
from fleet.problems import PlatformError, unknown
from fleet.refusals import Refusal
from fleet.web.asking import Asked, Endpoint, Handler, json_response, read_body
from fleet.web.est import credentials


def only_here(platform: Platform, handle: Handler) -> Endpoint:
    """Return an endpoint for whoever is on this machine and knows the admin token."""

    async def endpoint(request: Request) -> Response:
        if not _is_here(request) or not _is_own(request):
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


def list_parked(platform: Platform, _: Asked) -> Response:
    """Return what was refused and stays parked on terminals, with whose task it is and what to do."""
    return json_response({"parked": [_parked(one) for one in platform.refusals.parked()]})


def retry(platform: Platform, asked: Asked) -> Response:
    """Have a terminal send again what is parked there."""
    if not platform.refusals.ask_again(asked.path["terminal"], asked.path["id"]):
        raise unknown("Look at the list of what is parked again.", "请重新查看停放列表。")
    return Response(status_code=303, headers={"Location": "/"})


def _parked(refusal: Refusal) -> dict[str, object]:
    what = care(refusal.status)
    owner, remedy = (dict(zip(("zh", "en"), text, strict=True)) for text in (what.owner, what.remedy))
    return {**asdict(refusal), "owner": owner, "remedy": remedy}


def _is_own(request: Request) -> bool:
    """Whether it comes from a page of ours, or from no page: a browser says for whom it carries the password."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _is_here(request: Request) -> bool:
    try:
        return request.client is not None and ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _token(request: Request) -> str:
    said = request.headers.get("authorization", "")
    scheme, _, token = said.partition(" ")
    return token if scheme.lower() == "bearer" else credentials(said)[1]
