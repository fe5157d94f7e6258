"""What the commands of `kiosk queue` share: the queue, and answers to its errors."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.cli.output import fail
from kiosk.home import home

if TYPE_CHECKING:
    from offline_queue.errors import QueueError
    from offline_queue.store import Store


def guarded(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Let every command answer the queue's and the identity's errors alike."""

    def guarded(args: argparse.Namespace) -> int:
        from offline_queue.errors import QueueError  # noqa: PLC0415  # only this group needs it
        from provisioning.identity import NotEnrolledError  # noqa: PLC0415

        try:
            return run(args)
        except NotEnrolledError as error:
            return fail(args, "NOT_ENROLLED", str(error), "configuration")
        except QueueError as error:
            return fail(args, error.code.upper(), str(error), "call_staff")

    return guarded


def opened() -> "Store":
    """Return this terminal's queue, to be looked after; putting needs the identity too."""
    from offline_queue.store import Store  # noqa: PLC0415  # SQLite and cryptography

    return Store(home() / "queue", None, now)


def trouble(store: "Store") -> "QueueError | None":
    """Return why nothing could be kept now, if so."""
    from offline_queue.errors import QueueError  # noqa: PLC0415  # as in `guarded`

    try:
        store.check()
    except QueueError as error:
        return error
    return None


def now() -> datetime:
    """Return the terminal's time with its offset."""
    return datetime.now(UTC).astimezone()
