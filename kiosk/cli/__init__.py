"""The command `kiosk`: one module a group of commands, imported only when it is asked for."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from kiosk import forgetful

GROUPS = {
    "run": "the touchscreen",
    "agent": "submit the queue, follow releases, report health",
    "fleet": "the reference platform",
    "doctor": "what works on this terminal, what does not, and the remedy",
    "devices": "each device by itself",
    "simulate": "a wire-level simulator as a process",
    "queue": "look after the offline queue",
    "config": "settings and releases: the operator's and the terminal's side",
    "catalogue": "the service catalogue",
    "provision": "the technician's side",
}


def parser(group: str | None) -> argparse.ArgumentParser:
    """Return the parser of the command; only the asked-for group has its details, so that the rest loads nothing."""
    top = argparse.ArgumentParser(prog="kiosk", description="The self-service terminal at the doorstep.")
    groups = top.add_subparsers(dest="group", required=True, metavar="COMMAND")
    for name, about in GROUPS.items():
        sub = groups.add_parser(name, help=about, description=about)
        if name == group:
            import_module(f"kiosk.cli.{name}").configure(sub)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0 success, 1 a finding or failure, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None and any(tuple(arguments[: len(words)]) == words for words in forgetful.COMMANDS):
        forgetful.begin_anew()
    os.environ.setdefault(
        "PYDANTIC_DISABLE_PLUGINS", "__all__"
    )  # looking for some reads every package's list
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    group = next((word for word in arguments if word in GROUPS), None)
    args = parser(group).parse_args(arguments)
    return int(args.run(args))
