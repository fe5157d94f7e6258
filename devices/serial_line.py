"""A serial line by pyserial: any tty or pyserial URL, with every way a line can vanish turned into one `DeviceError`."""

import errno
import os
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import serial

from devices.errors import ConfigurationError, DeviceError, StaffError

_SLICE = 0.05  # how long one read waits; limits are kept to this precision
_WRITE_LIMIT = 1.0
_MOST = 65536
#: A vanished line shows as any of these, depending on the moment. TypeError: pyserial uses a descriptor that is gone.
_VANISHED = (OSError, termios.error, TypeError)
_WITHOUT_RATE = ("socket://", "loop://")
_NOT_ITS_DESCRIPTOR = ("rfc2217://", "loop://", "spy://")


class SerialLine:
    """One line, used by one thread. `port` is a tty's path or a pyserial URL (`socket://`, `rfc2217://`, `spy://`).

    `device` is what the other end is called in messages.
    """

    def __init__(self, port: str, baud: int, device: str = "card reader") -> None:
        self._name, self._device = port, device
        self.baud = baud
        self._was_open = False
        self._line: serial.Serial | None = None

    @property
    def is_open(self) -> bool:
        """Whether it was opened and not closed since; its other end may be gone all the same."""
        return self._line is not None

    @property
    def has_rate(self) -> bool:
        """Whether the line has a baud rate at all; a TCP connection has none."""
        return not self._name.startswith(_WITHOUT_RATE)

    def open(self) -> None:
        """Open the line for us alone; what was received before is dropped.

        Raises:
            ConfigurationError: `NO_SUCH_PORT`, `PORT_BUSY`, `PORT_NOT_PERMITTED` or `NOT_A_SERIAL_LINE`.
            StaffError: `DEVICE_GONE`: it was there before and is not now, or its other end cannot be reached.
        """
        try:
            self._line = serial.serial_for_url(
                self._name, baudrate=self.baud, timeout=_SLICE, write_timeout=_WRITE_LIMIT, exclusive=True
            )
        except ValueError as error:
            message = f"{self._name} is not a port that can be opened: correct the {self._device}'s port in the settings."
            raise ConfigurationError("NO_SUCH_PORT", message) from error
        except _VANISHED as error:
            raise self._why_not(error) from error
        self._was_open = True

    def close(self) -> None:
        """Let the line go; never fails."""
        line, self._line = self._line, None
        if line is not None:
            left = getattr(
                line, "_socket", None
            )  # pyserial forgets to close the socket of a line that was cut
            with suppress(*_VANISHED):
                line.close()
            if left is not None:
                left.close()

    def read(self) -> bytes:
        """Return what has come, after waiting up to 50 ms for it; nothing when nothing came.

        Raises:
            StaffError: the line is gone (`DEVICE_GONE`).
        """
        with self._ours() as line:
            received: bytes = line.read(1)
            if received:
                received += self._rest(line)
            return received

    def write(self, message: bytes) -> None:
        """Send, after dropping what came unasked.

        Raises:
            StaffError: the line is gone (`DEVICE_GONE`).
        """
        with self._ours() as line:
            line.reset_input_buffer()
            line.write(message)

    def send(self, message: bytes) -> None:
        """Send; what came is kept.

        Raises:
            StaffError: the line is gone (`DEVICE_GONE`).
        """
        with self._ours() as line:
            line.write(message)

    def fileno(self) -> int:
        """Return the descriptor that becomes readable when something has come.

        Raises:
            StaffError: the line is gone (`DEVICE_GONE`).
        """
        with self._ours() as line:
            return int(line.fileno())

    def drop(self) -> None:
        """Drop what came unasked.

        Raises:
            StaffError: the line is gone (`DEVICE_GONE`).
        """
        with self._ours() as line:
            line.reset_input_buffer()

    def set_baud(self, baud: int) -> None:
        """Change the rate, also for when the line is opened again; a line that cannot do this rate keeps its own.

        Raises:
            StaffError: the line is gone (`DEVICE_GONE`).
        """
        with self._ours() as line, suppress(ValueError):
            line.baudrate = self.baud = baud

    def _rest(self, line: serial.Serial) -> bytes:
        """Return what waits. It is read past pyserial, whose buffers leave a card's text behind in memory (a `bytearray`)."""
        if self._name.startswith(_NOT_ITS_DESCRIPTOR):
            return bytes(line.read(line.in_waiting))
        return os.read(line.fileno(), _MOST) if line.in_waiting else b""

    @contextmanager
    def _ours(self) -> Iterator[serial.Serial]:
        if self._line is None:
            raise self._gone()
        try:
            yield self._line
        except _VANISHED as error:
            raise self._gone() from error

    def _gone(self) -> StaffError:
        return StaffError(
            "DEVICE_GONE", f"The {self._device} is not connected: check its cable and its power."
        )

    def _why_not(self, error: Exception) -> DeviceError:
        match _number(error):
            case errno.ENOENT if not self._was_open:
                message = f"There is no {self._name}: plug the {self._device} in, or correct its port in the settings."
                return ConfigurationError("NO_SUCH_PORT", message)
            case errno.ENOTTY | errno.EISDIR:
                message = (
                    f"{self._name} is not a serial line: correct the {self._device}'s port in the settings."
                )
                return ConfigurationError("NOT_A_SERIAL_LINE", message)
            case errno.EACCES | errno.EPERM:
                message = f"{self._name} may not be opened: add the kiosk's user to the group dialout."
                return ConfigurationError("PORT_NOT_PERMITTED", message)
            case errno.EAGAIN | errno.EBUSY:
                message = f"Another program uses {self._name}: stop it, or give it another port."
                return ConfigurationError("PORT_BUSY", message)
            case _:
                return self._gone()


def _number(error: BaseException | None) -> int | None:
    """Return the system's error number; pyserial puts its own exception without it around termios.error."""
    if isinstance(error, termios.error):
        return int(error.args[0])
    number: int | None = getattr(error, "errno", None)
    return number if number is not None or error is None else _number(error.__context__)
