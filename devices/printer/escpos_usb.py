"""Driver for ESC/POS receipt printers on USB, through libusb: the interface of class 7 and its two bulk pipes.

python-escpos' own `Usb` takes whatever interface comes first, which on composite printers is not the printer, and its
waits have no bound.
"""

import errno
import re
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import usb.core
import usb.util

from devices.errors import ConfigurationError, DeviceError
from devices.printer import USUAL, Style
from devices.printer.conversation import Connection
from devices.printer.escpos import EscposPrinter

_ADDRESS = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})", re.IGNORECASE)
_PRINTER_CLASS = 7  # USB Device Class Definition for Printing Devices
_CHUNK = 4096


class EscposUsbPrinter(EscposPrinter):
    """The printer `vendor:product` (four hexadecimal digits each, as `lsusb` shows them).

    `backend` is pyusb's way to the bus; None takes the system's libusb.
    """

    gone = (OSError, usb.core.USBError)

    def __init__(
        self,
        address: str,
        paper_mm: int = 80,
        style: Style = USUAL,
        *,
        now: Callable[[], float] = time.monotonic,
        backend: Any = None,
    ) -> None:
        super().__init__(paper_mm, style, now)
        found = _ADDRESS.fullmatch(address)
        if found is None:
            message = (
                f"{address!r} is no USB device: set vendor:product as lsusb shows them, such as 04b8:0202."
            )
            raise ConfigurationError("NO_SUCH_ADDRESS", message)
        self._vendor, self._product = (int(number, 16) for number in found.groups())
        self._backend = backend

    def _connect(self) -> Connection:
        try:
            device = usb.core.find(idVendor=self._vendor, idProduct=self._product, backend=self._backend)
        except usb.core.NoBackendError as error:
            message = "libusb is not installed: apt-get install libusb-1.0-0."
            raise ConfigurationError("USB_LIBRARY_MISSING", message) from error
        if device is None:
            raise ConnectionError("no such device on the bus")
        try:
            return _Pipes(device)
        except (usb.core.USBError, ConfigurationError) as error:
            usb.util.dispose_resources(device)
            wrong = _what_is_wrong_with_the_settings(getattr(error, "errno", None))
            if wrong is None:
                raise
            raise wrong from error


class _Pipes(Connection):
    """The bulk pipes of the first interface that is a printer."""

    def __init__(self, device: Any) -> None:
        self._device = device
        interface = usb.util.find_descriptor(
            device.get_active_configuration(), bInterfaceClass=_PRINTER_CLASS
        )
        if interface is None:
            message = "The USB device is no printer: set the address of the printer, see lsusb."
            raise ConfigurationError("NOT_A_PRINTER", message)
        self._number = interface.bInterfaceNumber
        with suppress(NotImplementedError):  # systems without kernel drivers to detach
            if device.is_kernel_driver_active(self._number):
                device.detach_kernel_driver(self._number)
        usb.util.claim_interface(device, self._number)
        self._out, self._in = (_pipe(interface, way) for way in (usb.util.ENDPOINT_OUT, usb.util.ENDPOINT_IN))

    def send(self, data: bytes, seconds: float) -> int:
        try:
            return int(self._out.write(data[:_CHUNK], timeout=_milliseconds(seconds)))
        except usb.core.USBTimeoutError:
            return 0

    def receive(self, seconds: float) -> bytes:
        try:
            return bytes(self._in.read(self._in.wMaxPacketSize, timeout=_milliseconds(seconds)))
        except usb.core.USBTimeoutError:
            return b""

    def close(self) -> None:
        with suppress(usb.core.USBError):
            usb.util.release_interface(self._device, self._number)
        usb.util.dispose_resources(self._device)


def _pipe(interface: Any, way: int) -> Any:
    return usb.util.find_descriptor(
        interface,
        custom_match=lambda pipe: (
            usb.util.endpoint_direction(pipe.bEndpointAddress) == way
            and usb.util.endpoint_type(pipe.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        ),
    )


def _milliseconds(seconds: float) -> int:
    """At least one: to libusb none means for ever."""
    return max(1, round(seconds * 1000))


def _what_is_wrong_with_the_settings(number: int | None) -> DeviceError | None:
    match number:
        case errno.EACCES | errno.EPERM:
            message = "The USB printer may not be opened: add a udev rule that gives it to the kiosk's user."
            return ConfigurationError("PORT_NOT_PERMITTED", message)
        case errno.EBUSY:
            message = "Another program uses the USB printer: stop it (CUPS holds printers it knows)."
            return ConfigurationError("PORT_BUSY", message)
        case _:
            return None
