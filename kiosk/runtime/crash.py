"""Reports of what went wrong, without the words of an exception: they may hold what a resident entered."""

import logging
import sys
import threading
import traceback
from types import TracebackType

log = logging.getLogger(__name__)


def report(what: str, error: BaseException) -> None:
    """Log that `what` failed: the types of the error and its causes, and where each was raised."""
    log.error("%s\n%s", what, describe(error))


def describe(error: BaseException) -> str:
    """Return types and places of an error and its causes, the first cause first."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.insert(0, link)
        link = link.__cause__ or link.__context__
    return "\n".join(
        "".join(traceback.format_tb(one.__traceback__)) + type(one).__qualname__ for one in chain
    )


def watch_over_the_process() -> None:
    """Report every exception that nobody handles, on whichever thread, instead of printing it with its words."""
    sys.excepthook = _unhandled
    threading.excepthook = _unhandled_in_thread


def _unhandled(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    report("the touchscreen ends by a mistake in the program", error)


def _unhandled_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and args.thread is not None:
        report(f"the thread {args.thread.name} ended by a mistake in the program", args.exc_value)
