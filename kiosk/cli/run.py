"""`kiosk run`: the touchscreen, until SIGTERM or SIGINT."""

import argparse
import gc
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.output import fail
from kiosk.home import home

if TYPE_CHECKING:
    from kiosk.events import Event
    from kiosk.runtime.backstage import Parts
    from provisioning.terminal import Terminal

WINDOW_HEIGHT = 960
_REFUSED = (
    "Residents are not watched: --probe works on training terminals only; leave it out. "
    "--probe 仅限培训终端使用：请去掉该参数。"
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument(
        "--windowed",
        nargs="?",
        type=int,
        const=WINDOW_HEIGHT,
        metavar="HEIGHT",
        help=f"for developers: a window of this height (default {WINDOW_HEIGHT}) that shows the panel smaller",
    )
    parser.add_argument(
        "--probe", type=Path, metavar="SOCKET", help="eyes for a scripted resident; training terminals only"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve residents until told to stop."""
    from kiosk import process  # noqa: PLC0415  # as below
    from kiosk.runtime import crash  # noqa: PLC0415  # the first page should be there soon
    from screens import environment  # noqa: PLC0415
    from screens.fonts import FontMissingError  # noqa: PLC0415

    logging.getLogger("kivy").addFilter(lambda record: record.levelno >= logging.WARNING)
    crash.watch_over_the_process()
    gc.disable()  # nothing that is loaded now is garbage; the first page ends it
    process.stay_small()
    environment.prepare(home() / "cache")
    from kiosk.app import Shell  # noqa: PLC0415  # imports Kivy

    try:
        shell = Shell(home(), _assemble, args.windowed)
    except (FontMissingError, environment.NoDisplayError) as error:
        return fail(args, "NO_SCREEN", str(error), "call_staff")
    if args.probe is not None:
        if not shell.training:
            return fail(args, "PROBE_REFUSED", _REFUSED, "configuration")
        shell.watch(args.probe)
    shell.run()
    return 0


def _assemble(terminal: "Terminal", post: "Callable[[Event], None]") -> "Parts":
    from kiosk.wiring import assemble  # noqa: PLC0415  # drivers and the platform's libraries: after the first page

    return assemble(terminal, post)
