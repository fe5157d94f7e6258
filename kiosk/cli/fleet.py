"""`kiosk fleet`: the reference platform. All commands work on one home, whether the platform is running or not."""

import argparse
import importlib.util
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli import fleet_money, fleet_persons
from kiosk.cli.output import add_json, emit, fail
from kiosk.home import home

if TYPE_CHECKING:
    from fleet.platform import Platform
    from fleet.server import Ready

PORT, PORT_PLAIN = 8443, 8080
PACKAGES = ("starlette", "uvicorn", "httptools")  # what a terminal does not need


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the commands."""
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    runs: dict[str, tuple[str, Callable[[argparse.Namespace], int]]] = {
        "serve": ("run the platform until SIGTERM or SIGINT", run_serve),
        "invite": ("print an enrolment document for a terminal (JSON)", run_invite),
        "trust": ("accept a laboratory terminal's public key", run_trust),
        "cases": ("what the platform holds", run_cases),
        "show": ("how one case stands", run_show),
        "messages": ("short messages of the last minutes, with their codes", run_messages),
        "clerk": ("the demonstration clerk", run_clerk),
        "pay": ("pay a code as a phone does", fleet_money.run_pay),
        "app-code": ("an identity code as a phone shows it", fleet_persons.run),
        "reconcile": ("whether channel, orders and bills agree", fleet_money.run_reconcile),
    }
    made = {name: commands.add_parser(name, help=about) for name, (about, _) in runs.items()}
    _configure_serve(made["serve"])
    _configure_terminals(made["invite"], made["trust"])
    _configure_cases(made["show"], made["clerk"])
    fleet_money.configure_pay(made["pay"])
    fleet_persons.configure(made["app-code"])
    for name, command in made.items():
        about = "the platform's state, beside the terminal's"
        command.add_argument("--home", type=Path, metavar="DIR", help=about)
        add_json(command)
        command.set_defaults(run=_guarded(runs[name][1]))


def _configure_terminals(invite: argparse.ArgumentParser, trust: argparse.ArgumentParser) -> None:
    for command in (invite, trust):
        command.add_argument("--id", required=True, metavar="TERMINAL", help="the terminal's number")
    invite.add_argument("--group", default="", help="the terminal's group of settings")
    invite.add_argument(
        "--url", default="", help="how the terminal reaches the platform, if not as it was started"
    )
    trust.add_argument("--key", required=True, type=Path, metavar="FILE", help="terminal-public-key.pem")


def _configure_cases(show: argparse.ArgumentParser, clerk: argparse.ArgumentParser) -> None:
    show.add_argument("number", metavar="NUMBER")
    show.add_argument("--out", type=Path, metavar="DIR", help="open what was handed in and write it here")
    step = clerk.add_mutually_exclusive_group(required=True)
    step.add_argument(
        "--advance",
        nargs="?",
        const="",
        metavar="NUMBER",
        help="one step in every open case, or in the one of that number",
    )
    step.add_argument("--correct", metavar="NUMBER", help="ask for papers that are missing, all at once")
    step.add_argument("--reject", metavar="NUMBER", help="do not accept the application")
    clerk.add_argument(
        "--papers",
        default="",
        metavar="KEYS",
        help="with --correct: materials of the catalogue, separated by commas",
    )


def _configure_serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=int, help=f"port, 0 for a free one ({PORT}, with --http {PORT_PLAIN})")
    serve.add_argument("--http", action="store_true", help="without TLS, on this machine only")
    serve.add_argument(
        "--url", default="", help="how terminals and residents reach it, if not by host and port"
    )
    serve.add_argument(
        "--clerk",
        type=float,
        metavar="SECONDS",
        help="let the demonstration clerk take a step in every case so often",
    )
    serve.add_argument(
        "--draft-days",
        type=int,
        default=7,
        metavar="DAYS",
        help="how long what a resident takes along on a phone is kept (7)",
    )
    serve.add_argument(
        "--database",
        default="",
        metavar="URL",
        help="postgresql://… keeps everything there, from then on; else in files of the home (SQLite)",
    )
    serve.add_argument("--trust-key", type=Path, metavar="FILE", help="a laboratory terminal's public key")
    serve.add_argument("--terminal-id", default="LAB001", metavar="ID", help="its number (LAB001)")


def run_serve(args: argparse.Namespace) -> int:
    """Serve; says where once requests are answered."""
    from fleet import server  # noqa: PLC0415  # uvicorn takes its time
    from fleet.web import tls  # noqa: PLC0415

    if args.http:
        server.check_plain(args.host)
    port = args.port if args.port is not None else PORT_PLAIN if args.http else PORT
    with server.listen(args.host, port) as listener:
        url = args.url.rstrip("/") or server.address(listener, args.host, tls=not args.http)
        pace = timedelta(seconds=args.clerk) if args.clerk else None
        drafts = timedelta(days=args.draft_days)
        with _platform(args, url, pace, args.database, drafts) as platform:
            if args.trust_key:
                platform.terminals.trust(args.terminal_id, args.trust_key.read_bytes())
            context = None if args.http else tls.context(platform, args.host)
            server.serve(platform, listener, context, lambda ready: _announce(args, ready))
    return 0


def run_invite(args: argparse.Namespace) -> int:
    """Print what the technician brings to the terminal."""
    with _platform(args, args.url.rstrip("/")) as platform:
        if not platform.url:
            return fail(
                args,
                "NO_URL",
                "The platform was never started, so its address is not known: start it (`kiosk fleet serve`), or give "
                "--url. 平台尚未启动，地址未知：请先启动，或用 --url 指定。",
                "configuration",
            )
        document = {
            "url": platform.url,
            "ca_sha256": platform.authority.fingerprint,
            "id": args.id,
            "code": platform.enrolment.invite(args.id, args.group),
            "group": args.group,
        }
    return emit(args, document, json.dumps(document, ensure_ascii=False))


def run_trust(args: argparse.Namespace) -> int:
    """Accept a laboratory's key."""
    with _platform(args) as platform:
        platform.terminals.trust(args.id, args.key.read_bytes())
    return emit(
        args, {"terminal": args.id, "trusted": True}, f"Terminal {args.id} is trusted. 已登记终端 {args.id}。"
    )


