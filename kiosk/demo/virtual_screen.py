"""A screen that nobody sees, for a touchscreen that a scripted resident uses."""

import os
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.demo.eyes import PATIENCE, LostError


@contextmanager
def virtual_screen(width: int, height: int) -> Iterator[str]:
    """Run an X server without a panel for as long as the context lasts; gives its name, such as `:7`."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            if not select.select([reader], [], [], PATIENCE)[0]:
                raise LostError("Xvfb does not start")
            yield f":{int(os.read(reader, 16))}"
        finally:
            os.close(reader)
            server.terminate()
