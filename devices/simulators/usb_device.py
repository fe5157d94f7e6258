"""What pyusb asks a device before it talks to it, for a simulated device: one configuration, one interface, bulk pipes."""

# ruff: noqa: ARG002  # the methods are pyusb's, and have its arguments

from types import SimpleNamespace
from typing import Any

import usb.backend

VENDOR, PRODUCT = 0x0400, 0xC35A
_BULK = 2


class OneDevice(usb.backend.IBackend):  # type: ignore[misc]  # pyusb is untyped
    """A bus with one card reader on it, which has these pipes."""

    def __init__(self, pipes: tuple[int, ...]) -> None:
        self._pipes = pipes

    def get_parent(self, dev: str) -> None:
        """Return None: it is at the root."""

    def get_device_descriptor(self, dev: str) -> SimpleNamespace:
        """Return the descriptor (USB 2.0, 9.6.1)."""
        return _descriptor(
            18,
            1,
            bcdUSB=0x0110,
            bDeviceClass=0,
            bDeviceSubClass=0,
            bDeviceProtocol=0,
            bMaxPacketSize0=8,
            idVendor=VENDOR,
            idProduct=PRODUCT,
            bcdDevice=0x0100,
            iManufacturer=0,
            iProduct=0,
            iSerialNumber=0,
            bNumConfigurations=1,
            address=2,
            bus=1,
            port_number=1,
            port_numbers=(1,),
            speed=2,
        )

    def get_configuration_descriptor(self, dev: str, config: int) -> SimpleNamespace:
        """Return the only one (9.6.3)."""
        self._only(config)
        return _descriptor(
            9,
            2,
            wTotalLength=18 + 7 * len(self._pipes),
            bNumInterfaces=1,
            bConfigurationValue=1,
            iConfiguration=0,
            bmAttributes=0x80,
            bMaxPower=250,
        )

    def get_interface_descriptor(self, dev: str, intf: int, alt: int, config: int) -> SimpleNamespace:
        """Return the only one (9.6.5)."""
        self._only(intf, alt, config)
        return _descriptor(
            9,
            4,
            bInterfaceNumber=0,
            bAlternateSetting=0,
            bNumEndpoints=len(self._pipes),
            bInterfaceClass=0xFF,
            bInterfaceSubClass=0,
            bInterfaceProtocol=0,
            iInterface=0,
        )

    def get_endpoint_descriptor(self, dev: str, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        """Return a bulk pipe (9.6.6)."""
        return _descriptor(
            7,
            5,
            bEndpointAddress=self._pipes[ep],
            bmAttributes=_BULK,
            wMaxPacketSize=64,
            bInterval=0,
            bRefresh=0,
            bSynchAddress=0,
        )

    def set_configuration(self, dev_handle: "OneDevice", config_value: int) -> None:
        """There is only one."""

    def get_configuration(self, dev_handle: "OneDevice") -> int:
        """Return the only one."""
        return 1

    def claim_interface(self, dev_handle: "OneDevice", intf: int) -> None:
        """Nobody else wants it."""

    def release_interface(self, dev_handle: "OneDevice", intf: int) -> None:
        """Nobody else wants it."""

    def is_kernel_driver_active(self, dev_handle: "OneDevice", intf: int) -> bool:
        """Return False: no driver of the kernel's takes it."""
        return False

    def clear_halt(self, dev_handle: "OneDevice", ep: int) -> None:
        """Nothing ever halts."""

    def _only(self, *numbers: int) -> None:
        if any(numbers):
            raise IndexError("there is one configuration with one interface")


def _descriptor(length: int, kind: int, **fields: Any) -> SimpleNamespace:
    return SimpleNamespace(bLength=length, bDescriptorType=kind, extra_descriptors=b"", **fields)
