"""`kiosk provision`: a blank machine becomes a known terminal."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli import provision_commission
from kiosk.cli.output import add_json, emit, fail
from kiosk.home import home

if TYPE_CHECKING:
    from provisioning.enrolment import Document


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the commands."""
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _configure_enrol(commands.add_parser("enrol", help="become the terminal of an enrolment document"))
    _configure_lab(
        commands.add_parser("lab", help="a laboratory identity, to test a platform without enrolment")
    )
    selftest = commands.add_parser("selftest", help="check everything and keep the signed result")
    selftest.set_defaults(run=run_selftest)
    commission = commands.add_parser("commission", help="record what was measured at the place, signed")
    provision_commission.configure(commission)
    retire = commands.add_parser("retire", help="forget this terminal's identity and releases")
    retire.set_defaults(run=run_retire)
    for command in (selftest, retire):
        add_json(command)


def _configure_enrol(enrol: argparse.ArgumentParser) -> None:
    enrol.add_argument(
        "--document", metavar="FILE|JSON", help="the enrolment document, instead of the four below"
    )
    enrol.add_argument("--url", help="the platform's base URL, https://")
    enrol.add_argument(
        "--ca-sha256", metavar="HEX", help="SHA-256 of the public key of the platform's authority"
    )
    enrol.add_argument("--id", metavar="TERMINAL", help="the terminal's number")
    enrol.add_argument("--code", help="the one-time code")
    enrol.add_argument("--group", default="", help="the terminal's group of settings")
    add_json(enrol)
    enrol.set_defaults(run=run_enrol)


def _configure_lab(lab: argparse.ArgumentParser) -> None:
    lab.add_argument("--platform", required=True, metavar="URL", help="the platform's base URL")
    lab.add_argument(
        "--recipient",
        required=True,
        action="append",
        metavar="AGE_PUBLIC_KEY",
        help="age public key that transactions are sealed to; may be given twice while keys change",
    )
    lab.add_argument("--id", default="", help="the terminal's number (LAB001)")
    lab.add_argument("--ca", type=Path, metavar="FILE", help="PEM file of the only authority trusted for TLS")
    add_json(lab)
    lab.set_defaults(run=run_lab)


def run_enrol(args: argparse.Namespace) -> int:
    """Enrol, and fetch the first release; run again after an interruption it goes on where it was."""
    from provisioning.enrolment import enrol  # noqa: PLC0415  # only this command needs it
    from provisioning.est import EnrolmentError  # noqa: PLC0415

    try:
        document = _document(args)
        release = enrol(home(), document)
    except EnrolmentError as error:
        return fail(args, error.code, str(error), "configuration")
    number = release.number if release else None
    answer = {
        "terminal_id": document.terminal_id,
        "platform_url": document.url,
        "release": number,
        "home": str(home()),
    }
    text = f"This machine is terminal {document.terminal_id} of {document.url}. 本机已注册为终端 {document.terminal_id}。\n"
    if release:
        text += f"Release {number} is active. 正在使用版本 {number}。"
    else:
        text += (
            "It has no release yet: `kiosk config status` says why. 尚无发布版本：请看 kiosk config status。"
        )
    return emit(args, answer, text)


def run_selftest(args: argparse.Namespace) -> int:
    """Check everything; keep the result, signed by the terminal, for the operator."""
    from kiosk.cli.doctor import document, table  # noqa: PLC0415  # only this command needs it
    from provisioning import selftest  # noqa: PLC0415

    bench = selftest.bench(home())
    if bench.terminal is None:
        return fail(args, "NOT_ENROLLED", str(bench.trouble), "configuration")
    results = tuple(selftest.run(home()))
    kept = selftest.keep(bench.terminal, results)
    emit(args, {**document(results), "record": str(kept)}, f"{table(results)}\n{kept}")
    return 0 if all(result.ok for result in results) else 1


def run_retire(args: argparse.Namespace) -> int:
    """Forget who this machine was, unless something still waits to be sent."""
    from provisioning.retirement import RetirementError, retire  # noqa: PLC0415  # only this command needs it

    try:
        terminal_id = retire(home())
    except RetirementError as error:
        return fail(args, error.code, str(error), "call_staff")
    text = f"Terminal {terminal_id} is retired; tell the operator to close it. 终端 {terminal_id} 已停用，请告知运维注销。"
    return emit(args, {"terminal_id": terminal_id, "retired": True}, text)


def _document(args: argparse.Namespace) -> "Document":
    from provisioning.enrolment import Document  # noqa: PLC0415  # only enrolment needs it
    from provisioning.est import EnrolmentError  # noqa: PLC0415

    if args.document:
        text = args.document if args.document.lstrip().startswith("{") else _text(Path(args.document))
        return Document.parse(text)
    if not all((args.url, args.ca_sha256, args.id, args.code)):
        raise EnrolmentError(
            "NO_DOCUMENT",
            "Give the enrolment document as --document FILE, or all of --url, --ca-sha256, --id and --code. "
            "请用 --document 指定注册单，或同时给出 --url、--ca-sha256、--id、--code。",
        )
    return Document.checked(args.url, args.ca_sha256, args.id, args.code, args.group)


def _text(path: Path) -> str:
    from provisioning.est import EnrolmentError  # noqa: PLC0415  # only enrolment needs it

    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EnrolmentError(
            "NO_DOCUMENT",
            f"The enrolment document {path} cannot be read: check its path. 注册单无法读取：请检查路径。",
        ) from error


def run_lab(args: argparse.Namespace) -> int:
    """Make or change the laboratory identity and print what a platform needs to verify it."""
    from provisioning import lab  # noqa: PLC0415  # only this command needs it

    identity_directory = home() / "identity"
    try:
        identity = lab.make(identity_directory, args.platform, tuple(args.recipient), args.id, args.ca)
    except lab.LabError as error:
        return fail(args, error.code, str(error), "configuration")
    public_key_file = lab.public_key_file(identity_directory)
    document = {
        "terminal_id": identity.terminal_id,
        "platform_url": identity.platform_url,
        "recipients": list(identity.recipients),
        "training": identity.training,
        "public_key_pem": identity.public_pem,
        "public_key_jwk": identity.public_jwk,
        "public_key_file": str(public_key_file),
        "home": str(home()),
    }
    text = (
        f"Laboratory terminal {identity.terminal_id} in {home()}, for {identity.platform_url}.\n"
        f"Its public key, for the platform to verify it with ({public_key_file}):\n{identity.public_pem}"
    )
    return emit(args, document, text.rstrip())
