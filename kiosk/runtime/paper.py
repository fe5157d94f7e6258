"""Keeps count of the printer's roll of paper, over restarts."""

import logging
from pathlib import Path

from config import durable
from devices.printer import PrinterStatus
from devices.printer.roll import FILE, Roll, kept

log = logging.getLogger(__name__)


class PaperCount:
    """The roll in the printer, kept in the state directory `home`; used by the printer's thread alone."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._roll = kept(home) or Roll()

    def printed(self, millimetres: float) -> None:
        """A receipt of that length was handed to the printer."""
        self._keep(self._roll.after(millimetres))

    def seen(self, status: PrinterStatus) -> None:
        """The printer said this about itself."""
        self._keep(self._roll.seen(status))

    def _keep(self, roll: Roll) -> None:
        if roll == self._roll:
            return
        self._roll = roll
        try:
            durable.write(self._home / FILE, roll.written())
        except OSError as error:
            log.warning("the count of the paper cannot be kept (%s)", error.strerror)
