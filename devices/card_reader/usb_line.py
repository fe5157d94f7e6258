"""A card reader on USB by pyusb, as one line of bytes: with two pairs of pipes (SAM directly) or with one.

With two pairs the host sends the first 7 bytes of a frame (preamble and length) on the first OUT pipe and the rest on the
second, and gets the answer's first 7 bytes on the first IN pipe and the rest on the second (fact sheet: GA 467 extract).
"""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import usb.core
import usb.util

from devices.errors import ConfigurationError, StaffError

_HEAD = 7
_SLICE = 50  # milliseconds that one read waits
_DRAIN = 1
_WRITE_LIMIT = 1000
_CHUNK = 4096  # a multiple of every packet's size
_IDS = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?:@(.+))?")


class UsbLine:
    """The reader with the ids `port` (`0400:c35a`, or `0400:c35a@SERIAL` where there are several); used by one thread.

    `backend` is pyusb's way to the bus; None takes libusb.
    """

    has_rate = False
    baud = 0

    def __init__(self, port: str, backend: Any = None) -> None:
        self._port, self._backend = port, backend
        self._was_open = False
        self._device: usb.core.Device | None = None
        self._outs: tuple[Any, ...] = ()
        self._ins: tuple[Any, ...] = ()
        self._pipe, self._body = 0, 0

    @property
    def is_open(self) -> bool:
        """Whether it was opened and not closed since; the reader may be gone all the same."""
        return self._device is not None

    def open(self) -> None:
        """Claim the reader; what it said before is dropped.

        Raises:
            ConfigurationError: `NO_SUCH_PORT`, `PORT_BUSY`, `PORT_NOT_PERMITTED`, `NO_LIBUSB`, or no reader (`NOT_A_READER`).
            StaffError: it was there before and is not now (`DEVICE_GONE`).
        """
        device = self._found()
        try:
            self._claim(device)
        except usb.core.USBError as error:
            usb.util.dispose_resources(device)
            raise _why_not(self._port, error) from error
        except ConfigurationError:
            usb.util.dispose_resources(device)
            raise
        self._device, self._was_open = device, True

    def close(self) -> None:
        """Let the reader go; never fails."""
        device, self._device = self._device, None
        if device is not None:
            with suppress(usb.core.USBError):
                usb.util.dispose_resources(device)

    def write(self, message: bytes) -> None:
        """Send, after dropping what came unasked.

        Raises:
            StaffError: the reader is gone (`DEVICE_GONE`).
        """
        with self._ours():
            for pipe in self._ins:
                while self._received(pipe, _DRAIN):
                    pass
            self._pipe, self._body = 0, 0
            if len(self._outs) == 1:
                self._outs[0].write(message, _WRITE_LIMIT)
            else:
                self._outs[0].write(message[:_HEAD], _WRITE_LIMIT)
                self._outs[1].write(message[_HEAD:], _WRITE_LIMIT)

    def read(self) -> bytes:
        """Return what has come, after waiting up to 50 ms for it; nothing when nothing came.

        Raises:
            StaffError: the reader is gone (`DEVICE_GONE`).
        """
        with self._ours():
            received = self._received(self._ins[self._pipe], _SLICE)
        if len(self._ins) > 1:
            self._turn(received)
        return received

    def set_baud(self, baud: int) -> None:
        """Do nothing: there is no rate."""

    def _turn(self, received: bytes) -> None:
        """Choose the pipe to look at next: the second after a head, until its frame is whole or nothing more comes."""
        if self._pipe == 0:
            self._body = max(int.from_bytes(received[5:_HEAD], "big"), 1) if received else 0
        else:
            self._body = self._body - len(received) if received else 0
        self._pipe = int(self._body > 0)

    def _received(self, pipe: Any, milliseconds: int) -> bytes:
        try:
            return bytes(pipe.read(_CHUNK, milliseconds))
        except usb.core.USBTimeoutError:
            return b""
        except usb.core.USBError as error:
            if error.errno != errno.EPIPE:
                raise
            pipe.clear_halt()  # the reader has stumbled: the conversation asks again
            return b""

    def _found(self) -> "usb.core.Device":
        ids = _IDS.fullmatch(self._port)
        if ids is None:
            message = f"{self._port} is not of the form 0400:c35a: set the reader's vendor and product id (`kiosk devices list`)."
            raise ConfigurationError("NO_SUCH_PORT", message)
        vendor, product, serial = int(ids[1], 16), int(ids[2], 16), ids[3]
        more = {"serial_number": serial} if serial else {}
        try:
            device = usb.core.find(backend=self._backend, idVendor=vendor, idProduct=product, **more)
        except usb.core.NoBackendError as error:
            message = "USB cannot be reached: install libusb (`apt-get install libusb-1.0-0`)."
            raise ConfigurationError("NO_LIBUSB", message) from error
        if device is not None:
            return device
        if self._was_open:
            raise _gone()
        message = f"There is no USB device {self._port}: plug the card reader in, or correct its ids in the settings."
        raise ConfigurationError("NO_SUCH_PORT", message)

    def _claim(self, device: "usb.core.Device") -> None:
        device.set_configuration()
        interface = device.get_active_configuration()[(0, 0)]
        with suppress(NotImplementedError, usb.core.USBError):
            if device.is_kernel_driver_active(interface.bInterfaceNumber):
                device.detach_kernel_driver(interface.bInterfaceNumber)
        usb.util.claim_interface(device, interface)
        bulk = [
            pipe
            for pipe in interface
            if usb.util.endpoint_type(pipe.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        ]
        bulk.sort(key=lambda pipe: pipe.bEndpointAddress & 0x0F)
        self._ins = tuple(pipe for pipe in bulk if pipe.bEndpointAddress & usb.util.ENDPOINT_IN)
        self._outs = tuple(pipe for pipe in bulk if not pipe.bEndpointAddress & usb.util.ENDPOINT_IN)
        if not 0 < len(self._ins) == len(self._outs) <= 2:
            raise ConfigurationError(
                "NOT_A_READER",
                f"{self._port} has no pipes of a card reader: correct its ids in the settings.",
            )

    @contextmanager
    def _ours(self) -> Iterator[None]:
        if self._device is None:
            raise _gone()
        try:
            yield
        except usb.core.USBError as error:
            raise _gone() from error


def _why_not(port: str, error: usb.core.USBError) -> ConfigurationError | StaffError:
    match error.errno:
        case errno.EACCES | errno.EPERM:
            message = f"{port} may not be opened: install the udev rule for card readers, or add the kiosk's user to its group."
            return ConfigurationError("PORT_NOT_PERMITTED", message)
        case errno.EBUSY:
            message = f"Another program uses {port}: stop it, or give it another reader."
            return ConfigurationError("PORT_BUSY", message)
        case _:
            return _gone()


def _gone() -> StaffError:
    return StaffError("DEVICE_GONE", "The card reader is not connected: check its cable and its power.")