def run_cases(args: argparse.Namespace) -> int:
    """Show what the platform holds."""
    from fleet.documents import held  # noqa: PLC0415  # only these commands need it

    with _platform(args) as platform:
        cases = held(platform.cases.held(), platform.url)
    return emit(args, {"cases": cases}, _table(cases) or "The platform holds no case. 平台没有办件。")


def run_show(args: argparse.Namespace) -> int:
    """Show one case, and open it for whoever works on it."""
    from fleet.archive import Archive  # noqa: PLC0415  # only this command needs it
    from fleet.documents import progress  # noqa: PLC0415

    with _platform(args) as platform:
        case = platform.cases.by_number(args.number)
        if case is None:
            message = f"There is no case {args.number}: see `kiosk fleet cases`. 没有此办件：请用 kiosk fleet cases 查看。"
            return fail(args, "UNKNOWN", message)
        steps, notices = platform.cases.steps(case.number), platform.cases.notices(case.number)
        document = progress(case, steps, notices, platform.url)
        if wrong := platform.cases.value_corrections(case.number):
            document["corrections"] = [{"field": field, "source": source} for field, source in wrong]
        if args.out:
            files = Archive(platform.database, platform.opener).write(case.transaction, args.out)
            document["files"] = [str(file) for file in files]
    return emit(args, document, json.dumps(document, ensure_ascii=False, indent=2))


def run_messages(args: argparse.Namespace) -> int:
    """Show the short messages of the last minutes."""
    with _platform(args) as platform:
        messages = [asdict(message) for message in platform.messages.recent()]
    lines = [f"{message['at']}  {message['to']}  {message['text']}" for message in messages]
    return emit(args, {"messages": messages}, "\n".join(lines) or "There are no messages. 没有短信。")


def run_clerk(args: argparse.Namespace) -> int:
    """Let the clerk take a step."""
    from fleet.documents import held  # noqa: PLC0415  # only these commands need it

    with _platform(args) as platform:
        clerk = platform.clerk
        if args.correct is not None:
            moved = clerk.correct(args.correct, [key for key in args.papers.split(",") if key])
        elif args.reject is not None:
            moved = clerk.reject(args.reject)
        else:
            moved = clerk.advance(args.advance)
        cases = held(moved, platform.url)
    return emit(args, {"cases": cases}, _table(cases) or "No case moved. 没有办件变动。")


def _guarded(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Let every command answer the platform's errors alike."""

    def guarded(args: argparse.Namespace) -> int:
        if not all(map(importlib.util.find_spec, PACKAGES)):
            return fail(
                args,
                "NOT_INSTALLED",
                "The platform's packages are not installed: pip install 'doorstep-kiosk[fleet]'. "
                "未安装平台组件：请运行 pip install 'doorstep-kiosk[fleet]'。",
                "configuration",
            )
        from fleet.problems import PlatformError  # noqa: PLC0415  # comes with those packages

        try:
            return run(args)
        except PlatformError as problem:
            return fail(args, problem.code.upper().replace("-", "_"), str(problem), "configuration")
        except OSError as error:
            message = f"{error.filename} cannot be used ({error.strerror}): check path and permissions. 文件或目录无法使用。"
            return fail(args, "CANNOT_USE", message, "configuration")

    return guarded


def _platform(
    args: argparse.Namespace,
    url: str = "",
    pace: timedelta | None = None,
    database: str = "",
    draft_life: timedelta | None = None,
) -> "Platform":
    from fleet.platform import Platform  # noqa: PLC0415  # TUF and cryptography take their time

    directory = args.home or home().parent / "kiosk-platform"
    return Platform.open(directory.resolve(), url, pace=pace, database=database, draft_life=draft_life)


def _announce(args: argparse.Namespace, ready: "Ready") -> None:
    if args.json:
        print(ready.line(), flush=True)
        return
    print(
        f"The platform answers at {ready.url} 平台已启动\n"
        f"  home 目录: {ready.home}\n"
        f"  its authority 平台 CA: {ready.ca_file} (SHA-256 {ready.ca_sha256})\n"
        f"  seal to 加密公钥: {ready.recipient}\n"
        f"  console 控制台: {ready.url}/ (password 密码: {ready.admin_token_file})",
        flush=True,
    )


def _table(cases: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"{case['number']}  {case['item']}  {case['state']} {case['state_text_zh']}  {case['reference']}"
        f"{'  ! ' + case['needs_staff'] if case['needs_staff'] else ''}"
        for case in cases
    )
