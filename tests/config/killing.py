"""Kill a process at each of its file operations, really, and see what is left."""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

FILE_EVENTS = ("open", "os.", "shutil.", "fcntl.")


def killed_at_every_step(directory: Path, operation: Callable[[], object], check: Callable[[], None]) -> int:
    """Let a child do `operation` and die by SIGKILL before its 1st, 2nd, 3rd… file operation, until it gets through.

    Each child starts with `directory` as it is now; after each, `check` looks at what is left. Returns how many died.
    """
    before = directory.with_name(f"{directory.name}.before")
    shutil.copytree(directory, before, symlinks=True)
    step = 0
    while True:
        step += 1
        died = _child(operation, step)
        check()
        if not died:
            return step - 1
        shutil.rmtree(directory)
        shutil.copytree(before, directory, symlinks=True)


def _child(operation: Callable[[], object], step: int) -> bool:
    child = os.fork()
    if child == 0:
        left = step

        def hook(event: str, _: tuple[Any, ...]) -> None:
            nonlocal left
            if event.startswith(FILE_EVENTS):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            operation()
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise RuntimeError("the operation failed by itself")
    return False
