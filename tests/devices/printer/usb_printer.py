"""A USB host with one printer plugged in, for pyusb: its two bulk pipes lead to a simulated printer's TCP port.

What it leaves out of the real thing: descriptors say only what finding a printer needs, and an unplugged one is gone at
the next transfer instead of at the next interrupt of the hub.
"""

# ruff: noqa: ARG002  # pyusb's signatures

import errno
import socket
from array import array
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from usb.backend import IBackend
from usb.core import USBError, USBTimeoutError

OUT, IN, PACKET = 0x01, 0x82, 64
PRINTER, STORAGE = 7, 8


def _interface(number: int, kind: int, endpoints: int) -> SimpleNamespace:
    return SimpleNamespace(
        bLength=9, bDescriptorType=4, bInterfaceNumber=number, bAlternateSetting=0, bNumEndpoints=endpoints,
        bInterfaceClass=kind, bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0, extra_descriptors=[],
    )  # fmt: skip


class PluggedIn(IBackend):  # type: ignore[misc]  # pyusb is untyped
    """Vendor 0x04b8, product 0x0202: a storage interface first, as composite printers have, then the printer."""

    def __init__(self, host: str, port: int, *, kernel_driver: bool = True, busy: bool = False) -> None:
        self._address = (host, port)
        self._kernel_driver, self._busy = kernel_driver, busy
        self._line: socket.socket | None = None
        self.claimed: set[int] = set()

    def enumerate_devices(self) -> Iterator[str]:
        return iter(["printer"])

    def get_device_descriptor(self, dev: str) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0,
            bMaxPacketSize0=64, idVendor=0x04B8, idProduct=0x0202, bcdDevice=0x100, iManufacturer=0, iProduct=0,
            iSerialNumber=0, bNumConfigurations=1, address=1, bus=1, port_number=1, port_numbers=(1,), speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, dev: str, config: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=55, bNumInterfaces=2, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0xC0, bMaxPower=1, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, dev: str, intf: int, alt: int, config: int) -> SimpleNamespace:
        if alt or intf > 1:
            raise IndexError
        return _interface(0, STORAGE, 0) if intf == 0 else _interface(1, PRINTER, 2)

    def get_endpoint_descriptor(self, dev: str, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(OUT, IN)[ep], bmAttributes=2, wMaxPacketSize=PACKET,
            bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, dev: str) -> str:
        try:
            self._line = socket.create_connection(self._address, timeout=5)
        except OSError as error:
            raise USBError("No such device", -4, errno.ENODEV) from error
        self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return dev

    def close_device(self, dev_handle: str) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def get_configuration(self, dev_handle: str) -> int:
        return 1

    def set_configuration(self, dev_handle: str, config_value: int) -> None: ...

    def set_interface_altsetting(self, dev_handle: str, intf: int, altsetting: int) -> None: ...

    def claim_interface(self, dev_handle: str, intf: int) -> None:
        if self._busy or self._kernel_driver:
            raise USBError("Resource busy", -6, errno.EBUSY)
        self.claimed.add(intf)

    def release_interface(self, dev_handle: str, intf: int) -> None:
        self.claimed.discard(intf)

    def is_kernel_driver_active(self, dev_handle: str, intf: int) -> bool:
        return self._kernel_driver

    def detach_kernel_driver(self, dev_handle: str, intf: int) -> None:
        self._kernel_driver = False

    def bulk_write(self, dev_handle: str, ep: int, intf: int, data: Any, timeout: int) -> int:
        return int(self._pipe(ep, OUT, timeout, lambda line: line.send(bytes(data))))

    def bulk_read(self, dev_handle: str, ep: int, intf: int, buff: "array[int]", timeout: int) -> int:
        received = self._pipe(ep, IN, timeout, lambda line: line.recv(min(len(buff), PACKET)))
        if not received:
            raise USBError("No such device", -4, errno.ENODEV)
        buff[: len(received)] = array("B", received)
        return len(received)

    def _pipe(self, ep: int, right: int, timeout: int, transfer: Any) -> Any:
        if ep != right or 1 not in self.claimed or self._line is None:
            raise USBError("Entity not found", -5, errno.ENOENT)
        self._line.settimeout(timeout / 1000)
        try:
            return transfer(self._line)
        except TimeoutError as error:
            raise USBTimeoutError("Operation timed out", -7, errno.ETIMEDOUT) from error
        except OSError as error:
            raise USBError("No such device", -4, errno.ENODEV) from error
