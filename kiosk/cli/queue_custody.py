"""`kiosk queue export`, `import`, `report`: what the queue holds leaves the terminal, sealed; what it did can be proved."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.cli.output import add_json, emit
from kiosk.cli.queue_store import guarded, now, opened, trouble
from kiosk.home import home

KINDS = (
    ("kept", "kept 收下"),
    ("acknowledged", "acknowledged 已送达"),
    ("parked", "refused 被拒收"),
    ("exported", "exported 已导出"),
)


def configure(commands: Any) -> None:
    """Describe the commands, next to the others of `kiosk queue`."""
    export = commands.add_parser(
        "export", help="write what is not acknowledged as files, sealed and signed as it is"
    )
    export.add_argument("directory", type=Path, metavar="DIR")
    carried = commands.add_parser(
        "import",
        help="take in what another disk of this terminal exported; what is here already stays as it is",
    )
    carried.add_argument("directory", type=Path, metavar="DIR")
    report = commands.add_parser("report", help="a day's numbers, and the journal's last entry, to be filed")
    report.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="another day than today")
    for command, run in ((export, run_export), (carried, run_import), (report, run_report)):
        add_json(command)
        command.set_defaults(run=guarded(run))


def run_export(args: argparse.Namespace) -> int:
    """Write the sealed transactions."""
    with opened() as store:
        ids = store.export(args.directory)
    text = "\n".join([*ids, f"{len(ids)} transactions are in {args.directory} 已导出"])
    return emit(args, {"directory": str(args.directory), "exported": ids}, text)


def run_import(args: argparse.Namespace) -> int:
    """Take in what was exported."""
    from kiosk.limits import limits  # noqa: PLC0415  # cryptography takes its time
    from offline_queue.seal import Sealer  # noqa: PLC0415
    from offline_queue.store import Store  # noqa: PLC0415
    from provisioning.terminal import Terminal  # noqa: PLC0415

    terminal = Terminal.load(home())
    sealer = Sealer(terminal.identity.terminal_id, terminal.identity.key, terminal.recipients)
    with Store(terminal.home / "queue", sealer, now, limits=limits(terminal.settings.queue)) as store:
        ids = store.take_in(args.directory)
    text = "\n".join([*ids, f"{len(ids)} transactions are taken in 已导入"])
    return emit(args, {"directory": str(args.directory), "imported": ids}, text)


def run_report(args: argparse.Namespace) -> int:
    """Report a day. Whoever files the journal's last entry can prove later that nothing before it was changed."""
    day = args.day or now().date()
    with opened() as store:
        counts, head, stats, found = (
            store.journal.day(day),
            store.journal.head(),
            store.stats(),
            trouble(store),
        )
    numbers = {kind: counts.get(kind, 0) for kind, _ in KINDS}
    document = {
        "day": day.isoformat(),
        "at": now().isoformat(timespec="seconds"),
        **numbers,
        "waiting": stats.waiting,
        "trouble": found.code if found else "",
        "journal": head.document,
    }
    lines = [
        f"daily report 日报 {day}",
        *(f"{words}: {numbers[kind]}" for kind, words in KINDS),
        f"waiting now 现在待发送: {stats.waiting}",
        f"journal 日志: {head.position} {head.hash}",
        *([f"✗ {found}"] if found else []),
    ]
    return emit(args, document, "\n".join(lines))
