"""Whether a transaction could be kept now."""

import os

from offline_queue.database import DATABASE, Database
from offline_queue.errors import DiskFullError, ReadOnlyError
from offline_queue.trouble import is_read_only, translated


def check(database: Database, least_free: int, *, thorough: bool = False) -> None:
    """Look at the disk below the queue; `thorough` by writing something.

    Raises:
        ReadOnlyError, DiskFullError, DiskFailingError, DamagedError: nothing can be kept.
    """
    with translated():
        if is_read_only(database.directory / DATABASE):
            raise ReadOnlyError
        room = os.statvfs(database.directory)
    if room.f_bavail * room.f_frsize < least_free:
        raise DiskFullError
    database.ballast.ensure()
    if thorough:
        database.prove()
