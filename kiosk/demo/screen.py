"""A screen for the window: the one that is there, or a virtual one (Xvfb) that nobody looks at."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


def is_there() -> bool:
    """Whether somebody can look at a window, and nobody asked for a demo without one (`HEADLESS=1`)."""
    return bool(os.environ.get("DISPLAY")) and os.environ.get("HEADLESS", "") in ("", "0")


@contextmanager
def virtual(width: int, height: int) -> Iterator[str]:
    """Run an X server without a monitor; gives its name for `DISPLAY`."""
    read, write = os.pipe()
    command = (
        "Xvfb",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        f"{width}x{height}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    )
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()
