"""Driver for ESC/POS receipt printers behind a device file: the system's own driver for USB printers, /dev/usb/lp0."""

import errno
import os
import select
import stat
import time
from collections.abc import Callable

from devices.errors import ConfigurationError
from devices.printer import USUAL, Style
from devices.printer.conversation import Connection, Descriptor
from devices.printer.escpos import EscposPrinter

_EMPTY_PACKET = 0.01  # printers with nothing to say may answer with empty packets, without end


class EscposFilePrinter(EscposPrinter):
    """A printer behind the character device `address`, which must take and give bytes (`usblp` does)."""

    def __init__(
        self,
        address: str,
        paper_mm: int = 80,
        style: Style = USUAL,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(paper_mm, style, now)
        self._address = address
        self._was_open = False

    def _connect(self) -> Connection:
        try:
            handle = os.open(self._address, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError as error:
            wrong = self._what_is_wrong_with_the_settings(error.errno)
            if wrong is None:
                raise
            raise wrong from error
        if not stat.S_ISCHR(os.fstat(handle).st_mode):
            os.close(handle)
            message = f"{self._address} is no device: correct the printer's address."
            raise ConfigurationError("NOT_A_DEVICE", message)
        self._was_open = True
        return _File(handle)

    def _what_is_wrong_with_the_settings(self, number: int | None) -> ConfigurationError | None:
        file = self._address
        match number:
            case errno.ENOENT if not self._was_open:
                return ConfigurationError(
                    "NO_SUCH_PORT", f"There is no {file}: plug the printer in, or correct its address."
                )
            case errno.EISDIR:
                return ConfigurationError(
                    "NOT_A_DEVICE", f"{file} is no device: correct the printer's address."
                )
            case errno.EACCES | errno.EPERM:
                return ConfigurationError(
                    "PORT_NOT_PERMITTED", f"{file} may not be opened: add the kiosk's user to the group lp."
                )
            case errno.EBUSY:
                return ConfigurationError(
                    "PORT_BUSY", f"Another program uses {file}: stop it (CUPS holds printers it knows)."
                )
            case _:
                return None


class _File(Descriptor):
    def __init__(self, handle: int) -> None:
        self._handle = handle

    def fileno(self) -> int:
        return self._handle

    def _read(self) -> bytes:
        received = os.read(self._handle, 4096)
        if not received:
            self._must_be_there()
            time.sleep(_EMPTY_PACKET)
        return received

    def _must_be_there(self) -> None:
        poll = select.poll()
        poll.register(self._handle, select.POLLIN)
        if any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll(0)):
            raise ConnectionResetError("the device is gone")

    def close(self) -> None:
        os.close(self._handle)
