"""`kiosk queue`: look after the offline queue. People script against it."""

import argparse
import mimetypes
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli import queue_custody, queue_text
from kiosk.cli.output import add_json, emit, fail
from kiosk.cli.queue_store import guarded, now, opened, trouble
from kiosk.home import home

if TYPE_CHECKING:
    from offline_queue.store import Store

OTHERS_SECONDS = 30.0  # how long `submit` waits for what another process is sending


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the commands."""
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    put = commands.add_parser("put", help="seal and keep a transaction; prints its id once it is durable")
    put.add_argument(
        "--type", required=True, metavar="T", help="what it is, such as the item's code; not sealed"
    )
    put.add_argument(
        "--payload",
        action="append",
        required=True,
        metavar="FILE",
        help="what is sealed; - reads standard input; given several times, each is a transaction, sealed while others are written",
    )
    put.add_argument(
        "--attach",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a file that goes with it; its content is sealed, its name is not",
    )
    put.add_argument(
        "--case",
        default="",
        metavar="KEY",
        help="what belongs together, such as a case number: the platform gets it in order",
    )
    put.add_argument(
        "--deadline",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day by which it must arrive: the earliest is sent first",
    )
    submit = commands.add_parser("submit", help="send now what waits, in back-off or not")
    submit.add_argument("--once", action="store_true", required=True, help="one round, then end")
    retry = commands.add_parser("retry", help="let a parked transaction be sent again")
    retry.add_argument("id", metavar="ID")
    listing = commands.add_parser("list", help="every transaction and how it stands")
    stats = commands.add_parser("stats", help="how much waits, for how long")
    verify = commands.add_parser("verify", help="prove the queue: integrity, digests, signatures, journal")
    runs: dict[argparse.ArgumentParser, Callable[[argparse.Namespace], int]] = {
        put: run_put,
        submit: run_submit,
        retry: run_retry,
        listing: run_list,
        stats: run_stats,
        verify: run_verify,
    }
    for command, run in runs.items():
        add_json(command)
        command.set_defaults(run=guarded(run))
    queue_custody.configure(commands)


def run_put(args: argparse.Namespace) -> int:
    """Keep a transaction of each payload; each id is printed once it is durable."""
    from kiosk import process  # noqa: PLC0415  # as below
    from kiosk.limits import limits  # noqa: PLC0415  # as below
    from offline_queue.seal import Sealer  # noqa: PLC0415  # cryptography takes its time
    from offline_queue.store import Store  # noqa: PLC0415
    from offline_queue.transaction import Attachment, Draft, Sending  # noqa: PLC0415
    from provisioning.terminal import Terminal  # noqa: PLC0415

    process.overwrite_freed()
    if len(args.payload) > 1 and args.attach:
        message = (
            "Files go with one transaction: give one --payload. 附件只能随一件提交：请只给一个 --payload。"
        )
        return fail(args, "WHOSE_FILE", message)
    terminal = Terminal.load(home())
    sealer = Sealer(terminal.identity.terminal_id, terminal.identity.key, terminal.recipients)
    with Store(terminal.home / "queue", sealer, now, limits=limits(terminal.settings.queue)) as store:
        sending = Sending(args.case, args.deadline)
        try:
            attachments = [
                Attachment(path.name, _media_type(path), path.read_bytes()) for path in args.attach
            ]
            drafts = (Draft(args.type, _read(name), attachments, sending=sending) for name in args.payload)
            for kept in store.put_all(drafts):
                emit(args, {"id": kept.id, "reference": kept.reference}, kept.id)
        except OSError as error:
            message = f"{error.filename} cannot be read ({error.strerror}): give another file. 文件无法读取。"
            return fail(args, "NO_FILE", message)
    return 0


def _read(name: str) -> bytes:
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


def run_submit(args: argparse.Namespace) -> int:
    """Send now."""
    from kiosk.agent import submitter  # noqa: PLC0415  # requests takes its time
    from offline_queue.store import Store  # noqa: PLC0415
    from provisioning.terminal import Terminal  # noqa: PLC0415

    terminal = Terminal.load(home())
    with Store(terminal.home / "queue", None, now) as store, terminal.session() as session:
        sending = submitter(terminal, store, session)
        report = sending.submit_once(everything=True)
        if _others_finished(store):
            report += sending.submit_once(everything=True)
        stats = store.stats()
    document = {**asdict(report), "waiting": stats.waiting}
    text = f"acknowledged 已送达 {report.acknowledged}, parked 被拒收 {report.parked}, waiting 待发送 {stats.waiting}"
    emit(args, document, text)
    return 1 if report.parked or stats.waiting else 0


def run_retry(args: argparse.Namespace) -> int:
    """Let a parked transaction be sent again."""
    with opened() as store:
        if not store.outbox.retry(args.id):
            message = "Only a parked transaction can be tried again: see `kiosk queue list`. 只有被拒收的事务可以重试。"
            return fail(args, "NOT_PARKED", message)
    return emit(args, {"id": args.id, "state": "waiting"}, f"{args.id} waits to be sent again 等待重新发送")


def run_list(args: argparse.Namespace) -> int:
    """Show every transaction."""
    with opened() as store:
        entries = store.list()
    lines = [queue_text.line(entry) for entry in entries] or ["The queue is empty. 队列为空。"]
    return emit(args, {"transactions": [queue_text.document(entry) for entry in entries]}, "\n".join(lines))


def run_stats(args: argparse.Namespace) -> int:
    """Show the queue at a glance."""
    with opened() as store:
        stats, found = store.stats(), trouble(store)
    document = {**asdict(stats), "trouble": found.code if found else ""}
    said = (queue_text.stats_text(stats), *([f"✗ {found}"] if found else []))
    emit(args, document, "\n".join(said))
    return 1 if found else 0


def run_verify(args: argparse.Namespace) -> int:
    """Prove the queue."""
    with opened() as store:
        findings = store.verify()
        count = len(store.list()) if not findings else 0
    document = {"ok": not findings, "findings": [asdict(finding) for finding in findings]}
    lines = [f"{finding.code} {finding.transaction} {finding.message}" for finding in findings]
    emit(args, document, "\n".join(lines) or f"{count} transactions: all in order 全部正常")
    return 1 if findings else 0


def _others_finished(store: "Store") -> bool:
    """Wait while another process is sending something, for it may die of it; return whether one was."""
    until, waited = time.monotonic() + OTHERS_SECONDS, False
    while store.outbox.others_sending() and time.monotonic() < until:
        waited = True
        time.sleep(0.1)
    return waited


def _media_type(path: Path) -> str:
    return mimetypes.guess_type(path.name)[0] or "application/octet-stream"
