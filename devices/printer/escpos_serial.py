"""Driver for ESC/POS receipt printers on a serial line, a real one or a printer's USB serial port."""

import errno
import termios
import time
from collections.abc import Callable
from contextlib import suppress

import serial

from devices.errors import ConfigurationError, DeviceError
from devices.printer import USUAL, Style
from devices.printer.conversation import Connection, Descriptor
from devices.printer.escpos import EscposPrinter

_BITS_PER_BYTE = 10  # 8 data bits, a start and a stop bit


class EscposSerialPrinter(EscposPrinter):
    """A printer on the tty `address` at `baud`, 8N1.

    There is no flow control: receipts fit the printers' buffers (4 kB and more), and cables often lack the wires for it.
    """

    gone = (OSError, termios.error)

    def __init__(
        self,
        address: str,
        paper_mm: int = 80,
        baud: int = 115200,
        style: Style = USUAL,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(paper_mm, style, now)
        self._address, self._baud = address, baud
        self._was_open = False

    def _connect(self) -> Connection:
        try:
            line = serial.Serial(self._address, self._baud, timeout=0, write_timeout=0, exclusive=True)
        except ValueError as error:
            message = (
                f"{self._address!r} at {self._baud} baud cannot be opened: correct the printer's settings."
            )
            raise ConfigurationError("NO_SUCH_PORT", message) from error
        except self.gone as error:
            wrong = self._what_is_wrong_with_the_settings(error)
            if wrong is None:
                raise
            raise wrong from error
        self._was_open = True
        return _Tty(line, self._baud)

    def _what_is_wrong_with_the_settings(self, error: Exception) -> DeviceError | None:
        port = self._address
        match _number(error):
            case errno.ENOENT if not self._was_open:
                code, message = (
                    "NO_SUCH_PORT",
                    f"There is no {port}: plug the printer in, or correct its address.",
                )
            case errno.ENOTTY | errno.EISDIR:
                code, message = (
                    "NOT_A_SERIAL_LINE",
                    f"{port} is not a serial line: correct the printer's address.",
                )
            case errno.EACCES | errno.EPERM:
                code, message = (
                    "PORT_NOT_PERMITTED",
                    f"{port} may not be opened: add the kiosk's user to the group dialout.",
                )
            case errno.EAGAIN | errno.EBUSY:
                code, message = "PORT_BUSY", f"Another program uses {port}: stop it, or give it another port."
            case _:
                return None
        return ConfigurationError(code, message)


class _Tty(Descriptor):
    """Reads and writes the descriptor itself: pyserial's own calls wait, or fail in four ways when a line vanishes."""

    def __init__(self, line: serial.Serial, baud: int) -> None:
        self._line = line
        self.pace = _BITS_PER_BYTE / baud

    def fileno(self) -> int:
        return int(self._line.fileno())

    def close(self) -> None:
        with suppress(OSError, termios.error):
            self._line.reset_output_buffer()  # else closing waits for a printer that takes nothing
        self._line.close()


def _number(error: BaseException | None) -> int | None:
    """Return the system's error number; pyserial puts its own exception without it around termios.error."""
    if isinstance(error, termios.error):
        return int(error.args[0])
    number: int | None = getattr(error, "errno", None)
    return number if number is not None or error is None else _number(error.__context__)
