"""A driver's mistake: told as an error of the device, with a log that says where it was made and nothing that was read."""

import logging
import traceback

from devices.errors import StaffError

logger = logging.getLogger(__name__)


def driver_fault(who: str, mistake: Exception) -> StaffError:
    """Log the mistake of the driver of `who` and return what to raise for it (`DRIVER_FAULT`).

    The exception's text may hold what stood on a card: only its type and place are logged.
    """
    where = "".join(traceback.format_tb(mistake.__traceback__))
    logger.error("%s: %s in the driver\n%s", who, type(mistake).__name__, where)
    fault = StaffError("DRIVER_FAULT", "The driver made a mistake: restart the terminal and report the log.")
    fault.__cause__ = mistake
    return fault
