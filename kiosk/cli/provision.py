"""`kiosk provision`: a blank machine becomes a known terminal."""

import argparse
from pathlib import Path

from kiosk.cli.output import add_json, emit, fail
from kiosk.home import home


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the commands."""
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _configure_lab(
        commands.add_parser("lab", help="a laboratory identity, to test a platform without enrolment")
    )


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
