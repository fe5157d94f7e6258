"""A developer's page that shows the running simulators and drives them over their control sockets.

`kiosk simulate panel DIRECTORY… [--port 8090]` finds every control socket in the directories (`make demo` and the tests name
theirs by the device) and serves one page on this machine only. On an enrolled terminal it refuses, unless its settings say
training.
"""

import argparse
import html
import json
import secrets
import shlex
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from devices.simulators.control import ControlError, send
from kiosk.home import home
from provisioning.identity import NotEnrolledError
from provisioning.terminal import Terminal

REFUSED = (
    "This terminal is enrolled and not in training: simulators are driven on developers' machines only. "
    "本机已注册且非培训模式：模拟器面板不可用。"
)
_BUTTONS = ("look", "reset", "mend", "clear", "unplug", "plug")
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Simulators</title>
<style>body{{font:16px sans-serif;max-width:60em;margin:2em auto;padding:0 1em}}section{{border:1px solid #bbb;border-radius:8px;
padding:0 1em 1em;margin:1em 0}}button{{font:inherit;padding:.4em .9em}}input[name=words]{{font:inherit;width:20em;padding:.3em}}
pre{{background:#f2f2f2;padding:.6em;white-space:pre-wrap}}</style><h1>Simulators</h1>{sections}
<p>Free words: <code>fault kind=paper_out after=3</code>, <code>lay card=resident</code>; what each understands says
<code>kiosk simulate DEVICE --help</code> and its module.</p></html>"""
_SECTION = """<section><h2>{name}</h2><pre>{said}</pre><form method="post" action="/tell"><input type="hidden" name="token" value="{token}">
<input type="hidden" name="path" value="{path}">{buttons} <input name="words" aria-label="words for {name}"> <button>tell</button></form></section>"""


class Panel:
    """The page over the control sockets in `folders`."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders, self._token = folders, secrets.token_urlsafe()
        self._said: dict[str, str] = {}

    def app(self) -> Starlette:
        """Return the page as an application; it answers to names of this machine only."""
        hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
        routes = [Route("/", self._show), Route("/tell", self._tell, methods=["POST"])]
        return Starlette(routes=routes, middleware=[hosts])

    def _sockets(self) -> list[Path]:
        found = [path for folder in self._folders for path in sorted(folder.iterdir())]
        return [path for path in found if stat.S_ISSOCK(path.stat().st_mode)]

    def _show(self, _: Request) -> Response:
        sections = [self._section(path) for path in self._sockets()]
        return HTMLResponse(_PAGE.format(sections="".join(sections) or "<p>No simulator runs there.</p>"))

    def _section(self, path: Path) -> str:
        buttons = " ".join(f'<button name="do" value="{each}">{each}</button>' for each in _BUTTONS)
        said = self._said.get(str(path)) or _told(path, "look")
        return _SECTION.format(
            name=html.escape(path.name),
            said=html.escape(said),
            path=html.escape(str(path)),
            token=self._token,
            buttons=buttons,
        )

    async def _tell(self, request: Request) -> Response:
        form = {key: values[0] for key, values in parse_qs((await request.body()).decode()).items()}
        path = Path(form.get("path", ""))
        if not secrets.compare_digest(form.get("token", ""), self._token) or path not in self._sockets():
            return PlainTextResponse("Not from this page: load it again.", 403)
        words = form.get("words") if not form.get("do") else form["do"]
        self._said[str(path)] = await run_in_threadpool(_told, path, words or "look")
        return RedirectResponse("/", 303)


def _told(path: Path, words: str) -> str:
    """What a simulator answers to `do key=value …`, as JSON, or why not."""
    try:
        do, *pairs = shlex.split(words)
        more: dict[str, Any] = dict(pair.split("=", 1) for pair in pairs)
        return json.dumps(send(path, do=do, **more), ensure_ascii=False)[:2000]
    except (ControlError, ValueError) as error:
        return str(error)


def allowed(at: Path) -> bool:
    """Whether simulators may be driven on the terminal whose state is at `at`."""
    try:
        return Terminal.load(at).settings.training
    except NotEnrolledError:
        return True


def main(argv: Sequence[str]) -> int:
    """Serve the page until interrupted; 1 where it is not allowed."""
    parser = argparse.ArgumentParser(
        prog="kiosk simulate panel", description="A page that drives simulators."
    )
    parser.add_argument("folders", nargs="+", type=Path, help="where their control sockets are")
    parser.add_argument("--port", type=int, default=8090)
    args = parser.parse_args(argv)
    if not allowed(home()):
        print(f"SIMULATOR_REFUSED: {REFUSED}", file=sys.stderr)  # noqa: T201  # a command's answer
        return 1
    uvicorn.run(Panel(args.folders).app(), host="127.0.0.1", port=args.port, log_level="warning")
    return 0
