"""`kiosk config`: settings and releases, the operator's and the terminal's side."""

import argparse
import getpass
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.cli.output import add_json, emit, fail
from kiosk.home import home

if TYPE_CHECKING:
    from config.layers import InvalidSettingsError, Layer
    from config.releases import Release, Status


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the commands."""
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    validate = commands.add_parser("validate", help="check a file of settings (YAML or JSON)")
    validate.add_argument("file", type=Path, metavar="FILE")
    validate.set_defaults(run=run_validate)

    diff = commands.add_parser("diff", help="what changes for a terminal between two files of settings")
    diff.add_argument("before", type=Path, metavar="A")
    diff.add_argument("after", type=Path, metavar="B")
    diff.set_defaults(run=run_diff)

    publish = commands.add_parser("publish", help="sign and publish a release; without content, sign anew")
    _repository_options(publish, required=True)
    publish.add_argument("--settings", type=Path, metavar="FILE", help="settings of every terminal")
    publish.add_argument("--group", action="append", default=[], type=_named, metavar="NAME=FILE")
    publish.add_argument("--terminal", action="append", default=[], type=_named, metavar="ID=FILE")
    publish.add_argument(
        "--catalogue", type=Path, metavar="FILE", help="the service catalogue (YAML or JSON)"
    )
    publish.add_argument(
        "--calendar",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="working days of a year, as the State Council's notice says (JSON)",
    )
    publish.set_defaults(run=run_publish)

    status = commands.add_parser("status", help="this terminal's releases, or those of a repository")
    _repository_options(status, required=False)
    status.set_defaults(run=run_status)

    rollback = commands.add_parser("rollback", help="back to the last good release")
    _repository_options(rollback, required=False)
    rollback.add_argument(
        "--to", type=int, metavar="N", help="with --repository: which release to publish again"
    )
    rollback.set_defaults(run=run_rollback)

    pin = commands.add_parser(
        "staff-pin", help="hash a service PIN for the settings (staff.pin); it is read from standard input"
    )
    pin.set_defaults(run=run_staff_pin)

    for command in (validate, diff, publish, status, rollback, pin):
        add_json(command)


def run_validate(args: argparse.Namespace) -> int:
    """Check one file; each wrong field is a finding."""
    from config import layers  # noqa: PLC0415  # only these commands need it

    try:
        layers.check(layers.read(args.file), str(args.file))
    except layers.InvalidSettingsError as error:
        return _invalid(args, error)
    return emit(args, {"file": str(args.file), "valid": True, "findings": []}, f"{args.file}: valid 有效")


def run_diff(args: argparse.Namespace) -> int:
    """Show what changes, defaults filled in."""
    from config import layers  # noqa: PLC0415
    from config.differences import differences  # noqa: PLC0415

    try:
        before, after = (
            layers.settings_of(layers.read(path), str(path)) for path in (args.before, args.after)
        )
    except layers.InvalidSettingsError as error:
        return _invalid(args, error)
    found = differences(before, after)
    lines = [f"{change.field}: {_shown(change.before)} → {_shown(change.after)}" for change in found]
    document = {"differences": [asdict(change) for change in found]}
    return emit(args, document, "\n".join(lines) or "no difference 没有差异")


def run_publish(args: argparse.Namespace) -> int:
    """Publish layers of settings and a catalogue; the first time, make the repository and its keys."""
    from config.catalogue.load import CatalogueError, load_yaml  # noqa: PLC0415
    from config.catalogue.publish import to_json  # noqa: PLC0415
    from config.layers import InvalidSettingsError  # noqa: PLC0415
    from config.repository import Repository, RepositoryError  # noqa: PLC0415
    from config.working_days import InvalidCalendarError  # noqa: PLC0415

    repository = Repository(args.repository, args.keys)
    try:
        layers = _layers(args)
        catalogue = to_json(load_yaml(args.catalogue)).encode() if args.catalogue else None
        calendars = _calendars(args.calendar)
        created = not repository.exists
        if created:
            repository.create()
        number = repository.publish(layers, catalogue, calendars)
    except InvalidSettingsError as error:
        return _invalid(args, error)
    except CatalogueError as error:
        findings = [finding.document() for finding in error.findings]
        return fail(args, "INVALID_CATALOGUE", str(error), "configuration", findings=findings)
    except InvalidCalendarError as error:
        return fail(args, "INVALID_CALENDAR", str(error), "configuration")
    except RepositoryError as error:
        return fail(args, error.code, str(error), "configuration")
    targets = sorted(repository.versions()[-1].targets)
    document = {"version": number, "created": created, "repository": str(args.repository), "targets": targets}
    text = f"Release {number} is published in {args.repository}: {', '.join(targets) or 'empty'}"
    if created:
        text += (
            f"\nNew keys are in {args.keys}: back them up, and keep root.pem off this machine. "
            "新密钥已生成：请备份，root.pem 应离线保存。"
        )
    return emit(args, document, text)


def run_staff_pin(args: argparse.Namespace) -> int:
    """Print the hash of the PIN that is typed or piped in."""
    from provisioning.staff_pin import hashed  # noqa: PLC0415  # only this command needs it

    typed = getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    try:
        stored = hashed(typed)
    except ValueError as error:
        return fail(args, "UNFIT", str(error), "configuration")
    return emit(args, {"staff": {"pin": stored}}, stored)


def run_status(args: argparse.Namespace) -> int:
    """Show what this terminal holds, or what a repository has published."""
    if args.repository:
        return _repository_status(args)
    from config.releases import Releases  # noqa: PLC0415

    status = Releases(home() / "releases").status()
    document = {
        "active": _release(status.active),
        "staged": _release(status.staged),
        "good": _release(status.good),
        "on_probation": status.on_probation,
        "checked_at": status.followed.checked_at,
        "succeeded_at": status.followed.succeeded_at,
        "alarm": asdict(status.followed.alarm) if status.followed.alarm else None,
        "refused": list(status.refused),
    }
    return emit(args, document, _status_text(status))


def run_rollback(args: argparse.Namespace) -> int:
    """Return this terminal to its last good release, or publish an earlier release again."""
    if args.repository:
        return _repository_rollback(args)
    from config.releases import Releases  # noqa: PLC0415

    release = Releases(home() / "releases").roll_back()
    if release is None:
        return fail(
            args,
            "NOTHING_GOOD",
            "This terminal holds no earlier good release: the operator can publish one again (`kiosk config rollback "
            "--repository DIR --keys DIR --to N`). 本机没有更早的可用版本：可由运维重新发布旧版本。",
            "call_staff",
        )
    return emit(
        args,
        {"active": _release(release)},
        f"Release {release.number} is active again. 已恢复版本 {release.number}。",
    )


def _repository_options(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--repository", type=Path, required=required, metavar="DIR", help="what terminals fetch as /releases/"
    )
    parser.add_argument("--keys", type=Path, required=required, metavar="DIR", help="the keys that sign it")


def _named(text: str) -> tuple[str, Path]:
    name, equals, file = text.partition("=")
    if not equals or not name or not file or "/" in name:
        raise argparse.ArgumentTypeError("give a name, `=` and a file")
    return name, Path(file)


def _layers(args: argparse.Namespace) -> Mapping[str, "Layer"]:
    """Read and check every layer before anything is published."""
    from config import layers  # noqa: PLC0415
    from config.repository import settings_target  # noqa: PLC0415

    files = {settings_target(): args.settings} if args.settings else {}
    files |= {settings_target(group=name): path for name, path in args.group}
    files |= {settings_target(terminal=name): path for name, path in args.terminal}
    found = {target: layers.read(path) for target, path in files.items()}
    for target, layer in found.items():
        layers.check(layer, str(files[target]))
    return found


def _calendars(files: Sequence[Path]) -> Sequence[bytes]:
    """Read and check every year before anything is published."""
    from config.working_days import read_year  # noqa: PLC0415

    contents = [file.read_bytes() for file in files]
    for file, content in zip(files, contents, strict=True):
        read_year(content, str(file))
    return contents


def _repository_status(args: argparse.Namespace) -> int:
    from config.repository import Repository, RepositoryError  # noqa: PLC0415

    try:
        versions = Repository(args.repository, args.keys or Path()).versions()
    except RepositoryError as error:
        return fail(args, error.code, str(error), "configuration")
    lines = [
        f"{version.number}  {version.published_at}  {', '.join(version.targets)}" for version in versions
    ]
    return emit(args, {"versions": [asdict(version) for version in versions]}, "\n".join(lines))


def _repository_rollback(args: argparse.Namespace) -> int:
    from config.repository import Repository, RepositoryError  # noqa: PLC0415

    if args.keys is None or args.to is None:
        return fail(
            args,
            "NO_KEY",
            "Publishing an earlier release again needs --keys DIR and --to N. 重新发布旧版本须指定 --keys 和 --to。",
            "configuration",
        )
    try:
        number = Repository(args.repository, args.keys).roll_back(args.to)
    except RepositoryError as error:
        return fail(args, error.code, str(error), "configuration")
    text = (
        f"Release {number} has the content of release {args.to}. 版本 {number} 的内容与版本 {args.to} 相同。"
    )
    return emit(args, {"version": number, "content_of": args.to}, text)


def _invalid(args: argparse.Namespace, error: "InvalidSettingsError") -> int:
    return fail(
        args, "INVALID", str(error), "configuration", findings=[asdict(finding) for finding in error.findings]
    )


def _release(release: "Release | None") -> dict[str, Any] | None:
    if release is None:
        return None
    since = release.activated_at.isoformat() if release.activated_at else None
    return {"number": release.number, "digest": release.digest, "since": since}


def _status_text(status: "Status") -> str:
    active, followed = status.active, status.followed
    lines = [
        f"active 当前版本: {active.number} since {active.activated_at}"
        if active
        else "active 当前版本: none 无",
        f"waiting 待启用: {status.staged.number if status.staged else 'none 无'}",
        f"to return to 可回退: {status.good.number if status.good else 'none 无'}",
        f"on probation 试用中: {'yes 是' if status.on_probation else 'no 否'}",
        f"checked 上次检查: {followed.checked_at or 'never 从未'}",
    ]
    if followed.alarm:
        lines.append(f"alarm 告警: {followed.alarm.code}: {followed.alarm.message}")
    return "\n".join(lines)


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
