"""`kiosk agent`: submits the queue, follows releases, reports health, until SIGTERM or SIGINT."""

import argparse
import signal
import threading

from kiosk.cli.output import add_json, emit, fail
from kiosk.home import home


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    add_json(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Work until told to stop; prints what was done."""
    from kiosk.agent import Agent, Duties  # noqa: PLC0415  # requests and cryptography take their time
    from offline_queue.errors import QueueError  # noqa: PLC0415
    from provisioning.identity import NotEnrolledError  # noqa: PLC0415

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        with Duties(home(), stop.is_set) as duties:
            Agent(duties.jobs(), stop.wait).run()
            done = {"acknowledged": duties.acknowledged, "parked": duties.parked}
    except NotEnrolledError as error:
        return fail(args, "NOT_ENROLLED", str(error), "configuration")
    except QueueError as error:
        return fail(args, error.code.upper(), str(error), "call_staff")
    text = f"stopped 已停止: {done['acknowledged']} acknowledged 已送达, {done['parked']} parked 被拒收"
    return emit(args, done, text)
