"""`kiosk fleet app-code`: what the app of a person or an organisation shows, for demonstrations and tests."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.output import emit
from kiosk.home import home

if TYPE_CHECKING:
    from fleet.platform import Platform

ISSUERS = ("city-app", "e-social-card", "e-licence", "entity-code")


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument(
        "id_number",
        metavar="NUMBER",
        help="a specimen of fleet/registers: a person's number, or an organisation's unified social credit code",
    )
    parser.add_argument("--issuer", default=ISSUERS[0], choices=ISSUERS, help="which app shows it")


def run(args: argparse.Namespace) -> int:
    """Show a code."""
    with _platform(args) as platform:
        code = platform.persons.codes.show(args.id_number, platform.now(), args.issuer)
    return emit(args, {"code": code}, code)


def _platform(args: argparse.Namespace) -> "Platform":
    from fleet.platform import Platform  # noqa: PLC0415  # TUF and cryptography take their time

    directory: Path = args.home or home().parent / "kiosk-platform"
    return Platform.open(directory.resolve())
