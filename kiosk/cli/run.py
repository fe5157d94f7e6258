"""`kiosk run`: the touchscreen."""

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Give `kiosk run` its options."""
    parser.add_argument(
        "--probe", type=Path, metavar="SOCKET", help="answer a scripted resident here (training only)"
    )
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace) -> int:
    from kiosk.home import home
    from provisioning.identity import NotEnrolledError
    from provisioning.terminal import NoCatalogueError, Terminal

    try:
        terminal = Terminal.load(home())
        terminal.catalogue()
    except (NotEnrolledError, NoCatalogueError) as error:
        from kiosk.cli.output import fail

        return fail(args, "NOT_READY", str(error), "configuration")
    from kiosk.app import run

    return run(terminal, args.probe)
