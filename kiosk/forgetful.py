"""A process that keeps nothing of what it has let go of: no dump of its memory shows what a resident said before.

The C library overwrites freed blocks when it is told to, but it sets a few of up to 1,032 bytes aside for each thread, and
Python keeps blocks of up to 512 bytes to itself. The first is decided before a program begins. The second is changed while it
runs (`kiosk.process.overwrite_freed`): a program starts a quarter faster with Python's own blocks, and there is no resident yet.
"""

import os
import sys

ENVIRONMENT = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=0"}
#: The commands that hold in clear what a resident said.
COMMANDS = (("run",), ("queue", "put"))


def is_forgetful() -> bool:
    """Whether this process was begun so."""
    return all(value in os.environ.get(name, "").split(":") for name, value in ENVIRONMENT.items())


def begin_anew() -> None:
    """Begin this program anew unless it was begun so: the same process, with nothing read and nothing done yet."""
    if is_forgetful():
        return
    tunables = filter(None, (os.environ.get("GLIBC_TUNABLES"), ENVIRONMENT["GLIBC_TUNABLES"]))
    environment = {**os.environ, **ENVIRONMENT, "GLIBC_TUNABLES": ":".join(tunables)}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606  # itself
